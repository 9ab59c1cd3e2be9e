import { applicationStates, openApplicationStates } from "@shifan/rules";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { personal, personalMap } from "../personal/columns.ts";
import { isFilled, isOneOf } from "./checks.ts";
import { organizations } from "./organizations.ts";
import { rounds } from "./rounds.ts";

/** How an application came: typed in by the applicant, or from paper by the district. */
export const applicationOrigins = ["online", "paper"] as const;

/** The city's decision that an organization may have a second application in a round (Art. 2). */
export const applicationExceptions = pgTable(
  "application_exceptions",
  {
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    ground: text("ground").notNull(),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.roundId] }),
    check("application_exceptions_ground", sql`length(trim(${table.ground})) > 0`),
  ],
);

const isLive = `state in (${openApplicationStates.map((state) => `'${state}'`).join(", ")})`;

/** One application of one organization in one round. */
export const applications = pgTable(
  "applications",
  {
    id: text("id").primaryKey(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    /** The recommending district; a transfer changes it. */
    district: text("district").notNull(),
    state: text("state", { enum: applicationStates }).notNull(),
    origin: text("origin", { enum: applicationOrigins }).notNull(),
    /** Whether staff may see it: handed in once, or from paper. */
    isHandedIn: boolean("is_handed_in").notNull(),
    /** The day that counts as the day of handing in (Asia/Shanghai). */
    receivedOn: date("received_on", { mode: "string" }),
    enteredBy: text("entered_by").notNull(),
    enteredOn: date("entered_on", { mode: "string" }).notNull(),
    /** Grows with every change of the form; printed on every page made from it. */
    dataVersion: integer("data_version").notNull(),
    /** What was found and acknowledged at the last handing in. */
    acknowledged: json("acknowledged"),
    /** Defects and last day of the present return. */
    returned: json("returned"),
    /** Version and commitment of the form as it was when it was returned; the form itself is kept apart. */
    returnedForm: json("returned_form"),
    reason: text("reason"),
    /** Of the second application of an organization in a round: the ground on which the city allows it. */
    exceptionGround: text("exception_ground"),
    /** The organization's name and code as they are searched; see `searchTextOf`. */
    search: text("search").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("applications_one_live")
      .on(table.roundId, table.organizationId)
      .where(sql.raw(`${isLive} and exception_ground is null`)),
    uniqueIndex("applications_one_by_exception")
      .on(table.roundId, table.organizationId)
      .where(sql.raw(`${isLive} and exception_ground is not null`)),
    // The lists of staff, who see what was handed in: a page is cut from an index alone, without the wide rows.
    index("applications_handed_in").on(table.changedAt, table.id).where(sql`${table.isHandedIn}`),
    index("applications_handed_in_created").on(table.createdAt, table.id).where(sql`${table.isHandedIn}`),
    index("applications_handed_in_district")
      .on(table.district, table.changedAt, table.id)
      .where(sql`${table.isHandedIn}`),
    index("applications_handed_in_district_state")
      .on(table.district, table.state, table.changedAt, table.id)
      .where(sql`${table.isHandedIn}`),
    index("applications_handed_in_state").on(table.state, table.changedAt, table.id).where(sql`${table.isHandedIn}`),
    index("applications_handed_in_round")
      .on(table.roundId, table.state, table.changedAt, table.id)
      .where(sql`${table.isHandedIn}`),
    // Their totals: what many have alike a B-tree keeps once, and ten thousand are counted in a dozen of its pages.
    index("applications_counted_in_state").on(table.state).where(sql`${table.isHandedIn}`),
    index("applications_counted_in_district").on(table.district, table.state).where(sql`${table.isHandedIn}`),
    index("applications_state").on(table.roundId, table.state, table.isHandedIn),
    // What the clock looks through every minute.
    index("applications_waiting").on(table.changedAt).where(sql`${table.state} in ('draft', 'returned')`),
    // Returns by their last day.
    index("applications_returned_until")
      .on(sql`(${table.returned} ->> 'until')`)
      .where(sql`${table.state} = 'returned'`),
    index("applications_organization_id").on(table.organizationId),
    check("applications_state", isOneOf(table.state, applicationStates)),
    check("applications_origin", isOneOf(table.origin, applicationOrigins)),
    check("applications_paper_is_handed_in", sql`${table.origin} <> 'paper' or ${table.isHandedIn}`),
    check(
      "applications_exception_has_ground",
      sql`${table.exceptionGround} is null or length(trim(${table.exceptionGround})) > 0`,
    ),
    check("applications_versions", sql`${table.dataVersion} >= 0 and ${table.revision} > 0`),
    check(
      "applications_draft_not_received",
      sql`${table.state} in ('draft', 'withdrawn', 'lapsed') or (${table.receivedOn} is not null and ${table.isHandedIn})`,
    ),
    check("applications_returned_has_day", sql`${table.state} <> 'returned' or ${table.returned} is not null`),
    check(
      "applications_refusal_has_reason",
      sql`${table.state} not in ('not_recommended', 'not_selected', 'rejected') or ${isFilled(table.reason)}`,
    ),
  ],
);

/** One section of the form, saved by itself so that two colleagues never overwrite each other. */
export const applicationSections = pgTable(
  "application_sections",
  {
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    section: text("section").notNull(),
    data: json("data").notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.section] }),
    // Papers by the day on which they were issued or end, as the form states it.
    index("application_sections_report_day")
      .on(sql`least(${table.data} ->> 'credit_report_date', ${table.data} ->> 'gsxt_query_date')`)
      .where(sql`${table.section} = 'supplement'`),
    index("application_sections_lease_end")
      .on(sql`(${table.data} ->> 'lease_end_date')`)
      .where(sql`${table.section} = 'supplement'`),
    index("application_sections_permit_end")
      .on(sql`(${table.data} ->> 'permit_valid_to')`)
      .where(sql`${table.section} = 'supplement'`),
    check("application_sections_revision", sql`${table.revision} > 0`),
  ],
);

/** One row of one of the form's lists. */
export const applicationRows = pgTable(
  "application_rows",
  {
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    list: text("list").notNull(),
    rowId: text("row_id").notNull(),
    position: integer("position").notNull(),
    data: json("data").notNull(),
    /** Personal data of third persons, sealed, by column. */
    personal: personalMap("personal").notNull(),
    /** The hash of this row's state, so that the state of a long list is hashed without reading all of it. */
    hash: text("hash").notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.list, table.rowId] }),
    index("application_rows_position").on(table.applicationId, table.list, table.position),
    check("application_rows_revision", sql`${table.revision} > 0`),
    check("application_rows_position_from_zero", sql`${table.position} >= 0`),
  ],
);

/** The form of an application as it was when it was last returned: what has changed since is shown to whoever checks it again. */
export const returnedForms = pgTable("returned_forms", {
  applicationId: text("application_id")
    .primaryKey()
    .references(() => applications.id),
  dataVersion: integer("data_version").notNull(),
  /** Its JSON, sealed as a whole, since its lists name third persons. The application's own record carries its commitment. */
  form: personal("form").notNull(),
});
