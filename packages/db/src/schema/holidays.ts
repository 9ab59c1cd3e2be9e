import { sql } from "drizzle-orm";
import { check, date, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { isOneOf } from "./checks.ts";

/** The years whose days off have been announced. Of a year without a row nothing is known. */
export const holidayYears = pgTable(
  "holiday_years",
  {
    year: integer("year").primaryKey(),
    /** The State Council's notice. */
    source: text("source").notNull(),
    /** Who entered it; null where it came with the product. */
    recordedBy: text("recorded_by"),
    recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [check("holiday_years_year", sql`${table.year} between 1990 and 2100`)],
);

export const holidayKinds = ["off", "working"] as const;

/** A weekday off, or a weekend day on which work is made up. */
export const holidays = pgTable(
  "holidays",
  {
    day: date("day", { mode: "string" }).primaryKey(),
    year: integer("year")
      .notNull()
      .references(() => holidayYears.year),
    kind: text("kind", { enum: holidayKinds }).notNull(),
    name: text("name").notNull(),
  },
  (table) => [
    check("holidays_kind", isOneOf(table.kind, holidayKinds)),
    check("holidays_in_year", sql`extract(year from ${table.day}) = ${table.year}`),
  ],
);
