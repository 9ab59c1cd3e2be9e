import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { root } from "../paths.mjs";

// The images hold the bundles and Node, no installed packages but these.
const besideTheBundle: Readonly<Record<string, readonly string[]>> = { api: ["@electric-sql/pglite"], bot: [] };

test.each(Object.entries(besideTheBundle))("the bundle of the %s finds everything in its image", (app, beside) => {
  const path = join(root, "apps", app, "dist", "main.js");
  const { module } = parseSync(path, readFileSync(path, "utf8"));
  const specifiers = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const missing = specifiers.filter(
    (specifier) =>
      !isBuiltin(specifier) && !beside.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
  );
  expect(specifiers.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
