import { roundStates, submissionEvents } from "@shifan/rules";
import { sql } from "drizzle-orm";
import { check, date, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { isOneOf } from "./checks.ts";

/** One year's procedure under one policy. Days are in Asia/Shanghai and last until their 24:00. */
export const rounds = pgTable(
  "rounds",
  {
    id: text("id").primaryKey(),
    policyId: text("policy_id").notNull(),
    /** Fixed when the round opens; every case of the round is judged by it. */
    policyVersion: integer("policy_version"),
    year: integer("year").notNull(),
    state: text("state", { enum: roundStates }).notNull(),
    submissionDeadline: date("submission_deadline", { mode: "string" }),
    recommendationDeadline: date("recommendation_deadline", { mode: "string" }),
    /** What counts as 提交. */
    submissionEvent: text("submission_event", { enum: submissionEvents }).notNull(),
    copies: integer("copies").notNull(),
    binding: text("binding").notNull(),
    counterAddress: text("counter_address").notNull(),
    noticeTitle: text("notice_title").notNull(),
    noticeText: text("notice_text").notNull(),
    openedOn: date("opened_on", { mode: "string" }),
    /** How many may be certified at most; null where the round sets no number. */
    quota: integer("quota"),
    cancelledReason: text("cancelled_reason"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("rounds_one_a_year").on(table.policyId, table.year).where(sql`${table.state} <> 'cancelled'`),
    check("rounds_state", isOneOf(table.state, roundStates)),
    check("rounds_submission_event", isOneOf(table.submissionEvent, submissionEvents)),
    check("rounds_dates_in_order", sql`${table.recommendationDeadline} >= ${table.submissionDeadline}`),
    check(
      "rounds_opened_with_dates",
      sql`${table.state} in ('draft', 'cancelled') or (${table.policyVersion} is not null and ${table.submissionDeadline} is not null and ${table.recommendationDeadline} is not null and ${table.openedOn} is not null)`,
    ),
    check(
      "rounds_opened_before_deadline",
      sql`${table.state} in ('draft', 'cancelled') or ${table.openedOn} <= ${table.submissionDeadline}`,
    ),
    check(
      "rounds_cancelled_with_reason",
      sql`(${table.state} = 'cancelled') = (${table.cancelledReason} is not null) and length(trim(coalesce(${table.cancelledReason}, '-'))) > 0`,
    ),
    check("rounds_revision", sql`${table.revision} > 0`),
    check("rounds_year", sql`${table.year} between 1990 and 2100`),
    check("rounds_quota", sql`${table.quota} > 0`),
    check("rounds_copies", sql`${table.copies} between 1 and 20`),
  ],
);

/** Each extension of a round's windows, for all alike and with its reason. */
export const roundExtensions = pgTable(
  "round_extensions",
  {
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    n: integer("n").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    reason: text("reason").notNull(),
    notice: text("notice").notNull(),
    submissionDeadlineBefore: date("submission_deadline_before", { mode: "string" }).notNull(),
    recommendationDeadlineBefore: date("recommendation_deadline_before", { mode: "string" }).notNull(),
    submissionDeadline: date("submission_deadline", { mode: "string" }).notNull(),
    recommendationDeadline: date("recommendation_deadline", { mode: "string" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.n] }),
    check(
      "round_extensions_forward",
      sql`${table.submissionDeadline} >= ${table.submissionDeadlineBefore} and ${table.recommendationDeadline} >= ${table.recommendationDeadlineBefore}`,
    ),
    check("round_extensions_dates_in_order", sql`${table.recommendationDeadline} >= ${table.submissionDeadline}`),
    check("round_extensions_reason", sql`length(trim(${table.reason})) > 0 and length(trim(${table.notice})) > 0`),
  ],
);
