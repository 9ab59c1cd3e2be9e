import {
  absenceFindings,
  type DrawableTitle,
  inspectionStates,
  resultsOfAppraisals,
  spotCheckDrawStates,
  titleCheckKinds,
  titleCheckResults,
} from "@shifan/rules";
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
import { certifications } from "./certifications.ts";
import { isFilled, isOneOf } from "./checks.ts";
import { complaints } from "./objections.ts";

/** A draw of titles for spot checks: anybody can draw again from the record (第十三条, 抽查). */
export const spotCheckDraws = pgTable(
  "spot_check_draws",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull(),
    state: text("state", { enum: spotCheckDrawStates }).notNull(),
    /** SHA-256 of the seed, on record before the titles to draw from are known. */
    commitment: text("commitment").notNull(),
    seed: text("seed").notNull(),
    /** The share that is drawn, an exact decimal, and how many of each district at least. */
    share: text("share").notNull(),
    leastOfDistrict: integer("least_of_district").notNull(),
    /** The titles from which was drawn, each with the district in which it lay, in the order in which they stood. */
    population: json("population").$type<readonly DrawableTitle[]>(),
    drawn: json("drawn").$type<readonly string[]>(),
    committedAt: timestamp("committed_at", { withTimezone: true }).notNull(),
    committedBy: text("committed_by").notNull(),
    drawnAt: timestamp("drawn_at", { withTimezone: true }),
    revision: integer("revision").notNull(),
  },
  (table) => [
    check("spot_check_draws_state", isOneOf(table.state, spotCheckDrawStates)),
    check("spot_check_draws_commitment", sql`${table.commitment} ~ '^[0-9a-f]{64}$'`),
    check("spot_check_draws_least", sql`${table.leastOfDistrict} >= 0`),
    check(
      "spot_check_draws_drawn_is_whole",
      sql`(${table.state} = 'drawn') = (${table.drawnAt} is not null) and (${table.drawnAt} is null) = (${table.population} is null) and (${table.drawnAt} is null) = (${table.drawn} is null)`,
    ),
    check("spot_check_draws_revision", sql`${table.revision} > 0`),
  ],
);

export type InspectionSignatures = {
  readonly inspectorsFileId: string;
  readonly unitFileId: string | null;
  readonly unsignedReason: string | null;
};

/** A look at a title: 定期检查 of the district, 抽查 or 考核 of the city (第十三条). */
export const inspections = pgTable(
  "inspections",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: titleCheckKinds }).notNull(),
    certificationId: text("certification_id")
      .notNull()
      .references(() => certifications.id),
    organizationId: text("organization_id").notNull(),
    district: text("district").notNull(),
    /** The calendar half that it counts for: 2026-H1. */
    period: text("period").notNull(),
    state: text("state", { enum: inspectionStates }).notNull(),
    /** What it follows from, where it does: a draw, a complaint. */
    drawId: text("draw_id").references(() => spotCheckDraws.id),
    complaintId: text("complaint_id").references(() => complaints.id),
    plannedOn: date("planned_on", { mode: "string" }).notNull(),
    /** Content and day of an appraisal as they were announced. */
    noticeText: text("notice_text"),
    notifiedOn: date("notified_on", { mode: "string" }),
    takesPlaceOn: date("takes_place_on", { mode: "string" }),
    /** The version of the policy by whose checklist it was looked at; null before. */
    policyVersion: integer("policy_version"),
    /** By the items of the policy's checklist. */
    checklist: json("checklist").$type<Readonly<Record<string, { rating: string; remark: string }>>>().notNull(),
    findings: text("findings"),
    carriedOutOn: date("carried_out_on", { mode: "string" }),
    /** When the result came on record and the unit was told. */
    recordedOn: date("recorded_on", { mode: "string" }),
    inspectors: text("inspectors"),
    result: text("result", { enum: titleCheckResults }),
    answerUntil: date("answer_until", { mode: "string" }),
    answer: text("answer"),
    answeredOn: date("answered_on", { mode: "string" }),
    hearing: text("hearing"),
    heardOn: date("heard_on", { mode: "string" }),
    /** When the finding came on record and the unit was told, and how long it may answer one against it. */
    foundOn: date("found_on", { mode: "string" }),
    findingAnswerUntil: date("finding_answer_until", { mode: "string" }),
    absenceFinding: text("absence_finding", { enum: absenceFindings }),
    /** Whether the falsification stood after the hearing. */
    isFalsified: boolean("is_falsified"),
    rectifyUntil: date("rectify_until", { mode: "string" }),
    checkedAgainOn: date("checked_again_on", { mode: "string" }),
    checkedAgain: text("checked_again"),
    isRectified: boolean("is_rectified"),
    closedOn: date("closed_on", { mode: "string" }),
    /** What both sides signed on the spot: pictures among the files of the look, or why the unit did not sign. */
    signatures: json("signatures").$type<InspectionSignatures>(),
    reason: text("reason"),
    createdBy: text("created_by").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("inspections_drawn_once").on(table.drawId, table.certificationId),
    index("inspections_certification").on(table.certificationId, table.carriedOutOn),
    index("inspections_listed").on(table.createdAt, table.id),
    index("inspections_district").on(table.district, table.period, table.id),
    index("inspections_organization").on(table.organizationId),
    index("inspections_listed_in_state").on(table.state, table.createdAt, table.id),
    index("inspections_listed_in_district").on(table.district, table.createdAt, table.id),
    // For totals: what many have alike is kept once.
    index("inspections_counted").on(table.state, table.kind),
    index("inspections_counted_in_district").on(
      table.district,
      table.kind,
      table.state,
      table.notifiedOn,
      table.carriedOutOn,
    ),
    check("inspections_kind", isOneOf(table.kind, titleCheckKinds)),
    check("inspections_state", isOneOf(table.state, inspectionStates)),
    check("inspections_result", isOneOf(table.result, titleCheckResults)),
    check("inspections_absence_finding", isOneOf(table.absenceFinding, absenceFindings)),
    check(
      "inspections_result_of_kind",
      sql`${table.kind} = 'appraisal' or not (${isOneOf(table.result, resultsOfAppraisals)})`,
    ),
    check(
      "inspections_notice_is_whole",
      sql`(${table.notifiedOn} is null) or (${table.kind} = 'appraisal' and ${isFilled(table.noticeText)} and ${table.takesPlaceOn} is not null)`,
    ),
    check("inspections_notified_has_notice", sql`${table.state} <> 'notified' or ${table.notifiedOn} is not null`),
    check(
      "inspections_carried_out_is_whole",
      sql`${table.state} not in ('carried_out', 'heard', 'closed') or (${table.result} is not null and ${table.carriedOutOn} is not null)`,
    ),
    check(
      "inspections_failed_has_findings",
      sql`${table.result} is null or ${table.result} = 'passed' or (${isFilled(table.findings)} and ${table.answerUntil} is not null)`,
    ),
    check(
      "inspections_heard_is_whole",
      sql`${table.state} <> 'heard' or (${isFilled(table.hearing)} and ${table.heardOn} is not null and (${table.absenceFinding} is not null or ${table.isFalsified} is not null))`,
    ),
    check("inspections_closed_has_day", sql`(${table.state} = 'closed') = (${table.closedOn} is not null)`),
    check("inspections_called_off_has_reason", sql`${table.state} <> 'called_off' or ${isFilled(table.reason)}`),
    check("inspections_recorded_has_day", sql`(${table.result} is null) = (${table.recordedOn} is null)`),
    check("inspections_found_has_day", sql`(${table.heardOn} is null) = (${table.foundOn} is null)`),
    check("inspections_answer_is_whole", sql`(${table.answer} is null) = (${table.answeredOn} is null)`),
    check(
      "inspections_checked_again_is_whole",
      sql`(${table.checkedAgainOn} is null) = (${table.checkedAgain} is null) and (${table.checkedAgainOn} is null) = (${table.isRectified} is null)`,
    ),
    check("inspections_policy_version", sql`${table.policyVersion} > 0`),
    check("inspections_revision", sql`${table.revision} > 0`),
  ],
);

/** Photographs and papers of a look, in their order. */
export const inspectionFiles = pgTable(
  "inspection_files",
  {
    inspectionId: text("inspection_id")
      .notNull()
      .references(() => inspections.id),
    fileId: text("file_id").notNull(),
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.inspectionId, table.fileId] }),
    index("inspection_files_file_id").on(table.fileId),
  ],
);
