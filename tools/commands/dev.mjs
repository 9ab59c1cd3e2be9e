import { join } from "node:path";
import { installWhenNeeded } from "../install.mjs";
import { runTogether } from "../processes.mjs";
import { productPrograms } from "../programs.mjs";
import { findNode } from "../runtime.mjs";

/**
 * `npm run dev`: the API and the bot restart when a file they use changes; the pages of the portal and the
 * console come from Vite, which hands calls of the API on.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function dev({ root, environment }) {
  await installWhenNeeded(root);
  const node = findNode(root);
  const pages = ["portal", "admin"].map((app) => join(root, "apps", app));
  return runTogether([
    ...productPrograms({ root, node, environment, built: false }),
    ...pages.map(
      (folder) =>
        /** @type {import("../processes.mjs").Program} */ ({
          command: node,
          args: [join(folder, "node_modules", "vite", "bin", "vite.js")],
          cwd: folder,
          env: environment,
          stdio: ["ignore", "inherit", "inherit"],
        }),
    ),
  ]);
}
