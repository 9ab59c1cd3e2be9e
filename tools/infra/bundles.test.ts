import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";
import { root } from "../paths.mjs";

// The images hold the bundles and Node, no installed packages but these.
const besideTheBundle: Readonly<Record<string, readonly string[]>> = {
  "api/dist/main.js": ["@electric-sql/pglite"],
  "api/dist/setup.js": ["@electric-sql/pglite"],
  "api/dist/audit-verify.js": ["@electric-sql/pglite"],
  "bot/dist/main.js": [],
};

test.each(Object.entries(besideTheBundle))("the bundle %s finds everything in its image", (bundle, beside) => {
  const path = join(root, "apps", bundle);
  const { module } = parseSync(path, readFileSync(path, "utf8"));
  const specifiers = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const missing = specifiers.filter(
    (specifier) =>
      !isBuiltin(specifier) && !beside.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
  );
  expect(specifiers.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});
