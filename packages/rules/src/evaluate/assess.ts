import type { Assessment, CriterionResult, Verdict, Warning } from "../assessment/schema.ts";
import { formatDate, parseDate, yearOfDay } from "../facts/calendar.ts";
import type { Facts } from "../facts/facts.ts";
import { neverCured } from "../operators/model.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import type { EvaluationContext, Round } from "./context.ts";
import { type Criterion, findContradictions } from "./criteria.ts";
import { raiseWarnings, warnOfContradiction } from "./describe.ts";
import { judgeCase, verdictOf } from "./judge.ts";
import { decidedAnyhow, decidedInAll } from "./judging.ts";
import { MET, NOT_MET, reachOf } from "./status.ts";

/** The verdict of a case in which another platform type was put. */
function verdictInstead({ alternatives, contradictions }: Policy, opened: Case): Verdict {
  if (alternatives.hasContradictions) opened.contradictions = findContradictions(contradictions, opened);
  let decided = decidedAnyhow(opened.decided);
  for (const criterion of alternatives.criteria) {
    const status = criterion.status(opened);
    opened.statuses[criterion.index] = status;
    if (!criterion.document.line) decided |= reachOf(status);
  }
  return verdictOf(decided);
}

/** The verdict under each platform type that was not chosen: the same facts, another number of lines needed. */
function assessAlternatives(policy: Policy, opened: Case): Assessment["alternatives"] {
  const choice = policy.alternativesOf;
  const values = policy.factKinds[choice]?.values ?? [];
  const chosen = opened.isKnown(choice) ? opened.low[choice] : undefined;
  const alternatives: Assessment["alternatives"] = [];
  for (let code = 0; code < values.length; code++) {
    if (code === chosen) continue;
    opened.suppose(choice, code);
    alternatives.push({ platformType: values[code] as string, verdict: verdictInstead(policy, opened) });
  }
  return alternatives;
}

/** The latest of the days that time alone brings, where nothing but time stands in the way. */
function earliestDateOf(policy: Policy, opened: Case, criteria: readonly CriterionResult[]): string | null {
  let latest: string | null = null;
  for (let index = 0; index < criteria.length; index++) {
    const { document, test } = policy.criteria[index] as Criterion;
    if (document.line || opened.statuses[index] === MET) continue;
    const date = test.curedOn === neverCured ? null : (criteria[index] as CriterionResult).earliestDate;
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

/**
 * The whole assessment of one applicant: verdict, every criterion with its figures, every material, and what to do.
 * A pure function of the policy, the checked facts and the context: no clock, no default but what the policy states.
 * @throws RangeError when `asOf` is no day.
 */
export function assess(policy: Policy, facts: Facts, context: EvaluationContext): Assessment {
  const opened = judgeCase(policy, facts, context);
  const { missing } = policy;
  const warned: CriterionResult[] = [];
  const warnings: Warning[] = [];
  const add = (warning: Warning): void => {
    if (!warnings.some(({ code }) => code === warning.code)) warnings.push(warning);
  };
  missing.clear();
  const criteria = policy.keptResults.describe(opened, missing, warned);
  for (const each of warned) each.warnings.forEach(add);
  if (opened.contradictions !== 0) {
    for (const contradiction of policy.contradictions) {
      if (opened.contradictions & contradiction.bit) add(warnOfContradiction(contradiction));
    }
  }
  for (const material of policy.materials) {
    if (material.warnings.length > 0) raiseWarnings(material.warnings, opened).forEach(add);
  }
  const materials = policy.keptMaterials.describe(opened);
  const earliestDate = earliestDateOf(policy, opened, criteria);
  const verdict = verdictOf(decidedInAll(opened.decided));
  const reapplyBarredUntil = barredUntil(policy, opened);
  // Last, since they leave another platform type in the case.
  const alternatives = assessAlternatives(policy, opened);
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
