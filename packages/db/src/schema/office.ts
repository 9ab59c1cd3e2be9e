import { staffNoteStates } from "@shifan/rules";
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, json, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { personalMap } from "../personal/columns.ts";
import { users } from "./accounts.ts";
import { isFilled, isOneOf } from "./checks.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A note of one department for the others about a matter. It may name people and telephones, so that its words are sealed. */
export const staffNotes = pgTable(
  "staff_notes",
  {
    id: text("id").primaryKey(),
    /** What the note is about: the resource as in its address, and the id there. */
    resource: text("resource").notNull(),
    recordId: text("record_id").notNull(),
    state: text("state", { enum: staffNoteStates }).notNull(),
    /** text. */
    personal: personalMap("personal").notNull(),
    writtenBy: text("written_by").notNull(),
    /** As whom: the role, and of which district. */
    role: text("role").notNull(),
    district: text("district"),
    createdAt: instant("created_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    revision: integer("revision").notNull(),
  },
  (table) => [
    index("staff_notes_record").on(table.resource, table.recordId, table.createdAt, table.id),
    check("staff_notes_state", isOneOf(table.state, staffNoteStates)),
    check("staff_notes_withdrawn_is_whole", sql`(${table.state} = 'withdrawn') = (${table.withdrawnAt} is not null)`),
    check("staff_notes_revision", sql`${table.revision} > 0`),
  ],
);

/** A way of looking at a list that somebody keeps by a name: its filters and its order. */
export const savedQueries = pgTable(
  "saved_queries",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    list: text("list").notNull(),
    name: text("name").notNull(),
    filter: json("filter").$type<Readonly<Record<string, unknown>>>().notNull(),
    /** Null: in the order in which the list begins. */
    sortField: text("sort_field"),
    isDescending: boolean("is_descending").notNull(),
    createdAt: instant("created_at").notNull(),
    revision: integer("revision").notNull(),
  },
  (table) => [
    uniqueIndex("saved_queries_name_of_list").on(table.userId, table.list, table.name),
    check("saved_queries_name", isFilled(table.name)),
    check("saved_queries_revision", sql`${table.revision} > 0`),
  ],
);
