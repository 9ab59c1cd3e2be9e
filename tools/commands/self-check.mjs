import { join } from "node:path";
import { installWhenNeeded } from "../install.mjs";
import { run } from "../processes.mjs";
import { findNode } from "../runtime.mjs";

/**
 * The folder the person was in: `npm run` changes to the root and leaves the former one in INIT_CWD. Called without
 * npm that variable may stem from some other npm command.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
export function folderOfTheCaller(environment) {
  const throughNpm = ["self-check", "audit:verify"].includes(environment.npm_lifecycle_event ?? "");
  return (throughNpm && environment.INIT_CWD) || process.cwd();
}

/**
 * `npm run self-check`: the self-check without a server and without a build. Standard input and output belong to it.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function selfCheck({ root, args, environment }) {
  await installWhenNeeded(root);
  return run({
    command: findNode(root),
    args: [join(root, "packages", "rules", "bin", "self-check.ts"), ...args],
    cwd: folderOfTheCaller(environment),
    env: environment,
  });
}
