import type { Assessment, CriterionResult, Verdict, Warning } from "../assessment/schema.ts";
import { formatDate, parseDate, yearOfDay } from "../facts/calendar.ts";
import { type Facts, KNOWN } from "../facts/facts.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import { findContradictions } from "./criteria.ts";
import type { EvaluationContext, Round } from "./context.ts";
import { describeCriterion, describeMaterial, nameFacts, raiseWarnings } from "./describe.ts";
import { judgeCase, verdictOf } from "./judge.ts";
import { NOT_MET } from "./status.ts";

/** The verdict under each platform type that was not chosen: the same facts, another number of lines needed. */
function assessAlternatives(policy: Policy, facts: Facts, opened: Case): Assessment["alternatives"] {
  const choice = policy.alternativesOf;
  const { criteria, hasContradictions } = policy.alternatives;
  const chosen = opened.isKnown(choice) ? opened.low[choice] : undefined;
  const judged = opened.statuses.slice();
  const alternatives: { platformType: string; verdict: Verdict }[] = [];
  opened.state = facts.state.slice();
  opened.state[choice] = KNOWN;
  for (const [code, platformType] of (policy.factKinds[choice]?.values ?? []).entries()) {
    if (code === chosen) continue;
    opened.low[choice] = code;
    opened.high[choice] = code;
    if (hasContradictions) opened.contradictions = findContradictions(policy.contradictions, opened);
    opened.statuses.set(judged);
    for (const criterion of criteria) opened.statuses[criterion.index] = criterion.status(opened);
    alternatives.push({ platformType, verdict: verdictOf(policy, opened.statuses) });
  }
  return alternatives;
}

/** The latest of the days that time alone brings, where nothing but time stands in the way. */
function earliestDateOf(policy: Policy, criteria: readonly CriterionResult[]): string | null {
  let latest: string | null = null;
  for (const [index, criterion] of criteria.entries()) {
    if (policy.criteria[index]?.document.line) continue;
    if (criterion.status === "not_met" && criterion.earliestDate === null) return null;
    if (criterion.earliestDate !== null && (latest === null || criterion.earliestDate > latest)) {
      latest = criterion.earliestDate;
    }
  }
  return latest;
}

/** The first round that a day allows: the announced one if the day comes by its deadline, else the next year's. */
export function roundOf(date: string, round: Round): number {
  if (date <= round.submissionDeadline) return round.year;
  return Math.max(round.year + 1, yearOfDay(parseDate(date) as number));
}

function barredUntil(policy: Policy, opened: Case): string | null {
  for (const criterion of policy.criteria) {
    if (!criterion.document.bars_reapplication || opened.statuses[criterion.index] !== NOT_MET) continue;
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
  const { document } = policy;
  const criteria = policy.criteria.map((criterion) => describeCriterion(policy, criterion, opened));
  const warnings: Warning[] = [];
  const known = new Set<string>();
  const missing = new Set<number>();
  const add = (warning: Warning): void => {
    if (known.has(warning.code)) return;
    known.add(warning.code);
    warnings.push(warning);
  };
  for (const criterion of criteria) {
    criterion.warnings.forEach(add);
    for (const fact of criterion.missingFacts) missing.add(policy.factIndexes.get(fact) as number);
  }
  for (const contradiction of policy.contradictions) {
    if (opened.contradictions & contradiction.bit) {
      add({ code: contradiction.code, params: { facts: [...contradiction.facts] } });
    }
  }
  for (const material of policy.materials) raiseWarnings(material.warnings, opened).forEach(add);
  const earliestDate = earliestDateOf(policy, criteria);
  const assessment: Assessment = {
    policy: {
      id: policy.id,
      version: policy.version,
      inForce: {
        status: document.in_force.status,
        checkedOn: document.in_force.checked_on,
        source: document.in_force.source,
      },
    },
    asOf: context.asOf,
    verdict: verdictOf(policy, opened.statuses),
    criteria,
    expert: document.expert.map(({ id, article, title }) => ({ id, article, title })),
    alternatives: [],
    materials: policy.materials.map((material) => describeMaterial(material, opened)),
    missingFacts: nameFacts(policy, missing),
    warnings,
    reapplyBarredUntil: barredUntil(policy, opened),
    earliestRoundYear: earliestDate !== null && context.round ? roundOf(earliestDate, context.round) : null,
    earliestDate,
  };
  // Last, since it leaves another platform type in the case.
  assessment.alternatives = assessAlternatives(policy, facts, opened);
  return assessment;
}
