import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { type Allowance, importTable } from "./table.ts";
import { type Module, ourPackage, type Workspace } from "./workspaces.ts";

/** Tests, and what only tests use, may reach for Node and for packages that the product may not. */
export function isProductCode(path: string): boolean {
  return /^[^/]+\/[^/]+\/(src|policies)\//.test(path) && !/\.test\.tsx?$/.test(path);
}

function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/** What is wrong with one import of one file; null if nothing. */
function objection(specifier: string, module: Module, workspace: Workspace, allowance: Allowance): string | null {
  if (specifier.startsWith(".")) {
    const target = posix.join(posix.dirname(module.path), specifier);
    if (!target.startsWith(`${workspace.folder}/`)) return "leaves its workspace";
    return workspace.doors.includes(target) && isProductCode(module.path) ? "enters by the package's own door" : null;
  }
  const ours = ourPackage(specifier);
  if (ours === workspace.name) return "imports its own package by name";
  if (ours !== null) {
    const allowed = allowance.ours === "anything" || allowance.ours.includes(ours);
    return allowed ? null : `the import table does not let ${workspace.name} import it`;
  }
  if (!isProductCode(module.path)) return null;
  if (isBuiltin(specifier)) return allowance.pure ? "is part of Node, and this workspace is pure" : null;
  const closed = allowance.others !== undefined && !allowance.others.includes(packageOf(specifier));
  return closed ? "is not among the packages that this workspace may use" : null;
}

/** Every import and every dependency that the import table forbids, one line each. */
export function forbiddenImports(workspace: Workspace, table = importTable): string[] {
  const allowance = table[workspace.name];
  if (!allowance) return [`${workspace.folder}: not in the import table`];
  const declared = workspace.dependencies.flatMap((dependency) => {
    const ours = ourPackage(dependency);
    const allowed = ours === null || allowance.ours === "anything" || allowance.ours.includes(ours);
    return allowed ? [] : [`${workspace.folder}/package.json: the import table does not allow ${dependency}`];
  });
  const written = workspace.modules.flatMap((module) =>
    module.imports.flatMap(({ text, line }) => {
      const reason = objection(text, module, workspace, allowance);
      return reason ? [`${module.path}:${line}: ${text} ${reason}`] : [];
    }),
  );
  const open = workspace.modules
    .filter(({ path }) => workspace.doors.includes(path))
    .flatMap(({ path, openExports }) => openExports.map(({ line }) => `${path}:${line}: a door is an explicit list`));
  return [...declared, ...written, ...open];
}
