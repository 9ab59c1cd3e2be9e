import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { bundles } from "./repository.ts";

/** Makes the bundles that are not there, each by its own app's script; those that are there are taken as they are. */
export async function buildWhatIsMissing(): Promise<void> {
  for (const bundle of Object.values(bundles)) {
    if (existsSync(bundle)) continue;
    const app = join(dirname(bundle), "..");
    // The test runner's own value would put development builds into the bundles.
    const env = { ...process.env, NODE_ENV: "production" };
    await promisify(execFile)("npm", ["run", "--silent", "build"], { cwd: app, env });
    if (!existsSync(bundle)) throw new Error(`the build script of ${app} made no ${bundle}`);
  }
}
