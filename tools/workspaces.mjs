import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * The folders of all workspaces, relative to the root, in order of name.
 *
 * @param {string} root
 */
export function workspaceFolders(root) {
  return ["apps", "packages"]
    .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .sort();
}
