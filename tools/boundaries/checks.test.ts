import { describe, expect, test } from "vitest";
import { articlesInCode } from "./articles.ts";
import { hiddenClocks } from "./clock.ts";
import { importCycles } from "./cycles.ts";
import { forbiddenImports } from "./imports.ts";
import { pathsOutside } from "./paths.ts";
import { scan } from "./scan.ts";
import type { Module, Workspace } from "./workspaces.ts";

function moduleOf(path: string, source: string): Module {
  return { path, ...scan(path, source) };
}

function workspaceOf(sources: Record<string, string>, more: Partial<Workspace> = {}): Workspace {
  const modules = Object.entries(sources).map(([path, source]) => moduleOf(path, source));
  return { name: "dialog", folder: "packages/dialog", dependencies: [], doors: [], statements: [], modules, ...more };
}

describe("the import table", () => {
  test.each([
    ['import { x } from "@shifan/db";'],
    ['import type { X } from "@shifan/db";'],
    ['export { x } from "@shifan/db/testing";'],
    ['const x = await import("@shifan/db");'],
    ['type X = import("@shifan/db").X;'],
    ['import { x } from "../../rules/src/index.ts";'],
    ['import { x } from "@shifan/dialog";'],
    ['import { x } from "lodash";'],
    ['import { x } from "node:fs";'],
  ])("refuses %s in dialog", (source) => {
    expect(forbiddenImports(workspaceOf({ "packages/dialog/src/a.ts": source }))).toHaveLength(1);
  });

  test.each([['import { x } from "@shifan/rules";'], ['import { z } from "zod";'], ['import { x } from "./b.ts";']])(
    "lets %s pass in dialog",
    (source) => {
      expect(forbiddenImports(workspaceOf({ "packages/dialog/src/a.ts": source }))).toEqual([]);
    },
  );

  test("lets a test of a pure package use Node", () => {
    const workspace = workspaceOf({ "packages/dialog/src/a.test.ts": 'import { readFileSync } from "node:fs";' });
    expect(forbiddenImports(workspace)).toEqual([]);
  });

  test("refuses a dependency that is declared but never imported", () => {
    expect(forbiddenImports(workspaceOf({}, { dependencies: ["@shifan/api", "zod"] }))).toHaveLength(1);
  });

  test("refuses a workspace that it does not know", () => {
    expect(forbiddenImports(workspaceOf({}, { name: "helpers" }))).toHaveLength(1);
  });

  test("keeps a package from entering by its own door, and the door an explicit list", () => {
    const workspace = workspaceOf(
      { "packages/dialog/src/a.ts": 'import "./index.ts";', "packages/dialog/src/index.ts": 'export * from "./a.ts";' },
      { doors: ["packages/dialog/src/index.ts"] },
    );
    expect(forbiddenImports(workspace)).toHaveLength(2);
  });
});

describe("circles of imports", () => {
  test("are found through type imports, each once", () => {
    const { modules } = workspaceOf({
      "p/a.ts": 'import type { B } from "./b.ts";',
      "p/b.ts": 'import { c } from "./folder/c.ts";',
      "p/folder/c.ts": 'export type { A } from "../a.ts";',
      "p/d.ts": 'import { a } from "./a.ts";',
    });
    expect(importCycles(modules)).toEqual(["p/a.ts → p/b.ts → p/folder/c.ts → p/a.ts"]);
  });

  test("two ways to one file are none", () => {
    const { modules } = workspaceOf({
      "p/a.ts": 'import "./b.ts"; import "./c.ts";',
      "p/b.ts": 'import "./c.ts";',
      "p/c.ts": "export {};",
    });
    expect(importCycles(modules)).toEqual([]);
  });
});

describe("the clock", () => {
  test.each([
    ["new Date()"],
    ["Date.now()"],
    ["[1].map(Date.now)"],
    ["Date()"],
    ["Temporal.Now.instant()"],
    ["timestamp().defaultNow()"],
    ["sql`update t set at = now()`"],
    ['query("select CURRENT_TIMESTAMP")'],
  ])("is not read by %s", (source) => {
    expect(hiddenClocks(workspaceOf({ "p/a.ts": source }), [])).toHaveLength(1);
  });

  test.each([["new Date(now)"], ["Date.parse(text)"], ["performance.now()"], ["clock.now()"]])(
    "%s is no reading of it",
    (source) => {
      expect(hiddenClocks(workspaceOf({ "p/a.ts": source }), [])).toEqual([]);
    },
  );

  test("may be read by a clock module, and not by a migration", () => {
    const statements = [{ path: "p/1.sql", text: "create table t (at timestamptz default now());" }];
    expect(hiddenClocks(workspaceOf({ "p/clock.ts": "new Date()" }, { statements }), ["p/clock.ts"])).toHaveLength(1);
  });
});

describe("paths", () => {
  // Put together here so that this file names no such path itself.
  const home = ["", "home", "somebody", "law.md"].join("/");

  test.each([
    [`read("${home}")`],
    ['new URL("../../../../law.md", import.meta.url)'],
    ['join(import.meta.dirname, "..", "..", "..", "..", "law.md")'],
  ])("%s leads out of the repository", (source) => {
    expect(pathsOutside(moduleOf("packages/rules/src/a.ts", source))).toHaveLength(1);
  });

  test.each([
    ['new URL("../../../README.md", import.meta.url)'],
    ['join(import.meta.dirname, "..", "..", "dist")'],
    ['"/api/v1/policies"'],
    ['"..."'],
  ])("%s stays inside", (source) => {
    expect(pathsOutside(moduleOf("packages/rules/src/a.ts", source))).toEqual([]);
  });
});

describe("the articles of the law", () => {
  test.each([
    ['const a = "第十四条";'],
    ['const a = "由市工信局解释（第十七条）";'],
    ['const a = "第十条、第十一条";'],
  ])("are not stated in code: %s", (source) => {
    expect(articlesInCode(workspaceOf({ "packages/dialog/src/a.ts": source }))).toHaveLength(1);
  });

  test.each([
    ["packages/dialog/src/a.test.ts", 'const a = "第十四条";'],
    ["packages/dialog/src/a.ts", 'const a = "从第一条记录起";'],
    ["apps/api/src/rounds/routes.ts", 'const a = "每年认定一次（第十四条）";'],
  ])("may stand in %s: %s", (path, source) => {
    expect(articlesInCode(workspaceOf({ [path]: source }))).toEqual([]);
  });

  test("may be told in a page, whose texts are the catalogue of its app", () => {
    expect(
      articlesInCode(workspaceOf({ "apps/portal/src/texts.ts": 'const a = "第十四条";' }, { name: "portal" })),
    ).toEqual([]);
  });
});
