import { sql } from "drizzle-orm";
import { check, index, integer, json, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { applications } from "./applications.ts";
import { isOneOf } from "./checks.ts";

export const dossierFormats = ["pdf", "zip"] as const;
export const dossierStates = ["waiting", "making", "ready", "faulty"] as const;

/** An order of all papers of a case in one file. It is made in the background, kept for some days and then removed with its file. */
export const dossiers = pgTable(
  "dossiers",
  {
    id: text("id").primaryKey(),
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id),
    format: text("format", { enum: dossierFormats }).notNull(),
    state: text("state", { enum: dossierStates }).notNull(),
    requestedBy: text("requested_by").notNull(),
    /** The grant under which it was asked for: it decides which papers it holds. */
    grant: json("grant").notNull(),
    requestedAt: timestamp("requested_at", { withTimezone: true }).notNull(),
    /** Papers that are in it so far, and all of them; null until they are counted. */
    stepsDone: integer("steps_done").notNull(),
    stepsTotal: integer("steps_total"),
    attempts: integer("attempts").notNull(),
    /** The machine's time until which whoever makes it may be taken to be alive; null where nobody does. */
    leaseUntil: timestamp("lease_until", { withTimezone: true }),
    /** The data version of the form in it. */
    dataVersion: integer("data_version"),
    sha256: text("sha256"),
    /** In bytes. */
    size: integer("size"),
    readyAt: timestamp("ready_at", { withTimezone: true }),
  },
  (table) => [
    index("dossiers_due").on(table.requestedAt).where(sql`${table.state} in ('waiting', 'making')`),
    index("dossiers_requested_at").on(table.requestedAt),
    check("dossiers_format", isOneOf(table.format, dossierFormats)),
    check("dossiers_state", isOneOf(table.state, dossierStates)),
    check(
      "dossiers_ready_has_file",
      sql`(${table.state} = 'ready') = (${table.sha256} is not null and ${table.size} is not null and ${table.readyAt} is not null and ${table.dataVersion} is not null)`,
    ),
    check("dossiers_making_has_lease", sql`(${table.state} = 'making') = (${table.leaseUntil} is not null)`),
    check("dossiers_steps", sql`${table.stepsDone} >= 0 and ${table.stepsTotal} >= ${table.stepsDone}`),
  ],
);
