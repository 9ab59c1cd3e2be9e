import type { ReminderSubject } from "@shifan/rules";
import type { ReminderSource } from "../source.ts";
import { obligationSources } from "./obligations.ts";

const none: ReminderSource = async () => [];

/** Where what is reminded of is looked for. */
export const reminderSources: Readonly<Record<ReminderSubject, ReminderSource>> = {
  round_opened: none,
  round_extended: none,
  round_cancelled: none,
  application_deadline: none,
  credit_report_month: none,
  returned_for_correction: none,
  recommendation_deadline: none,
  scoring_deadline: none,
  publicity_end: none,
  objection_inquiry: none,
  result: none,
  title_end: none,
  ban_end: none,
  paper_end: none,
  holiday_calendar: none,
  eligible_on: none,
  year_end_gap: none,
  ...obligationSources,
};
