import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** Which record an Idempotency-Key made, for calls with a session. The key itself is not kept. */
export const requestKeys = pgTable(
  "request_keys",
  {
    keyHash: text("key_hash").primaryKey(),
    bodyHash: text("body_hash").notNull(),
    recordId: text("record_id").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("request_keys_created_at").on(table.createdAt)],
);

/** Attempts to sign in by account and address together, so that only who guesses is slowed and never the owner of the account. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    /** A keyed hash of account and address. */
    pairHash: text("pair_hash").primaryKey(),
    /** Attempts since the last success that did not succeed. */
    attempts: integer("attempts").notNull(),
    lastAt: instant("last_at").notNull(),
    /** Before this instant no attempt of this pair is looked at. */
    blockedUntil: instant("blocked_until").notNull(),
  },
  (table) => [
    check("sign_in_attempts_positive", sql`${table.attempts} > 0`),
    index("sign_in_attempts_last_at").on(table.lastAt),
  ],
);
