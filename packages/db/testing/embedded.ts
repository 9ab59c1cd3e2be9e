import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import type { OpenDatabase } from "../src/database.ts";
import { readMigrations } from "../src/open/migrate.ts";
import { makeTemplate } from "../src/open/template.ts";
import { unpackDatabase } from "../src/open/unpack.ts";
import { wrapEmbedded } from "../src/open/wrap.ts";

/** Less memory than its 128 MB, all of which it goes through before it starts. */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];

let template: Promise<Blob> | undefined;

/** A migrated, empty database in memory: a copy of a template that the first test of a machine makes. */
export async function openEmbeddedTestDatabase(): Promise<OpenDatabase> {
  template ??= findTemplate().then((file) => new Blob([readFileSync(file)]));
  const client = await PGlite.create({ loadDataDir: await template, startParams });
  return { engine: "embedded", database: wrapEmbedded(client), close: () => client.close() };
}

/** Puts a migrated, empty database into a folder as a start of the product finds one, without starting a database for it. */
export async function placeTestDatabase(directory: string): Promise<void> {
  unpackDatabase(readFileSync(await findTemplate()), join(directory, "postgres"));
}

/** The archive of a migrated, empty database, kept between runs under the hash of what it is made of. */
export async function findTemplate(): Promise<URL> {
  const engine = readFileSync(createRequire(import.meta.url).resolve("@electric-sql/pglite"));
  const made = createHash("sha256").update(engine).update(JSON.stringify(readMigrations())).digest("hex").slice(0, 16);
  const file = join(tmpdir(), `shifan-database-${made}.tar`);
  if (!existsSync(file)) {
    // Several test processes may make it at once: each writes its own, and the last rename wins with the same content.
    const own = `${file}.${process.pid}`;
    writeFileSync(own, await makeTemplate("none"));
    renameSync(own, file);
  }
  return pathToFileURL(file);
}
