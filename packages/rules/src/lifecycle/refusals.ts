/** Why an act is refused. Each has its status and its Chinese wording in the contract, and its article in the policy. */
export const refusalCodes = [
  "wrong_state",
  "not_permitted",
  "other_jurisdiction",
  "round_exists",
  "round_not_open",
  "application_exists",
  "exception_exists",
  "deadline_passed",
  "period_not_ended",
  "extension_not_forward",
  "materials_incomplete",
  "report_not_of_submission_month",
  "findings_unacknowledged",
  "mandate_unconfirmed",
  "mandate_taken",
  "reapply_barred",
  "title_still_valid",
  "sample_too_small",
  "sample_exists",
  "survey_incomplete",
  "reasons_required",
  "materials_unchecked",
  "experts_not_enough",
  "conflict_of_interest",
  "reviews_incomplete",
  "spread_undiscussed",
  "cases_undecided",
  "quota_exceeded",
  "nothing_proposed",
  "publicity_not_running",
  "publicity_not_ended",
  "objection_open",
  "objection_upheld",
  "second_person_required",
  "report_exists",
  "report_incomplete",
  "package_exists",
  "missing_unexplained",
  "inspection_report_missing",
  "result_of_appraisal_only",
  "checklist_incomplete",
  "hearing_required",
  "rectification_open",
  "nothing_to_draw",
  "title_not_valid",
  "sanction_exists",
  "ground_missing",
  "decision_not_served",
  "interpretation_required",
  "interpretation_incomplete",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

const settled: ReadonlySet<RefusalCode> = new Set([
  "wrong_state",
  "not_permitted",
  "sample_exists",
  "exception_exists",
]);

/**
 * Whether a refusal says that an act was done already, or is not for such a record, or not for whoever asks: nothing is missing, and nobody can supply it. The other codes
 * name what is in the way.
 */
export function isSettled({ code, params }: Refusal): boolean {
  // Where a state is in the way that another record will leave, it is waited for.
  return settled.has(code) && params.waits === undefined;
}

/** A refusal with the figures and names that its wording needs. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

export function refusal(code: RefusalCode, params: Refusal["params"] = {}): Refusal {
  return { code, params };
}
