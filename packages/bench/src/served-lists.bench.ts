import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Session, signIn, startServer } from "@shifan/acceptance/measured";
import { openDatabase } from "@shifan/db";
import { fillApplications, fillSupervision, startPostgresql } from "@shifan/db/testing";
import { compare } from "./compare.ts";
import { applicationAddresses, type ListAddress, supervisionAddresses } from "./list-addresses.ts";
import type { Findings } from "./report.ts";

const SMALL = 10_000;
const LARGE = 100_000;
const ROUNDS = 21;
const LIMIT = 1.5;

/** A database, still to be filled, as it is opened here and as the server is told of it. */
interface Place {
  readonly dataDirectory: string;
  readonly databaseUrl?: string;
}

type Served = Awaited<ReturnType<typeof startServer>> & {
  readonly readers: Readonly<Record<ListAddress["reader"], Session>>;
};
type Figures = Pick<Findings, "times" | "limits" | "notes">;

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
    return {
      bench: `lists over HTTP: the same page among ${LARGE} applications, with as many of what follows each, and among ${SMALL}, medians of ${ROUNDS} rounds`,
      times: [...postgresql.times, ...embedded.times],
      limits: [...postgresql.limits, ...embedded.limits],
      notes: [...postgresql.notes, ...embedded.notes],
    };
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchEngine(engine: string, place: (count: number) => Promise<Place>): Promise<Figures> {
  const served: Served[] = [];
  try {
    for (const count of [SMALL, LARGE]) served.push(await serve(await place(count), count));
    const [small, large] = served as [Served, Served];
    const figures: Figures[] = [];
    for (const [name, address] of Object.entries({ ...applicationAddresses, ...supervisionAddresses })) {
      figures.push(await benchList({ engine, name, address }, small, large));
    }
    return {
      times: figures.flatMap(({ times }) => times),
      limits: figures.flatMap(({ limits }) => limits),
      notes: [`${engine}, totals: ${figures.flatMap(({ notes }) => notes).join("; ")}`],
    };
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

async function benchList(
  { engine, name, address }: { engine: string; name: string; address: ListAddress },
  small: Served,
  large: Served,
): Promise<Figures> {
  const what = `${engine}, ${name}`;
  const totals: Record<string, string> = {};
  const contender = (size: string, { readers }: Served) => ({
    name: size,
    turn: async () => {
      const { call, answers } = readers[address.reader];
      const answer = await call(address.path);
      // What was answered would be kept, and weigh on all that is asked later.
      answers.length = 0;
      if (answer.status !== 200) throw new Error(`${address.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      totals[size] = answer.headers.get("content-range")?.split("/")[1] ?? "?";
      return 1;
    },
  });
  const comparison = await compare([contender("small", small), contender("large", large)], {
    rounds: ROUNDS,
    leastMilliseconds: 20,
  });
  return {
    times: [{ what: `${what}, of ${LARGE}`, microseconds: comparison.medianMicroseconds("large") }],
    limits: [
      {
        what: `${what}: ${LARGE} ÷ ${SMALL}`,
        figure: comparison.medianRatio("large", "small"),
        bound: "at most",
        limit: LIMIT,
        unit: "×",
      },
    ],
    notes: [`${name} ${totals.small} and ${totals.large}`],
  };
}
