import type { Overview } from "@shifan/contract";
import type { PolicyDocument } from "@shifan/rules";

/** The figures of the procedure below which nobody may go, in the order of the procedure. */
const fixedFigures = [
  "return_days_least",
  "survey_minimum",
  "experts_least",
  "publicity_working_days",
  "objection_answer_days",
  "refusal_answer_days",
  "check_answer_days",
  "appraisal_notice_days",
  "statement_days",
] as const;

/** What may not be shortened, and why: as the policy has it, each with its article. */
export function describeFixed({ lifecycle }: PolicyDocument): Overview["fixed"] {
  return fixedFigures.flatMap((id) => {
    const figure = lifecycle.parameters.find((parameter) => parameter.id === id);
    if (figure === undefined) return [];
    const { title, value, unit, article, mark, ground } = figure;
    return [{ id, text: `${title}：${value}${unit}`, article, mark, ground }];
  });
}
