import {
  allSanctionGrounds,
  interpretationStates,
  organizationChangeKinds,
  organizationChangeStates,
  sanctionGrounds,
  sanctionKinds,
  sanctionStates,
  serviceMethods,
} from "@shifan/rules";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
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
import { organizations } from "./organizations.ts";

/** The city's answer to an unclear passage (第十七条). It never reaches back. */
export const interpretations = pgTable(
  "interpretations",
  {
    id: text("id").primaryKey(),
    state: text("state", { enum: interpretationStates }).notNull(),
    article: text("article").notNull(),
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    documentNumber: text("document_number").notNull(),
    /** The first day on which it counts. */
    fromOn: date("from_on", { mode: "string" }),
    /** The setting of the policy that it decides, and how. */
    settingId: text("setting_id"),
    settingValue: text("setting_value"),
    /** The one record that it is about, where it decides a single one. */
    recordId: text("record_id"),
    issuedOn: date("issued_on", { mode: "string" }),
    issuedBy: text("issued_by"),
    supersedesId: text("supersedes_id").references((): AnyPgColumn => interpretations.id),
    createdBy: text("created_by").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("interpretations_superseded_once").on(table.supersedesId),
    check("interpretations_state", isOneOf(table.state, interpretationStates)),
    check("interpretations_setting_is_whole", sql`(${table.settingId} is null) = (${table.settingValue} is null)`),
    check(
      "interpretations_issued_is_whole",
      sql`(${table.state} = 'draft') = (${table.issuedOn} is null) and (${table.issuedOn} is null) = (${table.issuedBy} is null) and (${table.state} = 'draft' or (${table.fromOn} is not null and ${isFilled(table.question)} and ${isFilled(table.answer)} and ${isFilled(table.documentNumber)}))`,
    ),
    check("interpretations_second_person", sql`${table.issuedBy} is null or ${table.issuedBy} <> ${table.createdBy}`),
    check("interpretations_revision", sql`${table.revision} > 0`),
  ],
);

const groundsOfCancellation: readonly string[] = sanctionGrounds.cancellation;

/** 取消 (第十三条) or 撤销 (第十四条) of a title, from the proposal on. */
export const sanctions = pgTable(
  "sanctions",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: sanctionKinds }).notNull(),
    certificationId: text("certification_id")
      .notNull()
      .references(() => certifications.id),
    organizationId: text("organization_id").notNull(),
    district: text("district").notNull(),
    state: text("state", { enum: sanctionStates }).notNull(),
    ground: text("ground", { enum: allSanctionGrounds as [string, ...string[]] }).notNull(),
    /** The finding in words, as the unit reads it. */
    finding: text("finding").notNull(),
    /** The evidence, or where it is to be found. */
    evidence: text("evidence").notNull(),
    /** The inspections on which it rests. */
    inspectionIds: json("inspection_ids").$type<readonly string[]>().notNull(),
    /** The interpretation that decides an undetermined ground. */
    interpretationId: text("interpretation_id").references(() => interpretations.id),
    proposedBy: text("proposed_by").notNull(),
    notifiedOn: date("notified_on", { mode: "string" }),
    statementUntil: date("statement_until", { mode: "string" }),
    statement: text("statement"),
    statedOn: date("stated_on", { mode: "string" }),
    hearing: text("hearing"),
    heardOn: date("heard_on", { mode: "string" }),
    decision: text("decision"),
    documentNumber: text("document_number"),
    decidedBy: text("decided_by"),
    /** The day on which the second officer confirmed: the decision's date. */
    effectiveOn: date("effective_on", { mode: "string" }),
    confirmedBy: text("confirmed_by"),
    servedOn: date("served_on", { mode: "string" }),
    serviceMethod: text("service_method", { enum: serviceMethods }),
    serviceReceipt: text("service_receipt"),
    /** The last day to answer the decision, counted from its service. */
    answerUntil: date("answer_until", { mode: "string" }),
    answer: text("answer"),
    answeredOn: date("answered_on", { mode: "string" }),
    publishedOn: date("published_on", { mode: "string" }),
    officialUrl: text("official_url"),
    droppedReason: text("dropped_reason"),
    reinstatement: text("reinstatement"),
    reinstatementNumber: text("reinstatement_number"),
    reinstatementBy: text("reinstatement_by"),
    reinstatementConfirmedBy: text("reinstatement_confirmed_by"),
    reinstatedOn: date("reinstated_on", { mode: "string" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    // One that is neither dropped nor withdrawn stands alone.
    uniqueIndex("sanctions_one_live")
      .on(table.certificationId)
      .where(sql`${table.state} not in ('dropped', 'reinstated')`),
    // How a title stood on a day is asked of those that were withdrawn, too.
    index("sanctions_certification").on(table.certificationId),
    index("sanctions_organization").on(table.organizationId),
    index("sanctions_created").on(table.createdAt, table.id),
    check("sanctions_kind", isOneOf(table.kind, sanctionKinds)),
    check("sanctions_state", isOneOf(table.state, sanctionStates)),
    check("sanctions_ground", isOneOf(table.ground, allSanctionGrounds)),
    check(
      "sanctions_ground_of_kind",
      sql`(${table.kind} = 'cancellation') = (${isOneOf(table.ground, groundsOfCancellation)})`,
    ),
    check("sanctions_finding", sql`${isFilled(table.finding)} and ${isFilled(table.evidence)}`),
    check(
      "sanctions_notified_is_whole",
      sql`${table.state} in ('proposed', 'dropped') or (${table.notifiedOn} is not null and ${table.statementUntil} is not null)`,
    ),
    check(
      "sanctions_heard_is_whole",
      sql`${table.state} in ('proposed', 'dropped', 'notified') or (${isFilled(table.hearing)} and ${table.heardOn} is not null)`,
    ),
    check(
      "sanctions_decided_is_whole",
      sql`${table.state} in ('proposed', 'dropped', 'notified', 'heard') or (${isFilled(table.decision)} and ${isFilled(table.documentNumber)} and ${table.decidedBy} is not null)`,
    ),
    check(
      "sanctions_effective_is_whole",
      sql`${table.state} in ('proposed', 'dropped', 'notified', 'heard', 'decided') or (${table.effectiveOn} is not null and ${table.confirmedBy} is not null)`,
    ),
    check("sanctions_second_person", sql`${table.confirmedBy} is null or ${table.confirmedBy} <> ${table.decidedBy}`),
    check("sanctions_served_after_effect", sql`${table.servedOn} is null or ${table.servedOn} >= ${table.effectiveOn}`),
    check(
      "sanctions_service_is_whole",
      sql`(${table.servedOn} is null) = (${table.serviceMethod} is null) and (${table.state} <> 'served' or ${table.servedOn} is not null)`,
    ),
    check("sanctions_service_method", isOneOf(table.serviceMethod, serviceMethods)),
    check(
      "sanctions_answer_after_service",
      sql`${table.answerUntil} is null or (${table.servedOn} is not null and ${table.answerUntil} > ${table.servedOn})`,
    ),
    check(
      "sanctions_answer_is_whole",
      sql`(${table.answer} is null) = (${table.answeredOn} is null) and (${table.answer} is null or (${isFilled(table.answer)} and ${table.effectiveOn} is not null))`,
    ),
    check(
      "sanctions_published_has_day",
      sql`(${table.publishedOn} is null) = (${table.officialUrl} is null) and (${table.state} <> 'published' or ${table.publishedOn} is not null)`,
    ),
    check("sanctions_dropped_has_reason", sql`${table.state} <> 'dropped' or ${isFilled(table.droppedReason)}`),
    check(
      "sanctions_reinstatement_is_whole",
      sql`${table.state} not in ('reinstatement_decided', 'reinstated') or (${isFilled(table.reinstatement)} and ${isFilled(table.reinstatementNumber)} and ${table.reinstatementBy} is not null)`,
    ),
    check(
      "sanctions_reinstated_has_day",
      sql`(${table.state} = 'reinstated') = (${table.reinstatedOn} is not null) and (${table.reinstatedOn} is null) = (${table.reinstatementConfirmedBy} is null)`,
    ),
    check(
      "sanctions_reinstatement_second_person",
      sql`${table.reinstatementConfirmedBy} is null or ${table.reinstatementConfirmedBy} <> ${table.reinstatementBy}`,
    ),
    check("sanctions_revision", sql`${table.revision} > 0`),
  ],
);

/** The evidence of a sanction, in its order. */
export const sanctionFiles = pgTable(
  "sanction_files",
  {
    sanctionId: text("sanction_id")
      .notNull()
      .references(() => sanctions.id),
    fileId: text("file_id").notNull(),
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sanctionId, table.fileId] }),
    index("sanction_files_file_id").on(table.fileId),
  ],
);

/** A change of a unit as it was reported, with its review. */
export const organizationChanges = pgTable(
  "organization_changes",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    district: text("district").notNull(),
    kind: text("kind", { enum: organizationChangeKinds }).notNull(),
    state: text("state", { enum: organizationChangeStates }).notNull(),
    fromOn: date("from_on", { mode: "string" }).notNull(),
    before: text("before").notNull(),
    after: text("after").notNull(),
    source: text("source").notNull(),
    reportedBy: text("reported_by").notNull(),
    reportedOn: date("reported_on", { mode: "string" }).notNull(),
    decidedOn: date("decided_on", { mode: "string" }),
    decidedBy: text("decided_by"),
    reason: text("reason"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    index("organization_changes_organization").on(table.organizationId),
    index("organization_changes_district").on(table.district, table.state),
    index("organization_changes_created").on(table.createdAt, table.id),
    check("organization_changes_kind", isOneOf(table.kind, organizationChangeKinds)),
    check("organization_changes_state", isOneOf(table.state, organizationChangeStates)),
    check("organization_changes_source", isFilled(table.source)),
    check(
      "organization_changes_decided_is_whole",
      sql`(${table.state} = 'reported') = (${table.decidedOn} is null) and (${table.decidedOn} is null) = (${table.decidedBy} is null)`,
    ),
    check("organization_changes_refused_has_reason", sql`${table.state} <> 'refused' or ${isFilled(table.reason)}`),
    check("organization_changes_revision", sql`${table.revision} > 0`),
  ],
);

/** The papers of a reported change, in their order. */
export const organizationChangeFiles = pgTable(
  "organization_change_files",
  {
    changeId: text("change_id")
      .notNull()
      .references(() => organizationChanges.id),
    fileId: text("file_id").notNull(),
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.changeId, table.fileId] }),
    index("organization_change_files_file_id").on(table.fileId),
  ],
);

/** A title put forward to the province (第十五条), and what came of it. */
export const provincialRecommendations = pgTable(
  "provincial_recommendations",
  {
    certificationId: text("certification_id")
      .notNull()
      .references(() => certifications.id),
    year: integer("year").notNull(),
    recommendedOn: date("recommended_on", { mode: "string" }).notNull(),
    documentNumber: text("document_number").notNull(),
    result: text("result", { enum: ["recognized", "not_recognized"] }),
    resultOn: date("result_on", { mode: "string" }),
    resultSource: text("result_source"),
  },
  (table) => [
    primaryKey({ columns: [table.certificationId, table.year] }),
    check("provincial_recommendations_number", isFilled(table.documentNumber)),
    check("provincial_recommendations_result", isOneOf(table.result, ["recognized", "not_recognized"])),
    check(
      "provincial_recommendations_result_is_whole",
      sql`(${table.result} is null) = (${table.resultOn} is null) and (${table.result} is null or ${isFilled(table.resultSource)})`,
    ),
  ],
);
