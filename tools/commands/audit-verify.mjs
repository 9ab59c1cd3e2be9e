import { join, resolve } from "node:path";
import { installWhenNeeded } from "../install.mjs";
import { run } from "../processes.mjs";
import { findNode } from "../runtime.mjs";
import { folderOfTheCaller } from "./self-check.mjs";

/**
 * `npm run audit:verify`: proves the audit trail without the server and without a build. The data folder is looked for from the root, as the
 * server does; the checkpoint file from where the person is.
 *
 * @param {import("../launch.mjs").Call} call
 */
export async function auditVerify({ root, args, environment }) {
  await installWhenNeeded(root);
  const folder = folderOfTheCaller(environment);
  return run({
    command: findNode(root),
    args: [
      join(root, "apps", "api", "bin", "audit-verify.ts"),
      ...args.map((arg) => (arg.startsWith("-") ? arg : resolve(folder, arg))),
    ],
    cwd: root,
    env: environment,
  });
}
