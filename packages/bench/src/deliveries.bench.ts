import { createClock, createLog, openPolicyCatalog, planReminders } from "@shifan/api/measured";
import {
  addPolicyVersions,
  claimReminderMessages,
  createPersonalKeys,
  joinDueDeliveries,
  type OpenDatabase,
} from "@shifan/db";
import {
  fillDeliveries,
  fillObligations,
  fillReaders,
  forgetDeliveries,
  type ManyReader,
  unjoinDeliveries,
} from "@shifan/db/testing";
import { shippedPolicies } from "@shifan/rules/shipped";
import { benchBeside } from "./beside.ts";
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
  const sizes = { small: SMALL, large: LARGE, rounds: ROUNDS, limit: LIMIT };
  const turns = [
    ["planned", plan],
    ["joined and claimed", joinAndClaim],
  ] as const;
  return {
    bench: `${DUE} reminders that are due, beside ${LARGE} planned for later and beside ${SMALL}, medians of ${ROUNDS} rounds`,
    ...(await benchBeside({ ...sizes, fill, turns })),
    notes: ["each turn takes its plan or its messages of the turn before away first"],
  };
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

async function fill(opened: OpenDatabase, count: number) {
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

type Services = Awaited<ReturnType<typeof fill>>;

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
