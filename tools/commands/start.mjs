import { build } from "../build.mjs";
import { installWhenNeeded } from "../install.mjs";
import { runTogether } from "../processes.mjs";
import { productPrograms } from "../programs.mjs";
import { findNode } from "../runtime.mjs";

/**
 * `npm start`: installs, builds and serves everything; the API migrates its database and prints the addresses itself.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function start({ root, environment }) {
  await installWhenNeeded(root);
  const node = findNode(root);
  await build(root, node);
  // Whoever only looks at it gets something to look at; a real installation says DEMO=0, or is one of NODE_ENV=production.
  const DEMO = environment.DEMO ?? (environment.NODE_ENV === "production" ? "0" : "1");
  return runTogether(productPrograms({ root, node, environment: { ...environment, DEMO }, built: true }));
}
