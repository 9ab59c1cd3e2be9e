import { cpSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { makeTemplate } from "@shifan/db";
import { rolldown } from "rolldown";
import { bundlePrinter } from "./building/printer.ts";

/*
 * Makes dist/: the server in one file, the process that prints, the migrations, and a migrated, empty database with which new data
 * folders begin.
 */

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

rmSync(here("dist"), { recursive: true, force: true });

const bundle = await rolldown({
  input: here("src/main.ts"),
  platform: "node",
  // The embedded database brings WebAssembly and data files that it looks for beside itself.
  external: ["@electric-sql/pglite", /^@electric-sql\/pglite\//],
});
await bundle.write({ file: here("dist/main.js"), format: "esm", codeSplitting: false });
await bundle.close();

await bundlePrinter(here("dist"));

cpSync(here("../../packages/db/migrations"), here("dist/migrations"), {
  recursive: true,
  filter: (source) => !source.endsWith("meta"),
});
writeFileSync(here("dist/new-database.tar.gz"), await makeTemplate("gzip"));
