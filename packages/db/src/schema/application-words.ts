import { applicationStates } from "@shifan/rules";
import { index, integer, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { applications } from "./applications.ts";
import { plainText } from "./plain-text.ts";

/**
 * What the applications that were handed in are searched by, one row for each place at which a word may begin, so that a search is a range of
 * an index, in which a total is counted without a look at the applications. Kept by the trigger `keep_application_words`
 * and by nothing else.
 */
export const applicationWords = pgTable(
  "application_words",
  {
    applicationId: text("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    /** The place in the application's text, from 1. */
    place: integer("place").notNull(),
    /** The text from there to the next space, at most 20 characters. */
    beginning: plainText("beginning").notNull(),
    /** With so many of its first characters a word begins further ahead in the text already: shorter searches have found it there. */
    repeated: integer("repeated").notNull(),
    /** The application's whole text: where one word is found, others are looked for without a look at the application. */
    search: text("search").notNull(),
    // What lists are narrowed and ordered by, as the application has it.
    roundId: text("round_id").notNull(),
    district: text("district").notNull(),
    state: text("state", { enum: applicationStates }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    changedAt: timestamp("changed_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.place] }),
    // Narrow, and ending in what many have alike, so that B-trees keep it once: a total is counted in a fifth of the pages. What changes with every
    // act stands in none of them.
    index("application_words_found").on(table.beginning, table.repeated, table.roundId),
    index("application_words_found_in_state").on(table.state, table.beginning, table.repeated, table.roundId),
    index("application_words_found_in_district").on(
      table.district,
      table.state,
      table.beginning,
      table.repeated,
      table.roundId,
    ),
  ],
);
