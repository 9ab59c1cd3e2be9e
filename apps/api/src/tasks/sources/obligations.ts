import {
  countObligations,
  type DueObligations,
  listDueObligations,
  listRounds,
  obligationReachColumns,
  withinReach,
} from "@shifan/db";
import { firstDayOf, type ObligationKind, obligationRule, spellPeriod } from "@shifan/rules";
import {
  daysAhead,
  daysBetween,
  type Found,
  inDistrict,
  spellDay,
  type TaskContext,
  type TaskSource,
  workOn,
} from "../source.ts";

/** What is owed within the reach of an act. */
async function listOwed(
  context: TaskContext,
  [resource, act]: readonly ["inspections" | "packages" | "rounds", string],
  kinds: readonly ObligationKind[],
): Promise<{ owed: DueObligations[]; within: ReturnType<typeof withinReach> } | null> {
  const reach = context.reach(resource, act);
  if (reach === null) return null;
  const within = withinReach(reach, obligationReachColumns);
  return { owed: await listDueObligations(context.services.database, { within, kinds }), within };
}

const articleOf = ({ document }: TaskContext, kind: ObligationKind) => obligationRule(document, kind)?.article ?? null;

/** The half-yearly inspections that a district owes: how many of the half are done, and what is late of halves before. */
export const inspectionsOwed: TaskSource = async (context) => {
  const listed = await listOwed(context, ["inspections", "record"], ["periodic_inspection"]);
  if (listed === null) return [];
  const { services, today } = context;
  const found: Found[] = [];
  for (const waiting of listed.owed) {
    const { kind, period, dueOn, count: open } = waiting;
    const days = { from: firstDayOf(period), to: dueOn };
    const { within } = listed;
    const { owed, done } = await countObligations(services.database, { within, kind, period, ...days });
    const [name, last] = [`${spellPeriod(period)}定期检查`, `${spellDay(dueOn, today)}24:00`];
    const isLate = dueOn < today;
    const isNear = daysBetween(today, dueOn) <= daysAhead;
    found.push({
      kind: "inspections_owed",
      text: isLate
        ? `${name}逾期，还有${open}家没有检查，应在${last}前完成`
        : isNear
          ? `${name}还差${open}家：${owed}家已检查${done}家，${last}前每家至少一次`
          : `${name}${done}/${owed}，${last}前每家至少一次`,
      article: articleOf(context, kind),
      count: open,
      dueOn,
      work: workOn("obligations", { id: null }, { kind, period, state: "due", ...inDistrict(context) }),
      isUpcoming: !isNear,
    });
  }
  return found;
};

/** What a district sends to the city for a half or a year (第十三条). */
export const packagesOwed: TaskSource = async (context) => {
  const listed = await listOwed(context, ["packages", "send"], ["half_year_package", "annual_package"]);
  if (listed === null) return [];
  const { today, document } = context;
  return listed.owed.map(({ kind, period, dueOn, count }) => {
    const title = obligationRule(document, kind)?.title ?? "";
    const isLate = dueOn < today;
    return {
      kind: "packages_to_send",
      text: `${title}：${spellPeriod(period)}，${isLate ? "逾期未报，应在" : ""}${spellDay(dueOn, today)}24:00前`,
      article: articleOf(context, kind),
      count,
      dueOn,
      work: workOn("packages", { id: null }, { kind, period, ...inDistrict(context) }),
      isUpcoming: daysBetween(today, dueOn) > daysAhead,
    };
  });
};

/** The round that the city owes each year (第十四条): to be begun while there is none, to be ended in time. */
export const yearlyRound: TaskSource = async (context) => {
  const listed = await listOwed(context, ["rounds", "open"], ["yearly_round"]);
  if (listed === null || listed.owed.length === 0) return [];
  const { services, today } = context;
  const rounds = await listRounds(services.database, { withDrafts: false, policyId: services.defaultPolicy });
  return listed.owed.map(({ kind, period, dueOn }) => {
    const round = rounds.find(({ year, state }) => String(year) === period && state !== "cancelled");
    const isLate = dueOn < today;
    const last = `${spellDay(dueOn, today)}24:00`;
    const text =
      round === undefined
        ? `${period}年度认定还没有启动，${isLate ? "应在" : ""}${last}前，每年一次`
        : `${period}年度认定${isLate ? "逾期没有完成，应在" : ""}${last}前`;
    return {
      kind: "round_of_the_year",
      text,
      article: articleOf(context, kind),
      count: 1,
      dueOn,
      work: workOn("rounds", { id: round?.id ?? null }, {}),
      isUpcoming: round !== undefined && daysBetween(today, dueOn) > daysAhead,
    };
  });
};
