import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Session, signIn, startServer } from "@shifan/acceptance/measured";
import { openDatabase } from "@shifan/db";
import { fillApplications, fillSupervision, startPostgresql } from "@shifan/db/testing";
import { applicationAddresses, type ListAddress, supervisionAddresses } from "./list-addresses.ts";
import { compareSizes, LARGE, type ListFigures, ofBothEngines, ofEngine, SMALL } from "./list-figures.ts";
import type { Findings } from "./report.ts";

/** A database, still to be filled, as it is opened here and as the server is told of it. */
interface Place {
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
}

type Served = Awaited<ReturnType<typeof startServer>> & {
  readonly readers: Readonly<Record<ListAddress["reader"], Session>>;
};

/** How much longer an officer waits for a page of a list among ten times as many, asked for over HTTP; on both engines. */
export async function benchServedLists(): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-bench-"));
  const cluster = await startPostgresql();
  try {
    const postgresql = await benchEngine("PostgreSQL", async (count) => ({
      dataDirectory: join(folder, `beside-${count}`),
      databaseUrl: await cluster.createDatabase(),
    }));
    const embedded = await benchEngine("embedded", async (count) => ({ dataDirectory: join(folder, String(count)) }));
    return ofBothEngines("lists over HTTP", postgresql, embedded);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchEngine(engine: string, place: (count: number) => Promise<Place>): Promise<ListFigures> {
  const served: Served[] = [];
  try {
    for (const count of [SMALL, LARGE]) served.push(await serve(await place(count), count));
    const [small, large] = served as [Served, Served];
    const figures: ListFigures[] = [];
    for (const [name, address] of Object.entries({ ...applicationAddresses, ...supervisionAddresses })) {
      const ask = { small: () => totalOf(small, address), large: () => totalOf(large, address) };
      figures.push(await compareSizes({ engine, name }, ask));
    }
    return ofEngine(engine, figures);
  } finally {
    for (const server of served) await server.stop();
  }
}

/** Fills a database, and serves it to an officer of the city and one of a district. */
async function serve({ dataDirectory, databaseUrl }: Place, count: number): Promise<Served> {
  const filled = await openDatabase(
    databaseUrl === undefined ? { directory: join(dataDirectory, "database") } : { url: databaseUrl },
  );
  await fillApplications(filled.database, count);
  await fillSupervision(filled.database);
  await filled.close();
  // Before the first deadline of the rounds that are filled: nothing falls due meanwhile.
  const settings = { DEMO: "accounts", SHIFAN_NOW: "2022-06-10T09:30:00+08:00" };
  const server = await startServer({ dataDirectory, settings, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  const readers = { city: await signIn(server.url, "city"), district: await signIn(server.url, "district") };
  return { ...server, readers };
}

/** Asks for a list once. @throws Error when it is not given */
async function totalOf({ readers }: Served, { reader, path }: ListAddress): Promise<string> {
  const { call, answers } = readers[reader];
  const answer = await call(path);
  // What was answered would be kept, and weigh on all that is asked later.
  answers.length = 0;
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.headers.get("content-range")?.split("/")[1] ?? "?";
}
