import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { workspaceFolders } from "../workspaces.mjs";
import { type Scan, scan } from "./scan.ts";

/** One source file; `path` is relative to the root, with forward slashes. */
export interface Module extends Scan {
  readonly path: string;
}

export interface Workspace {
  /** Short name, without the scope. */
  readonly name: string;
  readonly folder: string;
  /** Names of everything package.json depends on, for running or for testing. */
  readonly dependencies: readonly string[];
  /** Files that other workspaces enter by, relative to the root. */
  readonly doors: readonly string[];
  readonly modules: readonly Module[];
  /** SQL files, as they are. */
  readonly statements: readonly { readonly path: string; readonly text: string }[];
}

const scope = "@shifan/";
const leftAside = new Set(["node_modules", "dist", "coverage", "reports", ".stryker-tmp", ".turbo"]);

/** The short name of one of our packages (`@shifan/rules/testing` → `rules`); null for a package of others. */
export function ourPackage(specifier: string): string | null {
  return specifier.startsWith(scope) ? (specifier.slice(scope.length).split("/")[0] ?? null) : null;
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (leftAside.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, path) : [path];
  });
}

interface Manifest {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function readWorkspace(root: string, folder: string): Workspace {
  const text = (path: string) => readFileSync(join(root, path), "utf8");
  const manifest: Manifest = JSON.parse(text(`${folder}/package.json`));
  const files = filesBelow(root, folder);
  return {
    name: ourPackage(manifest.name) ?? manifest.name,
    folder,
    dependencies: Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
    doors: Object.values(manifest.exports ?? {}).map((path) => `${folder}/${path.replace("./", "")}`),
    modules: files
      .filter((path) => /\.(ts|tsx|mts|mjs|js)$/.test(path))
      .map((path) => ({ path, ...scan(path, text(path)) })),
    statements: files.filter((path) => path.endsWith(".sql")).map((path) => ({ path, text: text(path) })),
  };
}

/** Every workspace of the repository with all its source files. */
export function readWorkspaces(root: string): Workspace[] {
  return workspaceFolders(root).map((folder) => readWorkspace(root, folder));
}
