import type { Assessment, CriterionResult, Warning } from "../assessment/schema.ts";
import { formatDate, parseDate, yearOfDay } from "../facts/calendar.ts";
import type { Facts } from "../facts/facts.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import type { EvaluationContext, Round } from "./context.ts";
import type { Criterion } from "./criteria.ts";
import { raiseWarnings, warnOfContradiction } from "./describe.ts";
import { judgeCase } from "./judge.ts";
import { decidedInAll, isBeyondTime } from "./judging.ts";
import { MET, NOT_MET } from "./status.ts";
import { verdictOf } from "./verdict.ts";

/** The latest of the days that time alone brings, where nothing but time stands in the way. */
function earliestDateOf({ dated }: Policy, opened: Case, results: readonly CriterionResult[]): string | null {
  if (isBeyondTime(opened.decided)) return null;
  let latest: string | null = null;
  for (let at = 0; at < dated.length; at++) {
    const { index } = dated[at] as Criterion;
    if (opened.statuses[index] === MET) continue;
    const date = (results[index] as CriterionResult).earliestDate;
    if (date === null) {
      if (opened.statuses[index] === NOT_MET) return null;
    } else if (latest === null || date > latest) latest = date;
  }
  return latest;
}

/** The first round that a day allows: the announced one if the day comes by its deadline, else the next year's. */
export function roundOf(date: string, round: Round): number {
  if (date <= round.submissionDeadline) return round.year;
  return Math.max(round.year + 1, yearOfDay(parseDate(date) as number));
}

function barredUntil(policy: Policy, opened: Case): string | null {
  for (const criterion of policy.barring) {
    if (opened.statuses[criterion.index] !== NOT_MET) continue;
    const free = criterion.test.curedOn(opened);
    if (Number.isFinite(free)) return formatDate(free - 1);
  }
  return null;
}

/** Adds warnings whose code is not there yet. */
function addWarnings(warnings: Warning[], more: readonly Warning[]): void {
  for (let at = 0; at < more.length; at++) {
    const warning = more[at] as Warning;
    if (warnings.length === 0 || !warnings.some(({ code }) => code === warning.code)) warnings.push(warning);
  }
}

function warningsOf(policy: Policy, opened: Case, warned: readonly CriterionResult[]): Warning[] {
  const warnings: Warning[] = [];
  for (let at = 0; at < warned.length; at++) addWarnings(warnings, (warned[at] as CriterionResult).warnings);
  if (opened.contradictions !== 0) {
    const holding = policy.contradictions.filter(({ bit }) => opened.contradictions & bit);
    addWarnings(warnings, holding.map(warnOfContradiction));
  }
  addWarnings(warnings, raiseWarnings(policy.materialWarnings, opened));
  return warnings;
}

/**
 * The whole assessment of one applicant: verdict, every criterion with its figures, every material, and what to do.
 * A pure function of the policy, the checked facts and the context: no clock, no default but what the policy states.
 * @throws RangeError when `asOf` is no day.
 */
export function assess(policy: Policy, facts: Facts, context: EvaluationContext): Assessment {
  const opened = judgeCase(policy, facts, context);
  const { missing } = policy;
  const warned: CriterionResult[] = [];
  missing.clear();
  const criteria = policy.keptResults.describe(opened, missing, warned);
  const verdict = verdictOf(decidedInAll(opened.decided));
  const earliestDate = earliestDateOf(policy, opened, criteria);
  const materials = policy.keptMaterials.describe(opened);
  const warnings = warningsOf(policy, opened, warned);
  const reapplyBarredUntil = barredUntil(policy, opened);
  // Last, since they leave another platform type in the case.
  const alternatives = policy.alternatives.of(opened);
  return {
    policy: policy.heading,
    asOf: context.asOf,
    verdict,
    criteria,
    expert: policy.expert,
    alternatives,
    materials,
    missingFacts: missing.names(),
    warnings,
    reapplyBarredUntil,
    earliestRoundYear: earliestDate !== null && context.round ? roundOf(earliestDate, context.round) : null,
    earliestDate,
  };
}
