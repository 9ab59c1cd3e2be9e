import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainError } from "./plain-error.mjs";
import { run } from "./processes.mjs";
import { environmentOutside } from "./runtime.mjs";

/**
 * The pinned package manager, as `package.json` names it.
 *
 * @param {string} root
 * @returns {string} such as `pnpm@12.21.0`
 */
export function packageManager(root) {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;
}

const stampFile = (/** @type {string} */ root) => join(root, "node_modules", ".installed");

/**
 * What an up-to-date installation was made from. Binaries differ by platform, so a `node_modules` folder that came
 * from another one counts as missing.
 *
 * @param {string} root
 */
function wantedStamp(root) {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** @param {string} root */
export function isInstalled(root) {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), "utf8") === wantedStamp(root);
}

/**
 * Notes that the packages of the present lock file are installed.
 *
 * @param {string} root
 */
export function stamp(root) {
  writeFileSync(stampFile(root), wantedStamp(root));
}

/**
 * Installs the packages of the lock file unless that is done. Everything it prints goes to standard error: standard
 * output belongs to the command's result.
 *
 * @param {string} root
 */
export async function installWhenNeeded(root) {
  if (isInstalled(root)) return;
  process.stderr.write("Installing packages (first run, or the lock file has changed) …\n");
  const code = await run({
    command: "npx",
    // Without a terminal the package manager cannot ask whether it may replace an outdated node_modules.
    args: ["-y", packageManager(root), "install", "--frozen-lockfile", "--config.confirm-modules-purge=false"],
    cwd: root,
    env: environmentOutside(root),
    stdio: ["ignore", 2, 2],
  });
  if (code !== 0) throw new PlainError(`The packages could not be installed (exit code ${code}); see above.`, code);
  stamp(root);
}
