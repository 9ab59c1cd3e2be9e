import type { Assessment, CriterionResult } from "@shifan/rules";
import type { DialogContext } from "../state.ts";

function documentOf({ id }: CriterionResult, { policy }: DialogContext) {
  return policy.document.criteria.find((each) => each.id === id);
}

/** A line counts towards another criterion and decides nothing by itself: the functions of Art. 7. */
export function isLine(context: DialogContext, criterion: CriterionResult): boolean {
  return documentOf(criterion, context)?.line ?? false;
}

/** A line that the applicant does not claim. */
export function isUnclaimed(criterion: CriterionResult, context: DialogContext): boolean {
  const words = documentOf(criterion, context)?.advice.not_claimed;
  return words !== undefined && criterion.status === "not_met" && criterion.advice === words;
}

/** Why a criterion that counts lines does not reach its number: each claimed line that does not count, with what to do. */
export function linesBehind(criterion: CriterionResult, assessment: Assessment, context: DialogContext): string[] {
  const test = documentOf(criterion, context)?.test;
  const counted: readonly string[] = typeof test === "object" && "criteria_met" in test ? test.criteria_met : [];
  return assessment.criteria
    .filter((line) => counted.includes(line.id) && line.status === criterion.status && !isUnclaimed(line, context))
    .map((line) => `· ${line.title}（${line.article}）：${line.advice ?? ""}`);
}
