import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { personalMap } from "../personal/columns.ts";
import { organizations } from "./organizations.ts";

/** The enterprises that an organization has served in a calendar half, kept once for its reports and its next application (第十二条). */
export const servedLists = pgTable(
  "served_lists",
  {
    organizationId: text("organization_id")
      .notNull()
      .references(() => organizations.id),
    /** 2026-H1. */
    period: text("period").notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.period] }),
    check("served_lists_period", sql`${table.period} ~ '^[0-9]{4}-H[12]$'`),
    check("served_lists_revision", sql`${table.revision} > 0`),
  ],
);

/** One row of such a list, by the columns of the form's own list. */
export const servedEnterprises = pgTable(
  "served_enterprises",
  {
    organizationId: text("organization_id").notNull(),
    period: text("period").notNull(),
    rowId: text("row_id").notNull(),
    position: integer("position").notNull(),
    data: json("data").notNull(),
    /** Personal data of third persons, sealed, by column. */
    personal: personalMap("personal").notNull(),
    /** The hash of this row's state, so that the state of a long list is hashed without reading all of it. */
    hash: text("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.period, table.rowId] }),
    foreignKey({
      name: "served_enterprises_list",
      columns: [table.organizationId, table.period],
      foreignColumns: [servedLists.organizationId, servedLists.period],
    }),
    index("served_enterprises_position").on(table.organizationId, table.period, table.position),
    check("served_enterprises_position_from_zero", sql`${table.position} >= 0`),
  ],
);
