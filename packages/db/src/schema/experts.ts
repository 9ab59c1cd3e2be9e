import { expertStates, reviewStates, type Scores } from "@shifan/rules";
import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
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

/** The pool from which panels are drawn or chosen (第十一条). */
export const experts = pgTable(
  "experts",
  {
    id: text("id").primaryKey(),
    /** The account with which the expert signs in; null until there is one. */
    userId: text("user_id"),
    name: text("name").notNull(),
    /** Compared with the names around a case: nobody judges the own employer. */
    employer: text("employer").notNull(),
    position: text("position").notNull(),
    fields: json("fields").$type<string[]>().notNull(),
    state: text("state", { enum: expertStates }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("experts_user_id").on(table.userId),
    check("experts_state", isOneOf(table.state, expertStates)),
    check("experts_name", sql`${isFilled(table.name)} and ${isFilled(table.employer)}`),
  ],
);

/** The panel of one case: until when it scores, what was said where the scores lie far apart, and when the review was finished. */
export const expertPanels = pgTable(
  "expert_panels",
  {
    applicationId: text("application_id")
      .primaryKey()
      .references(() => applications.id),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    /** The record of the discussion (合议). */
    discussion: text("discussion"),
    discussedOn: date("discussed_on", { mode: "string" }),
    /** From here on the case has its place, whatever becomes of it. */
    finishedAt: timestamp("finished_at", { withTimezone: true }),
    revision: integer("revision").notNull(),
  },
  (table) => [
    index("expert_panels_due").on(table.dueOn).where(sql`${table.finishedAt} is null`),
    check(
      "expert_panels_discussion_has_day",
      sql`(${table.discussedOn} is null) = (${table.discussion} is null) and (${table.discussion} is null or ${isFilled(table.discussion)})`,
    ),
  ],
);

export const appointmentMethods = ["draw", "choice"] as const;

/** How experts came onto a panel, the first time and at each refill: a draw that anybody can repeat, or a choice with its reasons. */
export const expertAppointments = pgTable(
  "expert_appointments",
  {
    applicationId: text("application_id")
      .notNull()
      .references(() => expertPanels.applicationId),
    n: integer("n").notNull(),
    method: text("method", { enum: appointmentMethods }).notNull(),
    /** Why these were chosen; null for a draw. */
    reasons: text("reasons"),
    /** SHA-256 of the seed, on record before the seed was used; null for a choice. */
    commitment: text("commitment"),
    seed: text("seed"),
    /** The ids from which was drawn. */
    population: json("population").$type<string[]>().notNull(),
    /** Who was left out, and why. */
    excluded: json("excluded").$type<{ expertId: string; reason: string }[]>().notNull(),
    appointed: json("appointed").$type<string[]>().notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    by: text("by").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.n] }),
    check("expert_appointments_method", isOneOf(table.method, appointmentMethods)),
    check(
      "expert_appointments_draw_has_seed",
      sql`${table.method} <> 'draw' or (${table.commitment} is not null and ${table.seed} is not null)`,
    ),
    check("expert_appointments_choice_has_reasons", sql`${table.method} <> 'choice' or ${isFilled(table.reasons)}`),
  ],
);

/** One expert's review of one case. A recused one is void and stays. */
export const reviews = pgTable(
  "reviews",
  {
    id: text("id").primaryKey(),
    applicationId: text("application_id")
      .notNull()
      .references(() => expertPanels.applicationId),
    expertId: text("expert_id")
      .notNull()
      .references(() => experts.id),
    /** The account that may write it, as it was when the expert was appointed. */
    userId: text("user_id").notNull(),
    state: text("state", { enum: reviewStates }).notNull(),
    declaredAt: timestamp("declared_at", { withTimezone: true }),
    recusedReason: text("recused_reason"),
    recusedBy: text("recused_by"),
    /** Points, comments, evidence by direction and the opinion, as far as written. */
    scores: json("scores").$type<Scores>(),
    /** The sum of the points of a locked sheet. */
    total: integer("total"),
    submittedAt: timestamp("submitted_at", { withTimezone: true }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("reviews_one_an_expert").on(table.applicationId, table.expertId),
    index("reviews_user_id").on(table.userId, table.createdAt, table.id),
    check("reviews_state", isOneOf(table.state, reviewStates)),
    check(
      "reviews_papers_after_declaration",
      sql`${table.state} not in ('scoring', 'submitted') or ${table.declaredAt} is not null`,
    ),
    check(
      "reviews_locked_is_whole",
      sql`(${table.state} = 'submitted') = (${table.total} is not null) and (${table.state} = 'submitted') = (${table.submittedAt} is not null)`,
    ),
    check("reviews_locked_has_scores", sql`${table.state} <> 'submitted' or ${table.scores} is not null`),
    check("reviews_total", sql`${table.total} >= 0`),
    check("reviews_recusal_has_reason", sql`${table.state} <> 'recused' or ${isFilled(table.recusedReason)}`),
  ],
);

/** A locked sheet that was opened again: what stood there, and why it was opened. */
export const reopenedReviews = pgTable(
  "reopened_reviews",
  {
    reviewId: text("review_id").notNull(),
    n: integer("n").notNull(),
    scores: json("scores").$type<Scores>().notNull(),
    total: integer("total").notNull(),
    submittedAt: timestamp("submitted_at", { withTimezone: true }).notNull(),
    reopenedAt: timestamp("reopened_at", { withTimezone: true }).notNull(),
    reopenedBy: text("reopened_by").notNull(),
    reason: text("reason").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.reviewId, table.n] }),
    foreignKey({ name: "reopened_reviews_review", columns: [table.reviewId], foreignColumns: [reviews.id] }),
    check("reopened_reviews_has_reason", sql`${isFilled(table.reason)}`),
    check("reopened_reviews_after_locking", sql`${table.reopenedAt} >= ${table.submittedAt}`),
  ],
);
