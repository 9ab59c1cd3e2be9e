import { describe, expect, test } from "vitest";
import { root } from "../paths.mjs";
import { articlesInCode } from "./articles.ts";
import { hiddenClocks } from "./clock.ts";
import { importCycles } from "./cycles.ts";
import { forbiddenImports } from "./imports.ts";
import { pathsOutside } from "./paths.ts";
import { clockModules, importTable } from "./table.ts";
import { readWorkspaces } from "./workspaces.ts";

const workspaces = readWorkspaces(root);

describe.each(workspaces)("$folder", (workspace) => {
  test("imports and depends on what the import table allows, and nothing else", () => {
    expect(forbiddenImports(workspace)).toEqual([]);
  });

  test("has no circle of imports, type imports included", () => {
    expect(importCycles(workspace.modules)).toEqual([]);
  });

  test("takes the time as an argument", () => {
    expect(hiddenClocks(workspace)).toEqual([]);
  });

  test("takes every article of the law from the policy", () => {
    expect(articlesInCode(workspace)).toEqual([]);
  });

  test("names no path outside the repository", () => {
    expect(workspace.modules.flatMap(pathsOutside)).toEqual([]);
  });
});

test("every row of the import table is a workspace", () => {
  expect(Object.keys(importTable).sort()).toEqual(workspaces.map(({ name }) => name).sort());
});

test("every clock module named in the table exists", () => {
  const files = new Set(workspaces.flatMap(({ modules }) => modules.map(({ path }) => path)));
  expect(clockModules.filter((path) => !files.has(path))).toEqual([]);
});
