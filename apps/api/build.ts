import { cpSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeTemplate } from "@shifan/db";
import { rolldown } from "rolldown";
import { bundleBinder } from "./building/binder.ts";
import { bundlePrinter } from "./building/printer.ts";

/*
 * Makes dist/: the server, the setup and the verification of the audit trail in one file each, the process that prints, the migrations they
 * read, and a migrated, empty database with which new data folders begin.
 */

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here("dist"), { recursive: true, force: true });

for (const [program, source] of [
  ["main", "src/main.ts"],
  ["setup", "bin/setup.ts"],
  ["audit-verify", "bin/audit-verify.ts"],
] as const) {
  const bundle = await rolldown({
    input: here(source),
    platform: "node",
    // The embedded database brings WebAssembly and data files that it looks for beside itself.
    external: ["@electric-sql/pglite", /^@electric-sql\/pglite\//],
  });
  await bundle.write({ file: here(`dist/${program}.js`), format: "esm", codeSplitting: false });
  await bundle.close();
}

await bundlePrinter(here("dist"));
await bundleBinder(here("dist"));

cpSync(here("../../packages/db/migrations"), here("dist/migrations"), {
  recursive: true,
  filter: (source) => !source.endsWith("meta"),
});
writeFileSync(here("dist/new-database.tar.gz"), await makeTemplate("gzip"));
