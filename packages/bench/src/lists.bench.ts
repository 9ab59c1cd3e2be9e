import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenDatabase, openDatabase } from "@shifan/db";
import { fillApplications, fillSupervision, startPostgresql } from "@shifan/db/testing";
import { compareSizes, LARGE, type ListFigures, ofBothEngines, ofEngine, SMALL } from "./list-figures.ts";
import { applicationLists } from "./list-queries.ts";
import type { Findings } from "./report.ts";
import { supervisionLists } from "./supervision-lists.ts";

/** How much longer a page of a list takes among ten times as many, on both engines. */
export async function benchLists(): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-bench-"));
  const server = await startPostgresql();
  try {
    const postgresql = await benchEngine("PostgreSQL", async () =>
      openDatabase({ url: await server.createDatabase() }),
    );
    const embedded = await benchEngine("embedded", (count) => openDatabase({ directory: join(folder, String(count)) }));
    return ofBothEngines("lists", postgresql, embedded);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchEngine(engine: string, open: (count: number) => Promise<OpenDatabase>): Promise<ListFigures> {
  const opened: OpenDatabase[] = [];
  const openFilled = async (count: number) => {
    const database = await open(count);
    opened.push(database);
    await fillApplications(database.database, count);
    await fillSupervision(database.database);
    return database;
  };
  try {
    const small = await openFilled(SMALL);
    const large = await openFilled(LARGE);
    const figures: ListFigures[] = [];
    for (const [name, list] of Object.entries({ ...applicationLists, ...supervisionLists })) {
      const totalIn = async ({ database }: OpenDatabase) => String((await list(database)).total);
      figures.push(await compareSizes({ engine, name }, { small: () => totalIn(small), large: () => totalIn(large) }));
    }
    return ofEngine(engine, figures);
  } finally {
    for (const each of opened) await each.close();
  }
}
