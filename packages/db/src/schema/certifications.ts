import {
  type CorrectableField,
  certificationStates,
  resultsOfAppraisals,
  titleCheckKinds,
  titleCheckResults,
} from "@shifan/rules";
import { sql } from "drizzle-orm";
import {
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
import { applications } from "./applications.ts";
import { isFilled, isOneOf } from "./checks.ts";
import { organizations } from "./organizations.ts";
import { rounds } from "./rounds.ts";

/** What of a title from papers is to be corrected, until a second person has looked at it. */
export type TitleCorrection = {
  readonly changes: Readonly<Partial<Record<CorrectableField, string | null>>>;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedOn: string;
};

/** A title. One that existed before the product is imported from papers and counts once a second officer has confirmed it. */
export const certifications = pgTable(
  "certifications",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    platformName: text("platform_name").notNull(),
    platformType: text("platform_type").notNull(),
    district: text("district").notNull(),
    state: text("state", { enum: certificationStates }).notNull(),
    /** The case that led to it, and the round; null for a title from before the product. */
    applicationId: text("application_id").references(() => applications.id),
    roundId: text("round_id").references(() => rounds.id),
    /** The number of the document that gave the title (文号). */
    documentNumber: text("document_number").notNull(),
    certificateNumber: text("certificate_number"),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    /** The last day, included. */
    validTo: date("valid_to", { mode: "string" }).notNull(),
    /** The day of a cancellation or revocation, and of its recorded service. */
    endedOn: date("ended_on", { mode: "string" }),
    endServedOn: date("end_served_on", { mode: "string" }),
    endDocumentNumber: text("end_document_number"),
    /** Where the record of the end comes from. */
    endSource: text("end_source"),
    /** Where the record comes from (据纸质文件补录). */
    source: text("source").notNull(),
    importedBy: text("imported_by"),
    confirmedBy: text("confirmed_by"),
    /** When, by whom and why it was given up before anybody had confirmed it: withdrawn by whoever entered it, or refused by another. */
    discardedOn: date("discarded_on", { mode: "string" }),
    discardedBy: text("discarded_by"),
    discardReason: text("discard_reason"),
    correction: json("correction").$type<TitleCorrection>(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** The last period for which its obligations are planned, such as 2026-H1; empty before the first. Of no weight to the title itself. */
    plannedThrough: text("planned_through").notNull().default(""),
    revision: integer("revision").notNull(),
  },
  (table) => [
    // What ends on a day, and what was revoked on one.
    index("certifications_valid_to")
      .on(table.validTo, table.id)
      .where(sql`${table.state} = 'valid' and ${table.confirmedBy} is not null`),
    index("certifications_revoked_on")
      .on(sql`coalesce(${table.endServedOn}, ${table.endedOn})`)
      .where(sql`${table.state} = 'revoked' and ${table.confirmedBy} is not null`),
    index("certifications_planned_through").on(table.plannedThrough).where(sql`${table.confirmedBy} is not null`),
    index("certifications_to_correct").on(table.id).where(sql`${table.correction} is not null`),
    index("certifications_begin").on(table.validFrom, table.id),
    index("certifications_district").on(table.district, table.validFrom, table.id),
    // For totals: what many have alike is kept once.
    index("certifications_counted").on(table.district, table.platformType),
    // How titles stand is told by these, and by the sanctions on each.
    index("certifications_standing").on(table.validTo, table.validFrom, table.state, table.endedOn, table.id),
    // As the public register is read.
    index("certifications_register")
      .on(table.validFrom.desc().nullsFirst(), table.certificateNumber.asc(), table.id.asc())
      .where(sql`${table.confirmedBy} is not null`),
    uniqueIndex("certifications_application_id").on(table.applicationId),
    index("certifications_round_id").on(table.roundId),
    // What was given up is entered again as the papers say it.
    uniqueIndex("certifications_number").on(table.certificateNumber).where(sql`${table.discardedOn} is null`),
    uniqueIndex("certifications_once")
      .on(table.organizationId, table.documentNumber, table.platformName)
      .where(sql`${table.discardedOn} is null`),
    index("certifications_organization_id").on(table.organizationId),
    check("certifications_state", isOneOf(table.state, certificationStates)),
    check(
      "certifications_of_a_round_is_whole",
      sql`(${table.applicationId} is null) = (${table.roundId} is null) and (${table.applicationId} is null or ${table.certificateNumber} is not null)`,
    ),
    check(
      "certifications_names",
      sql`length(trim(${table.platformName})) > 0 and length(trim(${table.documentNumber})) > 0 and length(trim(${table.source})) > 0`,
    ),
    check("certifications_revision", sql`${table.revision} > 0`),
    check("certifications_dates_in_order", sql`${table.validTo} > ${table.validFrom}`),
    check("certifications_end_has_day", sql`(${table.state} = 'valid') = (${table.endedOn} is null)`),
    check(
      "certifications_valid_without_end",
      sql`${table.state} <> 'valid' or (${table.endServedOn} is null and ${table.endDocumentNumber} is null and ${table.endSource} is null)`,
    ),
    check("certifications_ended_after_begin", sql`${table.endedOn} >= ${table.validFrom}`),
    check(
      "certifications_served_after_end",
      sql`${table.endServedOn} is null or ${table.endServedOn} >= ${table.endedOn}`,
    ),
    check(
      "certifications_second_person",
      sql`${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.importedBy}`,
    ),
    check(
      "certifications_discard_is_whole",
      sql`(${table.discardedOn} is null) = (${table.discardedBy} is null) and (${table.discardedOn} is null) = (${table.discardReason} is null) and (${table.discardReason} is null or ${isFilled(table.discardReason)})`,
    ),
    check(
      "certifications_discarded_unconfirmed",
      sql`${table.discardedOn} is null or (${table.confirmedBy} is null and ${table.importedBy} is not null)`,
    ),
    check(
      "certifications_correction_of_confirmed",
      sql`${table.correction} is null or (${table.confirmedBy} is not null and ${table.importedBy} is not null)`,
    ),
  ],
);

/** What was found of a title in its years, as the papers of the time tell it (Art. 13), each with where it was read. */
export const certificationChecks = pgTable(
  "certification_checks",
  {
    certificationId: text("certification_id")
      .notNull()
      .references(() => certifications.id),
    /** Its place among the checks of the title, from 1. */
    n: integer("n").notNull(),
    kind: text("kind", { enum: titleCheckKinds }).notNull(),
    checkedOn: date("checked_on", { mode: "string" }).notNull(),
    result: text("result", { enum: titleCheckResults }).notNull(),
    documentNumber: text("document_number"),
    remark: text("remark"),
    source: text("source").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.certificationId, table.n] }),
    check("certification_checks_kind", isOneOf(table.kind, titleCheckKinds)),
    check("certification_checks_result", isOneOf(table.result, titleCheckResults)),
    check(
      "certification_checks_result_of_kind",
      sql`${table.kind} = 'appraisal' or not (${isOneOf(table.result, resultsOfAppraisals)})`,
    ),
    check("certification_checks_source", sql`length(trim(${table.source})) > 0`),
  ],
);
