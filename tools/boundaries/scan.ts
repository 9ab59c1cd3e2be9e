import { parseSync, Visitor } from "oxc-parser";

/** Something found in a file, with the line it stands on (from 1). */
export interface Found {
  readonly text: string;
  readonly line: number;
}

/** What the checks want to know of one source file. */
export interface Scan {
  /** Specifiers of every import, type imports, re-exports and `import()` included. */
  readonly imports: readonly Found[];
  /** Texts of string and template literals. */
  readonly texts: readonly Found[];
  /** Paths that calls such as `join(folder, "..", "x")` put together from literals; only those that begin by going up. */
  readonly joinedPaths: readonly Found[];
  /** Reads of the machine's clock, as written. */
  readonly clockReads: readonly Found[];
  /** `export *`, which would turn an explicit list into an open one. */
  readonly openExports: readonly Found[];
}

function isNamed(node: { type: string; name?: unknown }, name: string): boolean {
  return node.type === "Identifier" && node.name === name;
}

/** Reads one TypeScript or JavaScript source; a file that does not parse is a fault of the caller's. */
export function scan(path: string, source: string): Scan {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors.map(({ message }) => message).join("; ")}`);
  const lineAt = (offset: number) => source.slice(0, offset).split("\n").length;
  const found = { imports: [], texts: [], joinedPaths: [], clockReads: [], openExports: [] } satisfies Scan;
  const add = (list: Found[], text: string, { start }: { start: number }) => {
    list.push({ text, line: lineAt(start) });
  };
  new Visitor({
    ImportDeclaration: (node) => add(found.imports, node.source.value, node),
    ExportAllDeclaration: (node) => {
      add(found.imports, node.source.value, node);
      add(found.openExports, node.source.value, node);
    },
    ExportNamedDeclaration: (node) => {
      if (node.source) add(found.imports, node.source.value, node);
    },
    ImportExpression: (node) => {
      if (node.source.type === "Literal" && typeof node.source.value === "string") {
        add(found.imports, node.source.value, node);
      }
    },
    TSImportType: (node) => add(found.imports, node.source.value, node),
    Literal: (node) => {
      if (typeof node.value === "string") add(found.texts, node.value, node);
    },
    TemplateElement: (node) => add(found.texts, node.value.cooked ?? node.value.raw, node),
    NewExpression: (node) => {
      if (isNamed(node.callee, "Date") && node.arguments.length === 0) add(found.clockReads, "new Date()", node);
    },
    CallExpression: (node) => {
      if (isNamed(node.callee, "Date")) add(found.clockReads, "Date()", node);
      const literals = node.arguments.flatMap((argument) =>
        argument.type === "Literal" && typeof argument.value === "string" ? [argument.value] : [],
      );
      if (literals[0]?.startsWith("..")) add(found.joinedPaths, literals.join("/"), node);
    },
    MemberExpression: (node) => {
      if (node.computed || node.property.type !== "Identifier") return;
      if (isNamed(node.object, "Date") && node.property.name === "now") add(found.clockReads, "Date.now", node);
      if (isNamed(node.object, "Temporal") && node.property.name === "Now") add(found.clockReads, "Temporal.Now", node);
      if (node.property.name === "defaultNow") add(found.clockReads, "defaultNow", node);
    },
  }).visit(program);
  return found;
}
