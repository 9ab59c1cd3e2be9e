/** What the product reminds of. Each has a day of its own, found where the record is kept. */
export const reminderSubjects = [
  "round_opened",
  "round_extended",
  "round_cancelled",
  "application_deadline",
  "credit_report_month",
  "returned_for_correction",
  "recommendation_deadline",
  "scoring_deadline",
  "publicity_end",
  "objection_inquiry",
  "result",
  "periodic_inspection",
  "half_year_report",
  "annual_report",
  "half_year_package",
  "annual_package",
  "appraisal",
  "title_end",
  "ban_end",
  "paper_end",
  "yearly_round",
  "holiday_calendar",
  "eligible_on",
  "year_end_gap",
] as const;
export type ReminderSubject = (typeof reminderSubjects)[number];

/** Who is told: whoever asked after a self-check, those with a case or a title, and the offices. */
export const reminderAudiences = [
  "prospect",
  "applicant",
  "platform",
  "district",
  "city",
  "expert",
  "administrator",
] as const;
export type ReminderAudience = (typeof reminderAudiences)[number];

/** What one tap leads to. */
export const reminderSteps = ["open", "print_checklist", "copy_last_application"] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** What an applicant is told of as it happens to the case. A return is told by its kind, an end by the clock by what it ended. */
export const resultEvents = [
  "return_correction",
  "return_resubmission",
  "transfer",
  "accept",
  "recommend",
  "not_recommend",
  "receive",
  "send_back",
  "finish_review",
  "not_propose",
  "publish",
  "object",
  "clear_objection",
  "uphold_objection",
  "certify",
  "reject",
  "withdraw",
  "lapse_draft",
  "lapse_returned",
] as const;
export type ResultEvent = (typeof resultEvents)[number];
