import type { Overview } from "@shifan/contract";
import { type Actor, reachableBy } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { programmeName } from "../documents/papers/paper.ts";
import { describeFixed } from "./fixed.ts";
import { describeLate, listDue, nextOwed } from "./owed.ts";
import { currentRound, daysOfRound, spellRound } from "./round.ts";

/** So many of the days to come have room on one page. */
const mostDays = 6;

/** 一页纸: how far the round is, what is late where, what comes next, and what may not be shortened; of what its reader reaches. */
export async function describeOverview(services: ProcedureServices, actor: Actor): Promise<Overview> {
  const today = services.clock.today();
  const { document } = await policyInForce(services, today);
  const round = await currentRound(services, actor);
  const due = await listDue(services, reachableBy(actor, "overview", "read"));
  const late = describeLate(document, { due, round, today });
  const next = [...(round === null ? [] : daysOfRound(document, round, today)), ...nextOwed(document, due, today)]
    .toSorted((one, other) => one.daysLeft - other.daysLeft)
    .slice(0, mostDays);
  return {
    asOf: today,
    title: `${programmeName(document)}工作一页纸`,
    summary: summarize(late, next),
    round: round === null ? null : { text: spellRound(round), funnel: round.funnel },
    late,
    next,
    fixed: describeFixed(document),
  };
}

function summarize(late: Overview["late"], next: Overview["next"]): string {
  const count = late.reduce((sum, each) => sum + each.count, 0);
  const first = count === 0 ? "没有逾期事项。" : `逾期${count}件，涉及${late.length}个区县（市）、开发区。`;
  const [soonest] = next;
  return soonest === undefined
    ? first
    : `${first}下一件：${soonest.text}，还有${soonest.daysLeft}天（${soonest.article}）。`;
}
