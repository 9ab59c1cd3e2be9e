import { join } from "node:path";
import { installWhenNeeded } from "../install.mjs";
import { run } from "../processes.mjs";
import { environmentWith, findNode } from "../runtime.mjs";
import { runSteps, summaryOf } from "../steps.mjs";
import { workspaceFolders } from "../workspaces.mjs";

/**
 * `npm run check`: everything that can be said about the code without running it. Shows every step's result.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function check({ root, environment }) {
  await installWhenNeeded(root);
  const env = environmentWith(findNode(root), { ...environment, NO_UPDATE_NOTIFIER: "1" });
  const tool =
    (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
    () =>
      run({ command: join(root, "node_modules", ".bin", name), args, cwd: root, env });
  const results = await runSteps(
    [
      { name: "format and lint", run: tool("biome", "ci", "--error-on-warnings", ".") },
      ...["tools", ...workspaceFolders(root)].map((folder) => ({
        name: `types of ${folder}`,
        run: tool("tsc", "--project", folder),
      })),
      { name: "boundaries", run: tool("vitest", "run", "--project", "tools", "tools/boundaries") },
      { name: "container files", run: tool("vitest", "run", "--project", "tools", "tools/infra/container-files") },
      {
        name: "compose file",
        run: tool("dclint", "--config", "infra/dclint.json", "--max-warnings", "0", "infra/compose.yaml"),
      },
      { name: "unused code and dependencies", run: tool("knip") },
    ],
    (text) => process.stdout.write(text),
  );
  process.stdout.write(`\n${summaryOf(results)}\n`);
  return results.every(({ passed }) => passed) ? 0 : 1;
}
