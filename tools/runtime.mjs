import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { PlainError } from "./plain-error.mjs";

/** The product runs TypeScript files as they are, which Node does without a flag from this major version on. */
const neededMajor = 24;

/**
 * The Node that runs the product: the one installed with the packages, so that the machine's own may be older.
 * Where none is packaged (or it cannot run, as on musl), the current one if it is new enough.
 *
 * @param {string} root
 * @param {{ version: string, execPath: string, platform: string, arch: string }} [current]
 * @returns {string} absolute path of the binary
 */
export function findNode(root, current = process) {
  const packaged = join(root, "node_modules", `node-${current.platform}-${current.arch}`, "bin", "node");
  if (existsSync(packaged) && spawnSync(packaged, ["--version"]).status === 0) return packaged;
  if (Number.parseInt(current.version.slice(1), 10) >= neededMajor) return current.execPath;
  throw new PlainError(
    `Node ${neededMajor} or newer is needed on ${current.platform}-${current.arch}; this is ${current.version}.`,
  );
}

/**
 * The environment in which a program finds the product's Node first.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function environmentWith(node, environment = process.env) {
  return { ...environment, PATH: [dirname(node), environment.PATH ?? ""].join(delimiter) };
}

/**
 * The environment of an install. `npm run` puts the repository's own `node_modules/.bin` first, whose `node` the
 * install may be about to replace: the installer must run on the machine's Node.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function environmentOutside(root, environment = process.env) {
  const inside = (/** @type {string} */ folder) => {
    const path = relative(root, folder);
    return path === "" || !(path.startsWith("..") || path.startsWith("/"));
  };
  const PATH = (environment.PATH ?? "").split(delimiter).filter((folder) => folder && !inside(folder));
  return { ...environment, PATH: PATH.join(delimiter) };
}
