import type { CriterionResult, CriterionStatus, Warning } from "../assessment/schema.ts";
import { formatDate } from "../facts/calendar.ts";
import { showQuantity } from "../operators/comparison.ts";
import type { Measure } from "../operators/model.ts";
import { adviseOn } from "./advice.ts";
import type { Case } from "./case.ts";
import type { Contradiction, Criterion, WarningRule } from "./criteria.ts";
import type { FactList } from "./fact-list.ts";
import { MET, NOT_MET, type Status, statusNames, UNDETERMINED } from "./status.ts";

const noWarnings: Warning[] = Object.freeze([]) as unknown as Warning[];
const noFacts: string[] = Object.freeze([]) as unknown as string[];

export function showWarning({ code, params }: WarningRule, facts: Case): Warning {
  const shown: Warning["params"] = {};
  for (const { name, value } of params) shown[name] = showQuantity(value, facts) ?? "";
  return { code, params: shown };
}

/** The warnings of the rules that apply; the one empty list where none does. */
export function raiseWarnings(rules: readonly WarningRule[], facts: Case): Warning[] {
  let raised = noWarnings;
  for (const rule of rules) {
    if (rule.when.status(facts) !== MET) continue;
    if (raised === noWarnings) raised = [];
    raised.push(showWarning(rule, facts));
  }
  return raised;
}

export function warnOfContradiction({ code, facts }: Contradiction): Warning {
  return { code, params: { facts: [...facts] } };
}

function warningsOn(criterion: Criterion, facts: Case): Warning[] {
  const raised = raiseWarnings(criterion.warnings, facts);
  if (!criterion.isContradicted(facts)) return raised;
  const holding = criterion.contradictions.filter(({ bit }) => facts.contradictions & bit);
  return [...raised, ...holding.map(warnOfContradiction)];
}

/** What a measure requires, as it is shown. */
export function requiredOf(criterion: Criterion, measure: Measure, facts: Case): CriterionResult["required"] {
  const required = measure.required(facts);
  return required === null ? null : criterion.requirementOf(required);
}

/** Explains one judged criterion: figures, gap, why it is open, what to do. `missing` is left with what is missing. */
export function describeCriterion(criterion: Criterion, facts: Case, missing: FactList): CriterionResult {
  const { document, measure } = criterion;
  const judged = facts.statuses[criterion.index] as Status;
  const status = statusNames[judged] as CriterionStatus;
  missing.clear();
  if (judged === UNDETERMINED) criterion.collect(facts, missing);
  const reason = judged === UNDETERMINED ? criterion.reason(facts, missing) : null;
  const actual = measure ? measure.actual(facts) : null;
  const required = measure ? measure.required(facts) : null;
  // What is met by the very test that is measured lacks nothing.
  const hasGap = judged === NOT_MET || (judged === MET && measure !== criterion.test.measure);
  const gap = hasGap && measure ? measure.gap(facts) : null;
  const cured = judged === MET || reason === "contradictory" ? Number.NaN : criterion.test.curedOn(facts);
  const earliestDate = Number.isFinite(cured) ? formatDate(cured) : null;
  return {
    id: document.id,
    article: document.article,
    title: document.title,
    status,
    reason,
    actual,
    required: required === null ? null : criterion.requirementOf(required),
    gap,
    earliestDate,
    parts: criterion.partsOf(facts),
    missingFacts: missing.size === 0 ? noFacts : missing.names(),
    warnings: warningsOn(criterion, facts),
    advice:
      judged === MET
        ? null
        : adviseOn(criterion.advice, facts, {
            status,
            reason,
            actual,
            required,
            gap,
            unit: measure?.unit ?? null,
            earliestDate,
            isClaimed: criterion.claimed?.status(facts) !== NOT_MET,
          }),
  };
}
