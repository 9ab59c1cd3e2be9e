import { join } from "node:path";
import { installWhenNeeded } from "../install.mjs";
import { runTogether } from "../processes.mjs";
import { productPrograms } from "../programs.mjs";
import { findNode } from "../runtime.mjs";

/**
 * `npm run dev`: the API and the bot restart when a file they use changes; the portal's pages come from Vite, which
 * hands calls of the API on.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function dev({ root, environment }) {
  await installWhenNeeded(root);
  const node = findNode(root);
  const portal = join(root, "apps", "portal");
  return runTogether([
    ...productPrograms({ root, node, environment, built: false }),
    {
      command: node,
      args: [join(portal, "node_modules", "vite", "bin", "vite.js")],
      cwd: portal,
      env: environment,
      stdio: ["ignore", "inherit", "inherit"],
    },
  ]);
}
