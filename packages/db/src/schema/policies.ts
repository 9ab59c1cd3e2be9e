import type { PolicyDocument } from "@shifan/rules";
import { date, integer, json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** Policies as published. A version never changes and never goes (a trigger refuses it): running cases keep the version they began under. */
export const policyVersions = pgTable(
  "policy_versions",
  {
    policyId: text("policy_id").notNull(),
    version: integer("version").notNull(),
    /** The first day (Asia/Shanghai) for which this version is selected. */
    inForceFrom: date("in_force_from", { mode: "string" }).notNull(),
    document: json("document").$type<PolicyDocument>().notNull(),
    publishedAt: timestamp("published_at", { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.policyId, table.version] })],
);
