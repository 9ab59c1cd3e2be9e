import { createClock, createLog, openPolicyCatalog, planObligations } from "@shifan/api/measured";
import { addPolicyVersions, type OpenDatabase } from "@shifan/db";
import { fillTitles, forgetPlans } from "@shifan/db/testing";
import { shippedPolicies } from "@shifan/rules/shipped";
import { benchBeside } from "./beside.ts";
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
  const sizes = { small: SMALL, large: LARGE, rounds: ROUNDS, limit: LIMIT };
  const turns = [
    ["nothing new", idle],
    [`${NEW} new titles`, some],
  ] as const;
  return {
    bench: `planning obligations beside ${LARGE} planned titles and beside ${SMALL}, medians of ${ROUNDS} rounds`,
    ...(await benchBeside({ ...sizes, fill, turns })),
    notes: [`with ${NEW} new titles, each turn takes their old plan away first`],
  };
}

async function fill({ database }: OpenDatabase, count: number) {
  await addPolicyVersions(database, shippedPolicies, clock.now());
  const log = createLog("silent");
  const catalog = await openPolicyCatalog({ database, machine: clock.machine, log, shipped: shippedPolicies });
  await fillTitles(database, count);
  const services = { database, catalog, clock, defaultPolicy: "zhengzhou-sme-platform" };
  // The first plans bring the districts' packages as well.
  await forgetPlans(database, 1, NEW);
  await planObligations(services);
  return services;
}

type Services = Awaited<ReturnType<typeof fill>>;

const idle = (services: Services) => async () => {
  const planned = await planObligations(services);
  if (planned !== 0) throw new Error(`a run without anything new planned ${planned}`);
  return 1;
};

const some = (services: Services) => async (round: number) => {
  await forgetPlans(services.database, 1 + (round % 50) * NEW, NEW);
  const planned = await planObligations(services);
  // The inspection, the summary of the half and that of the year.
  if (planned !== 3 * NEW) throw new Error(`${NEW} titles brought ${planned} obligations`);
  return 1;
};
