import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClock, createLog, openPolicyCatalog, planReminders } from "@shifan/api/measured";
import {
  addPolicyVersions,
  claimReminderMessages,
  createPersonalKeys,
  joinDueDeliveries,
  type OpenDatabase,
  openDatabase,
} from "@shifan/db";
import {
  fillDeliveries,
  fillObligations,
  fillReaders,
  forgetDeliveries,
  type ManyReader,
  startPostgresql,
  unjoinDeliveries,
} from "@shifan/db/testing";
import { shippedPolicies } from "@shifan/rules/shipped";
import { compare } from "./compare.ts";
import type { Findings } from "./report.ts";

const SMALL = 10_000;
const LARGE = 1_000_000;
/** Due now, each to a reader of its own. */
const DUE = 500;
const READERS = 5_000;
const ROUNDS = 15;
const LIMIT = 1.5;
/** Twenty days before the day on which the reports are due. */
const clock = createClock({ from: "instant", instant: new Date("2026-06-10T01:30:00Z") });
const dueOn = "2026-06-30";
const subject = "half_year_report";

/** Whether planning, joining and claiming reminders cost what is due, and not what is planned for later, on both engines. */
export async function benchDeliveries(): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), "shifan-bench-"));
  const server = await startPostgresql();
  try {
    const postgresql = await benchEngine("PostgreSQL", async () =>
      openDatabase({ url: await server.createDatabase() }),
    );
    const embedded = await benchEngine("embedded", (count) => openDatabase({ directory: join(folder, String(count)) }));
    return {
      bench: `${DUE} reminders that are due, beside ${LARGE} planned for later and beside ${SMALL}, medians of ${ROUNDS} rounds`,
      times: [...postgresql.times, ...embedded.times],
      limits: [...postgresql.limits, ...embedded.limits],
      notes: ["each turn takes its plan or its messages of the turn before away first"],
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const readers = Array.from(
  { length: READERS },
  (_, index): ManyReader => ({
    id: `holder-${index + 1}`,
    channel: "mail",
    address: `holder-${index + 1}@bench.example`,
    organizations: [`organization-${index + 1}`],
    district: "410105",
  }),
);

async function openFilled(opened: OpenDatabase, count: number) {
  const { database } = opened;
  await addPolicyVersions(database, shippedPolicies, clock.now());
  const log = createLog("silent");
  const catalog = await openPolicyCatalog({ database, machine: clock.machine, log, shipped: shippedPolicies });
  const personalKeys = createPersonalKeys([new Uint8Array(32)]);
  await fillReaders(database, readers, { keys: personalKeys, at: clock.now() });
  const owed = readers.slice(0, DUE).map(({ organizations: [organization = ""] }) => ({
    id: `owed-${organization}`,
    kind: subject,
    subject: `title-${organization}`,
    period: "2026-H1",
    holder: "platform" as const,
    organization,
    district: "410105",
    dueOn,
  }));
  await fillObligations(database, owed, clock.now());
  await fillDeliveries(database, readers, count);
  return { database, catalog, clock, defaultPolicy: "zhengzhou-sme-platform", personalKeys };
}

type Services = Awaited<ReturnType<typeof openFilled>>;

/** Plans what is due: all of it, since the turn before was taken back. */
const plan = (services: Services) => async () => {
  await forgetDeliveries(services.database, subject);
  const planned = await planReminders(services);
  if (planned !== DUE) throw new Error(`${DUE} are due, and ${planned} were planned`);
  return 1;
};

/** Makes messages of what is due, and leases them. */
const joinAndClaim =
  ({ database }: Services) =>
  async () => {
    await unjoinDeliveries(database);
    const [now, machine] = [clock.now(), clock.machine()];
    await joinDueDeliveries(database, { now, machine, today: clock.today(), limit: DUE, channels: ["mail"] });
    const leaseUntil = new Date(machine.getTime() + 60_000);
    const lease = { channel: "mail" as const, limit: DUE, worker: "bench", at: clock.machine(), leaseUntil };
    const claimed = await claimReminderMessages(database, { ...lease, quiet: null });
    if (claimed.length !== DUE) throw new Error(`${DUE} are due, and ${claimed.length} were claimed`);
    return 1;
  };

async function benchEngine(engine: string, open: (count: number) => Promise<OpenDatabase>) {
  const opened: OpenDatabase[] = [];
  const openOne = async (count: number) => {
    const one = await open(count);
    opened.push(one);
    return openFilled(one, count);
  };
  try {
    const [small, large] = [await openOne(SMALL), await openOne(LARGE)];
    const figures = [];
    // In this order: what is joined was planned before.
    for (const [what, turn] of [
      ["planned", plan],
      ["joined and claimed", joinAndClaim],
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
