import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClock, createLog, openPolicyCatalog, planObligations } from "@shifan/api/measured";
import { addPolicyVersions, type OpenDatabase, openDatabase } from "@shifan/db";
import { fillTitles, forgetPlans, startPostgresql } from "@shifan/db/testing";
import { shippedPolicies } from "@shifan/rules/shipped";
import { compare } from "./compare.ts";
import type { Findings } from "./report.ts";

const SMALL = 10_000;
const LARGE = 100_000;
/** Titles given since the last run. */
const NEW = 100;
const ROUNDS = 15;
const LIMIT = 1.5;
/** In the half for which the sample is planned. */
const clock = createClock({ from: "instant", instant: new Date("2026-06-10T01:30:00Z") });

/** Whether planning costs what changed, and not what exists: the same work beside ten times as many titles, on both engines. */
export async function benchPlanning(): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-bench-"));
  const server = await startPostgresql();
  try {
    const postgresql = await benchEngine("PostgreSQL", async () =>
      openDatabase({ url: await server.createDatabase() }),
    );
    const embedded = await benchEngine("embedded", (count) => openDatabase({ directory: join(folder, String(count)) }));
    return {
      bench: `planning obligations beside ${LARGE} planned titles and beside ${SMALL}, medians of ${ROUNDS} rounds`,
      times: [...postgresql.times, ...embedded.times],
      limits: [...postgresql.limits, ...embedded.limits],
      notes: [`with ${NEW} new titles, each turn takes their old plan away first`],
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchEngine(engine: string, open: (count: number) => Promise<OpenDatabase>) {
  const opened: OpenDatabase[] = [];
  const openFilled = async (count: number) => {
    const one = await open(count);
    opened.push(one);
    const { database } = one;
    await addPolicyVersions(database, shippedPolicies, clock.now());
    const catalog = await openPolicyCatalog({
      database,
      machine: clock.machine,
      log: createLog("silent"),
      shipped: shippedPolicies,
    });
    await fillTitles(database, count);
    const services = { database, catalog, clock, defaultPolicy: "zhengzhou-sme-platform" };
    // The first plans bring the districts' packages as well.
    await forgetPlans(database, 1, NEW);
    await planObligations(services);
    return services;
  };
  try {
    const [small, large] = [await openFilled(SMALL), await openFilled(LARGE)];
    const idle = (services: typeof small) => async () => {
      const planned = await planObligations(services);
      if (planned !== 0) throw new Error(`a run without anything new planned ${planned}`);
      return 1;
    };
    const some = (services: typeof small) => async (round: number) => {
      await forgetPlans(services.database, 1 + (round % 50) * NEW, NEW);
      const planned = await planObligations(services);
      // The inspection, the summary of the half and that of the year.
      if (planned !== 3 * NEW) throw new Error(`${NEW} titles brought ${planned} obligations`);
      return 1;
    };
    const figures = [];
    for (const [what, turn] of [
      ["nothing new", idle],
      [`${NEW} new titles`, some],
    ] as const) {
      const contenders = [
        { name: "small", turn: turn(small) },
        { name: "large", turn: turn(large) },
      ];
      const comparison = await compare(contenders, { rounds: ROUNDS, leastMilliseconds: 20 });
      figures.push({ what: `${engine}, ${what}`, comparison });
    }
    return {
      times: figures.map(({ what, comparison }) => ({
        what: `${what}, beside ${LARGE}`,
        microseconds: comparison.medianMicroseconds("large"),
      })),
      limits: figures.map(({ what, comparison }) => ({
        what: `${what}: beside ${LARGE} ÷ beside ${SMALL}`,
        figure: comparison.medianRatio("large", "small"),
        bound: "at most" as const,
        limit: LIMIT,
        unit: "×",
      })),
    };
  } finally {
    for (const each of opened) await each.close();
  }
}
