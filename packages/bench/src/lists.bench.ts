import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenDatabase, openDatabase } from "@shifan/db";
import { fillApplications, fillSupervision, startPostgresql } from "@shifan/db/testing";
import { compare } from "./compare.ts";
import { applicationLists, type ListQuery } from "./list-queries.ts";
import type { Findings } from "./report.ts";
import { supervisionLists } from "./supervision-lists.ts";

const SMALL = 10_000;
const LARGE = 100_000;
const ROUNDS = 21;
const LIMIT = 1.5;

/** How much longer a page of a list takes among ten times as many, on both engines. */
export async function benchLists(): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-bench-"));
  const server = await startPostgresql();
  try {
    const postgresql = await benchEngine("PostgreSQL", async () =>
      openDatabase({ url: await server.createDatabase() }),
    );
    const embedded = await benchEngine("embedded", (count) => openDatabase({ directory: join(folder, String(count)) }));
    return {
      bench: `lists: the same page among ${LARGE} applications, with as many of what follows each, and among ${SMALL}, medians of ${ROUNDS} rounds`,
      times: [...postgresql.times, ...embedded.times],
      limits: [...postgresql.limits, ...embedded.limits],
      notes: [...postgresql.notes, ...embedded.notes],
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Figures = Pick<Findings, "times" | "limits" | "notes">;

async function benchEngine(engine: string, open: (count: number) => Promise<OpenDatabase>): Promise<Figures> {
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
    const figures: Figures[] = [];
    for (const [name, list] of Object.entries({ ...applicationLists, ...supervisionLists })) {
      figures.push(await benchList({ engine, name, list }, small, large));
    }
    return {
      times: figures.flatMap(({ times }) => times),
      limits: figures.flatMap(({ limits }) => limits),
      notes: [`${engine}, totals: ${figures.flatMap(({ notes }) => notes).join("; ")}`],
    };
  } finally {
    for (const each of opened) await each.close();
  }
}

async function benchList(
  { engine, name, list }: { engine: string; name: string; list: ListQuery },
  small: OpenDatabase,
  large: OpenDatabase,
): Promise<Figures> {
  const what = `${engine}, ${name}`;
  const totals: Record<string, number> = {};
  const contender = (size: string, { database }: OpenDatabase) => ({
    name: size,
    turn: async () => {
      totals[size] = (await list(database)).total;
      return 1;
    },
  });
  const contenders = [contender("small", small), contender("large", large)];
  const comparison = await compare(contenders, { rounds: ROUNDS, leastMilliseconds: 20 });
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
