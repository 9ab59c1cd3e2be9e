import { sql } from "drizzle-orm";
import { check, date, integer, pgTable, timestamp } from "drizzle-orm/pg-core";

/** That the data of the demonstration are being made, or were: at most one row. */
export const demonstrations = pgTable(
  "demonstrations",
  {
    id: integer("id").primaryKey(),
    /** The day in whose month it was begun: all that is made is a function of it. */
    startedOn: date("started_on", { mode: "string" }).notNull(),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
  },
  (table) => [check("demonstrations_one", sql`${table.id} = 1`)],
);
