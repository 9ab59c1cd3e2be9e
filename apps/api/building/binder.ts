import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/** Makes the process that binds dossiers. */
export async function bundleBinder(into: string): Promise<void> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL("../src/dossiers/merge/process.ts", import.meta.url)),
    platform: "node",
  });
  await bundle.write({ file: join(into, "binder-process.js"), format: "esm", codeSplitting: false });
  await bundle.close();
}
