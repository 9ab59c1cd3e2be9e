import type { CriterionStatus, Verdict } from "../assessment/schema.ts";
import { parseDate, yearOfDay } from "../facts/calendar.ts";
import type { Facts } from "../facts/facts.ts";
import type { Policy } from "../policy/policy.ts";
import { Case } from "./case.ts";
import type { EvaluationContext } from "./context.ts";
import { findContradictions } from "./criteria.ts";
import { NOT_MET, type Status, statusNames, UNDETERMINED } from "./status.ts";

/** Sets up a case: the reference day and the year of the round, an explicit fact winning over the default. */
export function openCase(policy: Policy, facts: Facts, context: EvaluationContext): Case {
  const day = parseDate(context.asOf);
  if (day === undefined) throw new RangeError(`asOf is no day: ${context.asOf}`);
  const opened = new Case(facts, day, policy.openStatuses.slice());
  opened.roundYearLow = policy.roundYear.low(opened);
  opened.roundYearHigh = policy.roundYear.high(opened);
  opened.roundYear = Number.isFinite(opened.roundYearLow) ? opened.roundYearLow : yearOfDay(day);
  if (context.round) opened.roundDeadline = parseDate(context.round.submissionDeadline) ?? Number.NaN;
  opened.contradictions = findContradictions(policy.contradictions, opened);
  return opened;
}

/** Judges every criterion in the policy's order into the case. */
export function judgeCriteria(policy: Policy, opened: Case): void {
  const { criteria } = policy;
  for (let index = 0; index < criteria.length; index++) {
    opened.statuses[index] = (criteria[index] as Policy["criteria"][number]).status(opened);
  }
}

/** Any not met outside the lines decides; else any undetermined keeps it open; else people review what is left. */
export function verdictOf(policy: Policy, statuses: readonly Status[]): Verdict {
  let open = false;
  for (let index = 0; index < statuses.length; index++) {
    if ((policy.criteria[index] as Policy["criteria"][number]).document.line) continue;
    if (statuses[index] === NOT_MET) return "not_met";
    if (statuses[index] === UNDETERMINED) open = true;
  }
  return open ? "undetermined" : "met_pending_review";
}

export interface Judgement {
  readonly verdict: Verdict;
  /** One status for each criterion, in the policy's order. */
  readonly statuses: readonly CriterionStatus[];
}

/** The verdict and the statuses alone, without explanation: the fast way for many applicants. */
export function judge(policy: Policy, facts: Facts, context: EvaluationContext): Judgement {
  const opened = openCase(policy, facts, context);
  judgeCriteria(policy, opened);
  return {
    verdict: verdictOf(policy, opened.statuses),
    statuses: opened.statuses.map((status) => statusNames[status] as CriterionStatus),
  };
}
