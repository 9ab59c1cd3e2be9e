import { index, integer, json, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What an Idempotency-Key made: the same call again gets the same answer, and makes nothing twice. Keys themselves are not kept. */
export const requestKeys = pgTable(
  "request_keys",
  {
    keyHash: text("key_hash").primaryKey(),
    bodyHash: text("body_hash").notNull(),
    status: integer("status").notNull(),
    answer: json("answer").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [index("request_keys_created_at").on(table.createdAt)],
);
