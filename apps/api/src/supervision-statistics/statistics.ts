import type { SupervisionCounts, SupervisionStatistics } from "@shifan/contract";
import {
  certificationReachColumns,
  countExpiring,
  countOwed,
  type OwedCount,
  obligationReachColumns,
  withinReach,
} from "@shifan/db";
import {
  type Actor,
  firstDayOf,
  halfOf,
  isPeriod,
  lastDayOf,
  type ObligationKind,
  obligationRule,
  type PolicyDocument,
  reachableBy,
  spellPeriod,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ObligationServices } from "../obligations/subject.ts";
import { quartersFrom } from "./quarters.ts";

/** What districts and platforms owe for a half or a year (第十二条、第十三条). */
const kinds: readonly ObligationKind[] = [
  "periodic_inspection",
  "half_year_report",
  "annual_report",
  "half_year_package",
  "annual_package",
];

const quartersShown = 4;

const nothing: SupervisionCounts = { owed: 0, done: 0, doneLate: 0, late: 0, open: 0 };

function sumOf(counts: readonly SupervisionCounts[]): SupervisionCounts {
  const sum = { ...nothing };
  for (const each of counts) {
    sum.owed += each.owed;
    sum.done += each.done;
    sum.doneLate += each.doneLate;
    sum.late += each.late;
    sum.open += each.open;
  }
  return sum;
}

const countsOf = ({ owed, done, doneLate, late, open }: OwedCount): SupervisionCounts => ({
  owed,
  done,
  doneLate,
  late,
  open,
});

const nameOf = ({ districts }: PolicyDocument, key: string) => districts.find(({ id }) => id === key)?.name ?? key;

/** Inspections, reports and packages that fall due in a half, and titles that end in the quarters to come, of the districts that the reader reaches. */
export async function supervisionStatistics(
  services: ObligationServices,
  actor: Actor,
  asked: string | undefined,
): Promise<SupervisionStatistics> {
  const { database, clock } = services;
  const today = clock.today();
  const period = asked ?? halfOf(today);
  const { document } = await policyInForce(services, today);
  const reach = reachableBy(actor, "supervision_statistics", "read");
  const owed = await countOwed(database, {
    within: withinReach(reach, obligationReachColumns),
    kinds,
    from: firstDayOf(period),
    to: lastDayOf(period),
    today,
  });
  return {
    asOf: today,
    period,
    periodText: spellPeriod(period),
    owed: [...Map.groupBy(owed, (each) => `${each.kind} ${each.period}`).values()]
      .map((own) => describeOwed(document, own))
      .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : one.dueOn > other.dueOn ? 1 : 0)),
    expiring: await describeExpiring(services, document, reach),
  };
}

function describeOwed(document: PolicyDocument, own: readonly OwedCount[]): SupervisionStatistics["owed"][number] {
  const [first] = own as readonly [OwedCount, ...OwedCount[]];
  const rule = obligationRule(document, first.kind);
  return {
    kind: first.kind,
    title: rule?.title ?? "",
    article: rule?.article ?? "",
    period: first.period,
    periodText: isPeriod(first.period) ? spellPeriod(first.period) : "",
    dueOn:
      own
        .map(({ dueOn }) => dueOn)
        .toSorted()
        .at(-1) ?? first.dueOn,
    all: sumOf(own.map(countsOf)),
    byDistrict: own.flatMap((each) =>
      each.district === null ? [] : [{ key: each.district, name: nameOf(document, each.district), ...countsOf(each) }],
    ),
  };
}

async function describeExpiring(
  { database, clock }: ObligationServices,
  document: PolicyDocument,
  reach: ReturnType<typeof reachableBy>,
): Promise<SupervisionStatistics["expiring"]> {
  const today = clock.today();
  const quarters = quartersFrom(today, quartersShown);
  const counted = await countExpiring(database, {
    within: withinReach(reach, certificationReachColumns),
    from: today,
    to: quarters.at(-1)?.to ?? today,
  });
  return quarters.map((quarter) => {
    const own = counted.filter((each) => each.quarter === quarter.quarter);
    return {
      ...quarter,
      count: own.reduce((sum, { count }) => sum + count, 0),
      byDistrict: own.map(({ district, count }) => ({ key: district, name: nameOf(document, district), count })),
    };
  });
}
