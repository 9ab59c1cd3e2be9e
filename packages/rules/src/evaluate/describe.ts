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

/** The day on which time alone makes it met; null where it does not, is met, or stands on facts at odds. */
export function earliestDateOf({ test }: Criterion, facts: Case, { status, reason }: Judged): string | null {
  const cured = status === "met" || reason === "contradictory" ? Number.NaN : test.curedOn(facts);
  return Number.isFinite(cured) ? formatDate(cured) : null;
}

/** False for a line that the applicant does not claim. */
export function isClaimed({ claimed }: Criterion, facts: Case): boolean {
  return claimed?.status(facts) !== NOT_MET;
}

/** What to do about a criterion, given all else that is said of it. */
export function adviceOn(criterion: Criterion, facts: Case, said: Judged & Figures): string | null {
  const { status, reason, actual, gap, earliestDate } = said;
  return adviseOn(criterion.advice, facts, {
    status,
    reason,
    actual,
    required: said.required?.value ?? null,
    gap,
    unit: criterion.measure?.unit ?? null,
    earliestDate,
    isClaimed: isClaimed(criterion, facts),
  });
}

type Judged = Pick<CriterionResult, "status" | "reason">;
type Figures = Pick<CriterionResult, "actual" | "required" | "gap" | "earliestDate">;

/** Explains one judged criterion: figures, gap, why it is open, what to do. `missing` is left with what is missing. */
export function describeCriterion(criterion: Criterion, facts: Case, missing: FactList): CriterionResult {
  const { document, measure } = criterion;
  const judged = facts.statuses[criterion.index] as Status;
  missing.clear();
  if (judged === UNDETERMINED) criterion.collect(facts, missing);
  const status = statusNames[judged] as CriterionStatus;
  const reason = judged === UNDETERMINED ? criterion.reason(facts, missing) : null;
  // What is met by the very test that is measured lacks nothing.
  const hasGap = judged === NOT_MET || (judged === MET && measure !== criterion.test.measure);
  const actual = measure ? measure.actual(facts) : null;
  const required = measure ? requiredOf(criterion, measure, facts) : null;
  const gap = hasGap && measure ? measure.gap(facts) : null;
  const earliestDate = earliestDateOf(criterion, facts, { status, reason });
  // Written out field by field: an object put together from others keeps some of them apart.
  return {
    id: document.id,
    article: document.article,
    title: document.title,
    status,
    reason,
    actual,
    required,
    gap,
    earliestDate,
    parts: criterion.partsOf(facts),
    missingFacts: missing.isEmpty ? noFacts : missing.names(),
    warnings: warningsOn(criterion, facts),
    advice: adviceOn(criterion, facts, { status, reason, actual, required, gap, earliestDate }),
  };
}
