import { noticeKinds, noticeStates } from "@shifan/rules";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { applications } from "./applications.ts";
import { isOneOf } from "./checks.ts";
import { rounds } from "./rounds.ts";

/** What the city announces: the publicity of its list, who was certified, and anything else. Days are in Asia/Shanghai until their 24:00. */
export const notices = pgTable(
  "notices",
  {
    id: text("id").primaryKey(),
    roundId: text("round_id").references(() => rounds.id),
    kind: text("kind", { enum: noticeKinds }).notNull(),
    state: text("state", { enum: noticeStates }).notNull(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    /** First and last day of a publicity, both included. */
    startsOn: date("starts_on", { mode: "string" }),
    endsOn: date("ends_on", { mode: "string" }),
    /** On which days of work the end was set where the holiday calendar of the year is not announced yet. */
    periodGround: text("period_ground"),
    /** Where and when it stood on the bureau's own site. */
    officialUrl: text("official_url"),
    officialPublishedOn: date("official_published_on", { mode: "string" }),
    publishedAt: timestamp("published_at", { withTimezone: true }),
    /** The publicity that this one extends. */
    extendsId: text("extends_id").references((): AnyPgColumn => notices.id),
    /** Why it was extended. */
    reason: text("reason"),
    createdBy: text("created_by").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("notices_one_running_publicity")
      .on(table.roundId)
      .where(sql`${table.kind} = 'publicity' and ${table.state} = 'published'`),
    uniqueIndex("notices_extends_id").on(table.extendsId),
    index("notices_published_at").on(table.publishedAt, table.id),
    index("notices_created").on(table.createdAt, table.id),
    index("notices_created_in_state").on(table.state, table.createdAt, table.id),
    // For totals: what many have alike is kept once.
    index("notices_counted").on(table.state, table.kind),
    check("notices_kind", isOneOf(table.kind, noticeKinds)),
    check("notices_state", isOneOf(table.state, noticeStates)),
    check(
      "notices_publicity_is_whole",
      sql`${table.kind} <> 'publicity' or (${table.roundId} is not null and ${table.startsOn} is not null and ${table.endsOn} is not null and ${table.officialUrl} is not null and ${table.officialPublishedOn} is not null)`,
    ),
    check("notices_days_in_order", sql`${table.endsOn} >= ${table.startsOn}`),
    // One that extends another keeps its first day, and stands on the bureau's own site later than that.
    check(
      "notices_not_before_official",
      sql`${table.extendsId} is not null or ${table.startsOn} >= ${table.officialPublishedOn}`,
    ),
    check("notices_published_has_time", sql`(${table.state} = 'draft') = (${table.publishedAt} is null)`),
  ],
);

/** The cases of a notice as they were published: a later change of name does not alter what stood there. */
export const noticeCases = pgTable(
  "notice_cases",
  {
    noticeId: text("notice_id")
      .notNull()
      .references(() => notices.id),
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    position: integer("position").notNull(),
    organizationName: text("organization_name").notNull(),
    platformName: text("platform_name").notNull(),
    platformType: text("platform_type").notNull(),
    district: text("district").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.noticeId, table.applicationId] }),
    uniqueIndex("notice_cases_position").on(table.noticeId, table.position),
    index("notice_cases_application_id").on(table.applicationId),
  ],
);
