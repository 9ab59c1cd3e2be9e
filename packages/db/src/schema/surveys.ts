import { surveyMethods, surveyRatings } from "@shifan/rules";
import { sql } from "drizzle-orm";
import { check, date, integer, json, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { personalMap } from "../personal/columns.ts";
import { applications } from "./applications.ts";
import { isFilled, isOneOf } from "./checks.ts";
import { rounds } from "./rounds.ts";

/** The district's survey of an application: the recorded draw, and what was found. */
export const surveys = pgTable(
  "surveys",
  {
    applicationId: text("application_id")
      .primaryKey()
      .references(() => applications.id),
    /** SHA-256 of the seed, published in the record before the seed was used. */
    commitment: text("commitment").notNull(),
    seed: text("seed").notNull(),
    /** The rows of the served list from which was drawn, in the order in which they stood: anybody can draw again. */
    population: json("population").notNull(),
    drawnAt: timestamp("drawn_at", { withTimezone: true }).notNull(),
    drawnBy: text("drawn_by").notNull(),
    /** 平台运营情况, 服务业绩, 对区域中小企业发展的影响和作用, the finding on the conditions, and why satisfaction differs. */
    assessment: json("assessment"),
    revision: integer("revision").notNull(),
  },
  (table) => [
    check("surveys_commitment", sql`${table.commitment} ~ '^[0-9a-f]{64}$'`),
    check("surveys_revision", sql`${table.revision} > 0`),
  ],
);

export const sampledStates = ["drawn", "replaced", "answered"] as const;

/** One enterprise of the draw, in the order of the draw. */
export const sampled = pgTable(
  "sampled",
  {
    applicationId: text("application_id")
      .notNull()
      .references(() => surveys.applicationId),
    /** Its place in the drawn order of the whole population. */
    place: integer("place").notNull(),
    rowId: text("row_id").notNull(),
    enterprise: text("enterprise").notNull(),
    state: text("state", { enum: sampledStates }).notNull(),
    replacedReason: text("replaced_reason"),
    /** Who answered: name, position and phone, sealed. */
    personal: personalMap("personal"),
    rating: text("rating", { enum: surveyRatings }),
    method: text("method", { enum: surveyMethods }),
    answeredOn: date("answered_on", { mode: "string" }),
    remark: text("remark"),
    recordedBy: text("recorded_by"),
    revision: integer("revision").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.place] }),
    // Nobody is drawn twice.
    uniqueIndex("sampled_row_id").on(table.applicationId, table.rowId),
    check("sampled_place", sql`${table.place} > 0`),
    check("sampled_revision", sql`${table.revision} > 0`),
    check("sampled_state", isOneOf(table.state, sampledStates)),
    check("sampled_rating", isOneOf(table.rating, surveyRatings)),
    check("sampled_method", isOneOf(table.method, surveyMethods)),
    check(
      "sampled_answer_is_whole",
      sql`${table.state} <> 'answered' or (${table.rating} is not null and ${table.method} is not null and ${table.answeredOn} is not null and ${table.personal} is not null)`,
    ),
    check("sampled_replacement_has_reason", sql`${table.state} <> 'replaced' or ${isFilled(table.replacedReason)}`),
  ],
);

/** A district's letter of recommendation (推荐文件), for one case or many. */
export const recommendations = pgTable(
  "recommendations",
  {
    id: text("id").primaryKey(),
    district: text("district").notNull(),
    roundId: text("round_id")
      .notNull()
      .references(() => rounds.id),
    documentNumber: text("document_number").notNull(),
    issuedOn: date("issued_on", { mode: "string" }).notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    // 文号: a department's number of one letter.
    uniqueIndex("recommendations_number").on(table.roundId, table.district, table.documentNumber),
    check("recommendations_document_number", sql`length(trim(${table.documentNumber})) > 0`),
  ],
);

/** One case of a letter of recommendation, with its rank among them. */
export const recommendedApplications = pgTable(
  "recommended_applications",
  {
    recommendationId: text("recommendation_id")
      .notNull()
      .references(() => recommendations.id),
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    rank: integer("rank").notNull(),
    opinion: text("opinion").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recommendationId, table.applicationId] }),
    uniqueIndex("recommended_applications_one_rank").on(table.recommendationId, table.rank),
    check("recommended_applications_opinion", sql`length(trim(${table.opinion})) > 0`),
    check("recommended_applications_rank", sql`${table.rank} > 0`),
  ],
);
