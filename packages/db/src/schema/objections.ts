import { complaintStates, complaintSubjects, objectionChannels, objectionStates } from "@shifan/rules";
import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { personalMap } from "../personal/columns.ts";
import { isFilled, isOneOf } from "./checks.ts";
import { noticeCases } from "./notices.ts";

/** How an objection ended; the reply comes after it. */
export const objectionOutcomes = ["inadmissible", "upheld", "dismissed"] as const;

/** An objection to one published case. Name, contact and own words of whoever objects are sealed: the words can give the person away. */
export const objections = pgTable(
  "objections",
  {
    id: text("id").primaryKey(),
    noticeId: text("notice_id").notNull(),
    applicationId: text("application_id").notNull(),
    /** With it, and with nothing else, one sees later how it stands. */
    receiptNumber: text("receipt_number").notNull(),
    state: text("state", { enum: objectionStates }).notNull(),
    outcome: text("outcome", { enum: objectionOutcomes }),
    channel: text("channel", { enum: objectionChannels }).notNull(),
    receivedOn: date("received_on", { mode: "string" }).notNull(),
    /** Who entered a letter, a visit or a call; null for the portal. */
    enteredBy: text("entered_by"),
    /** name, contact, content and evidence. */
    personal: personalMap("personal").notNull(),
    /** What the applicant is shown of it: the officer's own wording. */
    extract: text("extract"),
    answerUntil: date("answer_until", { mode: "string" }),
    answer: text("answer"),
    answeredOn: date("answered_on", { mode: "string" }),
    inquiryUntil: date("inquiry_until", { mode: "string" }),
    finding: text("finding"),
    decidedOn: date("decided_on", { mode: "string" }),
    reply: text("reply"),
    repliedOn: date("replied_on", { mode: "string" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    foreignKey({
      name: "objections_case",
      columns: [table.noticeId, table.applicationId],
      foreignColumns: [noticeCases.noticeId, noticeCases.applicationId],
    }),
    uniqueIndex("objections_receipt_number").on(table.receiptNumber),
    index("objections_application_id").on(table.applicationId),
    index("objections_state").on(table.state, table.createdAt, table.id),
    index("objections_inquiry_until")
      .on(table.inquiryUntil)
      .where(sql`${table.state} in ('admitted', 'under_inquiry')`),
    index("objections_created").on(table.createdAt, table.id),
    // For totals: what many have alike is kept once.
    index("objections_counted").on(table.state, table.outcome),
    check("objections_state", isOneOf(table.state, objectionStates)),
    check("objections_outcome", isOneOf(table.outcome, objectionOutcomes)),
    check("objections_channel", isOneOf(table.channel, objectionChannels)),
    check("objections_entered_by_somebody", sql`${table.channel} = 'portal' or ${table.enteredBy} is not null`),
    check(
      "objections_admitted_has_extract",
      sql`${table.state} not in ('admitted', 'under_inquiry', 'upheld', 'dismissed') or (${isFilled(table.extract)} and ${table.answerUntil} is not null)`,
    ),
    check(
      "objections_decided_is_whole",
      sql`(${table.outcome} is null) = (${table.state} in ('filed', 'admitted', 'under_inquiry')) and (${table.outcome} is null or (${isFilled(table.finding)} and ${table.decidedOn} is not null))`,
    ),
    check(
      "objections_replied_is_whole",
      sql`${table.state} <> 'replied' or (${isFilled(table.reply)} and ${table.repliedOn} is not null)`,
    ),
  ],
);

/** The scans of a letter, in the order in which they are to be read. */
export const objectionFiles = pgTable(
  "objection_files",
  {
    objectionId: text("objection_id")
      .notNull()
      .references(() => objections.id),
    fileId: text("file_id").notNull(),
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.objectionId, table.fileId] }),
    index("objection_files_file_id").on(table.fileId),
  ],
);

/** 监督与投诉, open all year (第十二条、第十六条). It changes no state of any other record. */
export const complaints = pgTable(
  "complaints",
  {
    id: text("id").primaryKey(),
    receiptNumber: text("receipt_number").notNull(),
    subject: text("subject", { enum: complaintSubjects }).notNull(),
    state: text("state", { enum: complaintStates }).notNull(),
    /** Whom or what it is about, as it was written. */
    target: text("target").notNull(),
    receivedOn: date("received_on", { mode: "string" }).notNull(),
    /** name and contact, where given, and content. */
    personal: personalMap("personal").notNull(),
    reply: text("reply"),
    repliedOn: date("replied_on", { mode: "string" }),
    closedReason: text("closed_reason"),
    closedOn: date("closed_on", { mode: "string" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("complaints_receipt_number").on(table.receiptNumber),
    index("complaints_state").on(table.subject, table.state, table.createdAt, table.id),
    index("complaints_created").on(table.createdAt, table.id),
    // For totals: what many have alike is kept once.
    index("complaints_counted").on(table.subject, table.state),
    check("complaints_subject", isOneOf(table.subject, complaintSubjects)),
    check("complaints_state", isOneOf(table.state, complaintStates)),
    check(
      "complaints_replied_is_whole",
      sql`${table.state} <> 'replied' or (${isFilled(table.reply)} and ${table.repliedOn} is not null)`,
    ),
    check(
      "complaints_closed_is_whole",
      sql`${table.state} <> 'closed' or (${isFilled(table.closedReason)} and ${table.closedOn} is not null)`,
    ),
  ],
);
