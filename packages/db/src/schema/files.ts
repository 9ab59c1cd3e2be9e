import { filePurposes, maximumFileBytes, maximumFileNameLength } from "@shifan/rules";
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

const quoted = (values: readonly string[]) => sql.raw(values.map((value) => `'${value}'`).join(", "));
const number = (value: number) => sql.raw(String(value));

/** What files hold, each content once. Its row is there before the content is stored and goes with it: files cannot point at nothing. */
export const fileContents = pgTable(
  "file_contents",
  {
    /** In hexadecimal; under it the content is stored. */
    sha256: text("sha256").primaryKey(),
    /** In bytes. */
    size: integer("size").notNull(),
    /** As the content itself says, whatever the file's name. */
    mediaType: text("media_type").notNull(),
  },
  (table) => [
    check("file_contents_sha256", sql`${table.sha256} ~ '^[0-9a-f]{64}$'`),
    check("file_contents_size", sql`${table.size} between 1 and ${number(maximumFileBytes)}`),
    check("file_contents_media_type", sql`${table.mediaType} ~ '^(application|image)/[a-z0-9.+-]+$'`),
  ],
);

/** Files as they were handed in, a row for each upload; its id is the upload's. */
export const files = pgTable(
  "files",
  {
    id: text("id").primaryKey(),
    sha256: text("sha256")
      .notNull()
      .references(() => fileContents.sha256),
    /** For display only. */
    name: text("name").notNull(),
    purpose: text("purpose", { enum: filePurposes }).notNull(),
    /** The record that it is handed in to. */
    target: text("target").notNull(),
    uploadedBy: text("uploaded_by").notNull(),
    uploadedAt: timestamp("uploaded_at", { withTimezone: true }).notNull(),
    /** `storing` until the content is known to be stored: nobody is shown such a file. */
    state: text("state", { enum: ["storing", "stored"] }).notNull(),
    /** The machine's time at which storing began; null once it is stored. */
    storingSince: timestamp("storing_since", { withTimezone: true }),
  },
  (table) => [
    check("files_name", sql`char_length(${table.name}) between 1 and ${number(maximumFileNameLength)}`),
    check("files_purpose", sql`${table.purpose} in (${quoted(filePurposes)})`),
    check("files_target", sql`char_length(${table.target}) between 1 and 200`),
    check("files_state", sql`${table.state} in ('storing', 'stored')`),
    check("files_storing_since", sql`(${table.state} = 'storing') = (${table.storingSince} is not null)`),
    index("files_sha256").on(table.sha256),
    // The record that a target is part of: application-1 of application-1:M06.
    index("files_holder").on(sql`split_part(${table.target}, ':', 1)`),
    index("files_target").on(table.purpose, table.target),
    index("files_storing_since").on(table.storingSince).where(sql`${table.storingSince} is not null`),
  ],
);
