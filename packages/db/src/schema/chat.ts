import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { policyVersions } from "./policies.ts";

/*
 * States and turns are `json`, not `jsonb`: nothing looks inside them, they are written on every answer, and what people type may hold
 * characters (U+0000, halves of a surrogate pair) that jsonb refuses.
 */

/** One self-check. Nobody is named in it: whoever holds the token (only its hash is here), or writes from the Telegram chat, owns it. */
export const chatSessions = pgTable(
  "chat_sessions",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of the token in hexadecimal; null where a channel, not a token, leads to the session. */
    tokenHash: text("token_hash"),
    policyId: text("policy_id").notNull(),
    policyVersion: integer("policy_version").notNull(),
    state: json("state").notNull(),
    /** Grows by one with every input; a write names the revision that it read, so that two at once are handled one after the other. */
    revision: integer("revision").notNull(),
    /** The minute of the rate limit: when it began and how many inputs it has had. */
    windowStartedAt: timestamp("window_started_at", { withTimezone: true }).notNull(),
    windowInputs: integer("window_inputs").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
    /** The day (Asia/Shanghai) of the last input, for the retention. A day and not an instant, so that most answers change no index. */
    lastUsedOn: date("last_used_on", { mode: "string" }).notNull(),
  },
  (table) => [
    foreignKey({
      name: "chat_sessions_policy_version",
      columns: [table.policyId, table.policyVersion],
      foreignColumns: [policyVersions.policyId, policyVersions.version],
    }),
    index("chat_sessions_last_used_on").on(table.lastUsedOn),
  ],
);

/** What was said and answered, in order; n is the session's revision after it (0: the welcome). */
export const chatEntries = pgTable(
  "chat_entries",
  {
    sessionId: text("session_id")
      .notNull()
      .references(() => chatSessions.id, { onDelete: "cascade" }),
    n: integer("n").notNull(),
    /** The caller's own number of the input; a repeated one is answered from here. */
    seq: bigint("seq", { mode: "number" }),
    at: timestamp("at", { withTimezone: true }).notNull(),
    said: text("said"),
    turn: json("turn").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.n] }),
    unique("chat_entries_session_id_seq").on(table.sessionId, table.seq),
  ],
);

/** Which session an Idempotency-Key made. The key itself is not kept. */
export const chatSessionKeys = pgTable(
  "chat_session_keys",
  {
    keyHash: text("key_hash").primaryKey(),
    bodyHash: text("body_hash").notNull(),
    sessionId: text("session_id")
      .notNull()
      .references(() => chatSessions.id, { onDelete: "cascade" }),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
  },
  (table) => [
    index("chat_session_keys_created_at").on(table.createdAt),
    index("chat_session_keys_session_id").on(table.sessionId),
  ],
);
