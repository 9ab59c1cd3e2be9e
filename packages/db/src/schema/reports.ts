import { type FormValues, packageKinds, packageStates, reportKinds, reportStates } from "@shifan/rules";
import { isNotNull, sql } from "drizzle-orm";
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
import { certifications } from "./certifications.ts";
import { isFilled, isOneOf } from "./checks.ts";

/** 工作总结: what a platform tells of half a year or a year (第十二条、第十三条). */
export const reports = pgTable(
  "reports",
  {
    id: text("id").primaryKey(),
    certificationId: text("certification_id")
      .notNull()
      .references(() => certifications.id),
    organizationId: text("organization_id").notNull(),
    district: text("district").notNull(),
    kind: text("kind", { enum: reportKinds }).notNull(),
    /** 2026-H1 or 2026. */
    period: text("period").notNull(),
    state: text("state", { enum: reportStates }).notNull(),
    /** The version of the policy whose form it is. */
    policyVersion: integer("policy_version").notNull(),
    /** By the fields of the policy's report form: figures as exact decimals, texts as they were written; null where nothing is given. */
    content: json("content").$type<FormValues>().notNull(),
    /** The day of the last handing in; it stays where the report was returned. */
    submittedOn: date("submitted_on", { mode: "string" }),
    returnedReason: text("returned_reason"),
    forwardedOn: date("forwarded_on", { mode: "string" }),
    /** The package with which it went; null where it went by itself. */
    packageId: text("package_id").references(() => packages.id),
    receivedOn: date("received_on", { mode: "string" }),
    createdBy: text("created_by").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("reports_once").on(table.certificationId, table.period),
    index("reports_district").on(table.district, table.period, table.id),
    index("reports_organization").on(table.organizationId, table.kind, table.period),
    index("reports_package").on(table.packageId),
    index("reports_created").on(table.createdAt, table.id),
    index("reports_created_in_state").on(table.state, table.createdAt, table.id),
    index("reports_created_in_district").on(table.district, table.createdAt, table.id),
    // For totals of what was handed in: what many have alike is kept once.
    index("reports_counted").on(table.state, table.kind, table.period).where(isNotNull(table.submittedOn)),
    index("reports_counted_in_district")
      .on(table.district, table.state, table.kind, table.period)
      .where(isNotNull(table.submittedOn)),
    check("reports_kind", isOneOf(table.kind, reportKinds)),
    check("reports_state", isOneOf(table.state, reportStates)),
    check("reports_sent_has_day", sql`${table.state} = 'drafted' or ${table.submittedOn} is not null`),
    check(
      "reports_forwarded_has_day",
      sql`${table.state} not in ('forwarded', 'received') or ${table.forwardedOn} is not null`,
    ),
    check("reports_received_has_day", sql`(${table.state} = 'received') = (${table.receivedOn} is not null)`),
    check(
      "reports_in_package_is_forwarded",
      sql`${table.packageId} is null or ${table.state} in ('forwarded', 'received')`,
    ),
    check("reports_revision", sql`${table.revision} > 0`),
  ],
);

/** What goes with a report, in its order. */
export const reportFiles = pgTable(
  "report_files",
  {
    reportId: text("report_id")
      .notNull()
      .references(() => reports.id),
    fileId: text("file_id").notNull(),
    position: integer("position").notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.fileId] }), index("report_files_file_id").on(table.fileId)],
);

/** What a district sends to the city for a period: all summaries, the report on the inspections, a cover letter (第十三条). */
export const packages = pgTable(
  "packages",
  {
    id: text("id").primaryKey(),
    district: text("district").notNull(),
    kind: text("kind", { enum: packageKinds }).notNull(),
    period: text("period").notNull(),
    state: text("state", { enum: packageStates }).notNull(),
    /** 检查情况报告, in the district's own words. */
    inspectionReport: text("inspection_report"),
    documentNumber: text("document_number"),
    /** Why a report or an inspection is missing, by the id of its obligation. */
    missing: json("missing").$type<Readonly<Record<string, string>>>().notNull(),
    sentOn: date("sent_on", { mode: "string" }),
    receivedOn: date("received_on", { mode: "string" }),
    sentBackReason: text("sent_back_reason"),
    createdBy: text("created_by").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("packages_once").on(table.district, table.period),
    index("packages_created").on(table.createdAt, table.id),
    check("packages_kind", isOneOf(table.kind, packageKinds)),
    check("packages_state", isOneOf(table.state, packageStates)),
    check(
      "packages_sent_is_whole",
      sql`${table.state} = 'drafted' or (${table.sentOn} is not null and ${isFilled(table.documentNumber)})`,
    ),
    check("packages_received_has_day", sql`(${table.state} = 'received') = (${table.receivedOn} is not null)`),
    check("packages_revision", sql`${table.revision} > 0`),
  ],
);
