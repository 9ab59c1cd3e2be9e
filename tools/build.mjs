import { join } from "node:path";
import { packageManager } from "./install.mjs";
import { PlainError } from "./plain-error.mjs";
import { runQuietly } from "./processes.mjs";
import { environmentWith } from "./runtime.mjs";

/**
 * Builds every app; what has not changed since the last build comes from turbo's cache. turbo calls the package
 * manager by name, which a machine with npm alone does not have: npx lends it for the length of the build.
 *
 * @param {string} root
 * @param {string} node
 */
export async function build(root, node) {
  process.stderr.write("Building …\n");
  const code = await runQuietly({
    command: "npx",
    args: [
      "-y",
      "-p",
      packageManager(root),
      join(root, "node_modules", ".bin", "turbo"),
      "run",
      "build",
      "--output-logs=errors-only",
    ],
    cwd: root,
    env: { ...environmentWith(node), TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", DO_NOT_TRACK: "1" },
  });
  if (code !== 0) throw new PlainError(`The build stopped (exit code ${code}); see above.`, code);
}
