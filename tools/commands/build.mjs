import { build as buildApps } from "../build.mjs";
import { installWhenNeeded } from "../install.mjs";
import { findNode } from "../runtime.mjs";

/**
 * `npm run build`: the bundles that are deployed, and nothing else.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function build({ root }) {
  await installWhenNeeded(root);
  await buildApps(root, findNode(root));
  return 0;
}
