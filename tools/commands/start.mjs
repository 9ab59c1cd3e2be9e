import { build } from "../build.mjs";
import { installWhenNeeded } from "../install.mjs";
import { runTogether } from "../processes.mjs";
import { productPrograms, withDemonstration } from "../programs.mjs";
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
  return runTogether(productPrograms({ root, node, environment: withDemonstration(environment), built: true }));
}
