import { join } from "node:path";
import { installWhenNeeded } from "../install.mjs";
import { run } from "../processes.mjs";
import { findNode } from "../runtime.mjs";

/**
 * `npm run bench`: the benchmarks, each beside its peers.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function bench({ root, args, environment }) {
  await installWhenNeeded(root);
  return run({
    command: findNode(root),
    args: [join(root, "packages", "bench", "src", "main.ts"), ...args],
    cwd: root,
    env: environment,
  });
}
