import { join } from "node:path";
import { build } from "../build.mjs";
import { installWhenNeeded } from "../install.mjs";
import { run } from "../processes.mjs";
import { environmentWith, findNode } from "../runtime.mjs";

/**
 * `npm run prove -- NAME …`: one long proof in full, against the built product.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function prove({ root, args, environment }) {
  await installWhenNeeded(root);
  const node = findNode(root);
  await build(root, node);
  return run({
    command: node,
    args: [join(root, "packages", "acceptance", "src", "prove.ts"), ...args],
    cwd: root,
    env: environmentWith(node, environment),
  });
}
