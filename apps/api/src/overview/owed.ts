import type { Overview, RoundFunnel } from "@shifan/contract";
import { countDueByDistrict, obligationReachColumns, type RoundRow, withinReach } from "@shifan/db";
import { articleOfAct, type ObligationKind, obligationRule, type PolicyDocument, spellPeriod } from "@shifan/rules";
import type { ObligationServices } from "../obligations/subject.ts";
import { daysBetween, spellDay } from "../tasks/source.ts";

type Reach = Parameters<typeof withinReach>[0];
export type Due = Awaited<ReturnType<typeof countDueByDistrict>>[number];

const kinds: readonly ObligationKind[] = [
  "periodic_inspection",
  "half_year_report",
  "annual_report",
  "half_year_package",
  "annual_package",
];

/** What the districts of a reach, and their platforms, owe and have not done. */
export function listDue({ database }: ObligationServices, reach: Reach): Promise<Due[]> {
  return countDueByDistrict(database, { within: withinReach(reach, obligationReachColumns), kinds });
}

const nameOf = (document: PolicyDocument, { kind, period }: Pick<Due, "kind" | "period">) =>
  `${obligationRule(document, kind)?.title ?? ""}（${spellPeriod(period)}）`;

const articleOf = (document: PolicyDocument, kind: ObligationKind) => obligationRule(document, kind)?.article ?? "";

type LateItem = Overview["late"][number]["items"][number] & { district: string };

/** Cases that stand with their districts after the last day for recommending. */
function lateCases(
  document: PolicyDocument,
  funnel: RoundFunnel,
  { recommendationDeadline: last }: RoundRow,
  today: string,
): LateItem[] {
  if (last === null || last >= today) return [];
  const article = articleOfAct(document, "applications", "recommend");
  return funnel.byDistrict.flatMap(({ key, stages }) => {
    const count = stages
      .filter(({ stage }) => ["handed_in", "accepted", "surveyed"].includes(stage))
      .reduce((sum, { standing }) => sum + standing, 0);
    return count === 0 ? [] : [{ district: key, what: `${funnel.year}年度申报没有办结`, count, dueOn: last, article }];
  });
}

/** What is late, by district; the district with most first. */
export function describeLate(
  document: PolicyDocument,
  { due, round, today }: { due: readonly Due[]; round: { row: RoundRow; funnel: RoundFunnel } | null; today: string },
): Overview["late"] {
  const items: LateItem[] = [
    ...(round === null ? [] : lateCases(document, round.funnel, round.row, today)),
    ...due.flatMap((each) =>
      each.dueOn >= today || each.district === null
        ? []
        : [
            {
              district: each.district,
              what: nameOf(document, each),
              count: each.count,
              dueOn: each.dueOn,
              article: articleOf(document, each.kind),
            },
          ],
    ),
  ];
  return [...Map.groupBy(items, ({ district }) => district)]
    .map(([key, own]) => ({
      key,
      name: document.districts.find(({ id }) => id === key)?.name ?? key,
      count: own.reduce((sum, { count }) => sum + count, 0),
      items: own.map(({ district: _, ...item }) => item),
    }))
    .toSorted((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

/** What falls due from today on, whoever owes it. */
export function nextOwed(document: PolicyDocument, due: readonly Due[], today: string): Overview["next"] {
  const ahead = due.filter(({ dueOn }) => dueOn >= today);
  return [...Map.groupBy(ahead, ({ kind, period, dueOn }) => `${kind} ${period} ${dueOn}`).values()].map((own) => {
    const [{ kind, period, dueOn }] = own as [Due, ...Due[]];
    const count = own.reduce((sum, each) => sum + each.count, 0);
    const text = `${nameOf(document, { kind, period })}还有${count}件，${spellDay(dueOn, today)}24:00前`;
    return { dueOn, daysLeft: daysBetween(today, dueOn), text, article: articleOf(document, kind) };
  });
}
