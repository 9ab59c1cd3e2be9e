import type { CriterionResult, Warning } from "../assessment/schema.ts";
import { neverCured } from "../operators/model.ts";
import { isOfYearAlone } from "./advice.ts";
import type { Case } from "./case.ts";
import type { Criterion, WarningRule } from "./criteria.ts";
import { describeCriterion, requiredOf, showWarning } from "./describe.ts";
import type { FactList } from "./fact-list.ts";
import { NOT_MET } from "./status.ts";

/** What is said of a criterion to one applicant, and what of it is said to all who stand alike. */
export interface Told {
  readonly said: CriterionResult;
  /** The ranks of the facts that are missing. */
  readonly missing: readonly number[];
  /** Whether there are warnings. */
  readonly warns: boolean;
  /** Whether the years in its texts follow the round. */
  readonly isOfYear: boolean;
  /** Whether all who stand alike are told the same, but for figures that can be put in. */
  readonly isToldAgain: boolean;
  readonly hasFigures: boolean;
  /** The rules of its first warnings, where these have figures too. */
  readonly warningRules: readonly WarningRule[];
}

/** Describes a criterion. `missing` is left with what is missing. */
export function tell(criterion: Criterion, facts: Case, missing: FactList): Told {
  const said = describeCriterion(criterion, facts, missing);
  const { test, measure, claimed, advice } = criterion;
  const { status, reason } = said;
  const isMeasured = measure !== null && !measure.isOfWay;
  const raised = criterion.warnings.filter(({ code }) => said.warnings.some((warning) => warning.code === code));
  const warningRules = raised.some(({ params }) => params.length > 0) ? raised : [];
  // A day that time brings is of one applicant alone, and so is a gap.
  const isDated = test.curedOn !== neverCured && (status === "not_met" || said.earliestDate !== null);
  const isAdvisedByFigures =
    isMeasured && !isOfYearAlone(advice, facts, { status, reason, isClaimed: claimed?.status(facts) !== NOT_MET });
  return {
    said,
    missing: missing.ranks(),
    warns: said.warnings.length > 0,
    isOfYear: said.advice !== null,
    isToldAgain: !isDated && !isAdvisedByFigures && !(isMeasured && said.gap !== null),
    hasFigures: isMeasured || warningRules.length > 0,
    warningRules,
  };
}

function warningsAgain(warnings: readonly Warning[], rules: readonly WarningRule[], facts: Case): Warning[] {
  return warnings.map((warning, at) => (at < rules.length ? showWarning(rules[at] as WarningRule, facts) : warning));
}

/** What is said to all who stand alike, with the figures of one of them. */
export function withFigures({ said, warningRules }: Told, criterion: Criterion, facts: Case): CriterionResult {
  const { measure } = criterion;
  return {
    id: said.id,
    article: said.article,
    title: said.title,
    status: said.status,
    reason: said.reason,
    actual: measure === null ? null : measure.actual(facts),
    required: measure === null || measure.isFixed ? said.required : requiredOf(criterion, measure, facts),
    gap: said.gap,
    earliestDate: said.earliestDate,
    parts: said.parts,
    missingFacts: said.missingFacts,
    warnings: warningRules.length === 0 ? said.warnings : warningsAgain(said.warnings, warningRules, facts),
    advice: said.advice,
  };
}
