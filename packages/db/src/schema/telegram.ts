import { sql } from "drizzle-orm";
import { bigint, index, integer, json, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { chatSessions } from "./chat.ts";

/** A Telegram chat: which conversation it holds, and whether somebody is working on one of its updates. */
export const telegramChats = pgTable(
  "telegram_chats",
  {
    chatId: bigint("chat_id", { mode: "number" }).primaryKey(),
    sessionId: text("session_id").references(() => chatSessions.id, { onDelete: "set null" }),
    /** Grows with every claim: whoever comes back with an older number has lost the lease. */
    lease: bigint("lease", { mode: "number" }).notNull(),
    /** When the chat may be claimed: at once, when its lease runs out, or after a pause; null = nothing is pending. */
    dueAt: timestamp("due_at", { withTimezone: true }),
    worker: text("worker"),
  },
  (table) => [
    index("telegram_chats_due_at").on(table.dueAt).where(sql`${table.dueAt} is not null`),
    index("telegram_chats_session_id").on(table.sessionId),
  ],
);

/** Updates as Telegram sent them, kept by id before they are acknowledged. */
export const telegramUpdates = pgTable(
  "telegram_updates",
  {
    chatId: bigint("chat_id", { mode: "number" }).notNull(),
    updateId: bigint("update_id", { mode: "number" }).notNull(),
    payload: json("payload").notNull(),
    receivedAt: timestamp("received_at", { withTimezone: true }).notNull(),
    /** The lease under which it is being worked on; null before the first claim and after a release. */
    lease: bigint("lease", { mode: "number" }),
    attempts: integer("attempts").notNull(),
    doneAt: timestamp("done_at", { withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.chatId, table.updateId] }),
    index("telegram_updates_pending").on(table.chatId, table.updateId).where(sql`${table.doneAt} is null`),
    index("telegram_updates_done_at").on(table.doneAt),
  ],
);

/** The bot by which people can be reached, as it introduced itself: so that every process knows whether there is one. */
export const telegramBots = pgTable("telegram_bots", {
  username: text("username").primaryKey(),
  /** When it said last that it is at work, by the machine's clock. */
  seenAt: timestamp("seen_at", { withTimezone: true }).notNull(),
  /** The second in which reminders were last given to it, and how many: what Telegram takes is counted over all processes of one bot. */
  secondStartedAt: timestamp("second_started_at", { withTimezone: true }),
  givenInSecond: integer("given_in_second").notNull().default(0),
});
