import type { CriterionResult } from "@shifan/rules";
import { assessState } from "../flow/judgement.ts";
import { yearsOf } from "../flow/years.ts";
import type { DialogContext, DialogState } from "../state.ts";
import { figuresToMend } from "./next-steps.ts";

/** The day from which nothing but time stands in the way no more, and what comes with it. */
export interface TimeCondition {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly criterion: Pick<CriterionResult, "title" | "article">;
}

/** What time alone brings to the answers on record; null where that is nothing, or something else stands in the way as well. */
export function timeConditionOf(state: DialogState, context: DialogContext): TimeCondition | null {
  const { earliestDate, criteria } = assessState(state, context);
  const criterion = criteria.find(
    (each) => each.status !== "met" && each.earliestDate !== null && each.earliestDate === earliestDate,
  );
  return earliestDate === null || criterion === undefined ? null : { day: earliestDate, criterion };
}

/** What of the answers on record goes by the figures of a calendar year and can be mended until its end, each with its article. */
export function gapsOfYear(state: DialogState, context: DialogContext, year: number): string[] {
  const { criteria } = assessState(state, context);
  return figuresToMend(criteria, { years: yearsOf(state, context), year, context });
}
