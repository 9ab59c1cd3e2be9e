import { randomUUID } from "node:crypto";
import {
  type CertificationRow,
  type Database,
  findLatestPeriod,
  insertObligations,
  lockObligationOf,
  lockTitlesToPlan,
  markPlanned,
  type ObligationRow,
  plannedToItsEnd,
  readHolidayCalendar,
} from "@shifan/db";
import {
  type Actor,
  halfOf,
  lastDayOf,
  nextPeriod,
  type PlannedObligation,
  periodsFrom,
  planOfPackage,
  planOfTitle,
  planOfYearlyRound,
  type ReportKind,
  reportKinds,
  systemActor,
  yearOf,
} from "@shifan/rules";
import { performCreationsIn } from "../acts/perform-on-all.ts";
import { policyInForce } from "../acts/policy-of-round.ts";
import { dayInShanghai } from "../clock.ts";
import { fulfilSentPackage, revivePackage } from "./asked-package.ts";
import { fulfilDecidedRounds, fulfilDoneBefore } from "./done-before.ts";
import { type ObligationServices, obligationSubject } from "./subject.ts";

/** How many titles are planned in one transaction. */
const batch = 200;

/**
 * Plans what the present half and year bring: for every title whose half is not planned yet, for its district, for the city. What is planned is
 * never looked at again, so a run without anything new costs two look-ups, and several processes may plan at the same moment.
 *
 * @returns how many obligations came to be
 */
export async function planObligations(services: ObligationServices): Promise<number> {
  const { database, clock } = services;
  const half = halfOf(clock.today());
  let planned = await planYearlyRounds(services);
  for (;;) {
    const done = await database.transaction((transaction) => planTitles(services, transaction, half));
    planned += done.obligations;
    if (done.titles === 0) return planned;
  }
}

/** The round of the present year, and of every year since the last one planned in which nothing ran: it was owed all the same. */
async function planYearlyRounds(services: ObligationServices): Promise<number> {
  const { database, clock } = services;
  const today = clock.today();
  const last = await findLatestPeriod(database, { kind: "yearly_round", subject: "city" });
  const years = periodsFrom(last === null ? yearOf(today) : nextPeriod(last), yearOf(today));
  if (years.length === 0) return 0;
  return database.transaction(async (transaction) => {
    const owed: Planned[] = [];
    for (const year of years) {
      const { document } = await rulesOf(services, transaction, year, today);
      const round = planOfYearlyRound(document, year);
      if (round !== null) owed.push({ ...round, organizationId: null });
    }
    const written = await writePlanned(services, transaction, systemActor, owed);
    await fulfilDecidedRounds(services, transaction, written);
    return written.length;
  });
}

/**
 * The first half for which a title is planned: that in which it begins, or in which it came on record when it had begun long ago; of one from papers
 * the second officer's confirmation marks it. What was owed before is not known here.
 */
function firstHalfOf({ validFrom, createdAt, plannedThrough }: CertificationRow): string {
  if (plannedThrough !== "") return nextPeriod(plannedThrough);
  const entered = dayInShanghai(createdAt);
  return halfOf(validFrom > entered ? validFrom : entered);
}

/** The last half that is planned of a title: the present one, or that of the decision that ended it. */
function lastHalfOf({ endedOn }: CertificationRow, half: string): string {
  return endedOn !== null && halfOf(endedOn) < half ? halfOf(endedOn) : half;
}

/** Where a title was ended before its plan came to be, what falls due from that day on does not apply; what was late before is late. */
export function asEnded(planned: PlannedObligation, { endedOn }: Pick<CertificationRow, "endedOn">): PlannedObligation {
  if (endedOn === null || planned.exemption !== null || planned.dueOn < endedOn) return planned;
  return { ...planned, exemption: "title_ended" };
}

async function planTitles(
  services: ObligationServices,
  transaction: Database,
  half: string,
): Promise<{ titles: number; obligations: number }> {
  const titles = await lockTitlesToPlan(transaction, half, batch);
  if (titles.length === 0) return { titles: 0, obligations: 0 };
  const today = services.clock.today();
  const planned: Planned[] = [];
  for (const title of titles) {
    for (const period of periodsFrom(firstHalfOf(title), lastHalfOf(title, half))) {
      const rules = await rulesOf(services, transaction, period, today);
      const { organizationId } = title;
      const owed = planOfTitle(rules.document, title, period, rules.calendar);
      planned.push(...owed.map((each) => ({ ...asEnded(each, title), organizationId })));
    }
  }
  const written = await writePlanned(services, transaction, systemActor, planned);
  await fulfilDoneBefore(services, transaction, written);
  const packages = await planPackages(services, transaction, systemActor, written);
  const isOver = ({ state, validTo }: CertificationRow) => state !== "valid" || validTo <= lastDayOf(half);
  const idsOf = (kept: CertificationRow[]) => kept.map(({ id }) => id);
  await markPlanned(transaction, idsOf(titles.filter(isOver)), plannedToItsEnd);
  await markPlanned(transaction, idsOf(titles.filter((title) => !isOver(title))), half);
  return { titles: titles.length, obligations: written.length + packages };
}

type Planned = PlannedObligation & { readonly organizationId: string | null };

/** The law of a period: the version in force on its last day, or today while it runs; with the holidays around its last days. */
export async function rulesOf(services: ObligationServices, database: Database, period: string, today: string) {
  const end = lastDayOf(period);
  const { document } = await policyInForce(services, end < today ? end : today);
  const year = Number(yearOf(period));
  return { document, calendar: await readHolidayCalendar(database, [year, year + 1]) };
}

/** Writes what is planned, each with its entry; what is on record already stays as it is. */
async function writePlanned(
  services: ObligationServices,
  transaction: Database,
  actor: Actor,
  planned: readonly Planned[],
): Promise<readonly ObligationRow[]> {
  const at = services.clock.now();
  const policy = await policyInForce(services);
  const subject = obligationSubject(services);
  const written: ObligationRow[] = [];
  for (const act of ["plan", "exempt"] as const) {
    const made = planned.filter(({ exemption }) => (exemption === null) === (act === "plan"));
    const rows = await performCreationsIn(
      transaction,
      subject,
      { actor, act, at },
      {
        policy,
        fields: ["state", "dueOn"],
        write: (state) =>
          insertObligations(
            transaction,
            made.map((one) => ({ ...one, id: randomUUID(), state, createdAt: at })),
          ),
      },
    );
    written.push(...rows);
  }
  return written;
}

const isReport = (kind: string): kind is ReportKind => (reportKinds as readonly string[]).includes(kind);

/** A district owes its package for a period as soon as one of its platforms owes a report for it. */
export async function planPackages(
  services: ObligationServices,
  transaction: Database,
  actor: Actor,
  obligations: readonly ObligationRow[],
): Promise<number> {
  const reports = obligations.filter(({ kind, state }) => state === "due" && isReport(kind));
  const asked = Map.groupBy(reports, ({ kind, district, period }) => `${kind} ${district} ${period}`);
  let written = 0;
  // Always in the same order: whoever waits for the other is never waited for.
  for (const key of [...asked.keys()].toSorted()) {
    const first = asked.get(key)?.[0];
    if (first === undefined || !isReport(first.kind) || first.district === null) continue;
    const rules = await rulesOf(services, transaction, first.period, services.clock.today());
    const { kind: report, district, period } = first;
    const owed = planOfPackage(rules.document, { report, district, period }, rules.calendar);
    if (owed === null) continue;
    // Against the end of a title at the same moment, after which nobody seems to owe a report.
    const known = await lockObligationOf(transaction, owed);
    if (known === null) {
      written += (await writePlanned(services, transaction, actor, [{ ...owed, organizationId: null }])).length;
      await fulfilSentPackage(services, transaction, owed);
    } else if (known.state === "not_applicable") {
      const { kind, subject } = owed;
      await revivePackage(services, transaction, { kind, subject, period, actor, ground: null });
    }
  }
  return written;
}

/** What a unit owes once it is asked to an appraisal: to attend it on the day that the notice names (第十三条). */
export async function planAppraisalObligation(
  services: ObligationServices,
  transaction: Database,
  {
    title,
    noticeId,
    dueOn,
    actor,
  }: {
    title: Pick<CertificationRow, "id" | "district" | "organizationId">;
    /** The appraisal that the notice announces. */
    noticeId: string;
    dueOn: string;
    actor: Actor;
  },
): Promise<void> {
  await writePlanned(services, transaction, actor, [
    {
      kind: "appraisal",
      subject: title.id,
      period: noticeId,
      holder: "platform",
      district: title.district,
      certificationId: title.id,
      organizationId: title.organizationId,
      isBinding: true,
      dueOn,
      exemption: null,
    },
  ]);
}
