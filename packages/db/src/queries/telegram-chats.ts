import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { telegramChats } from "../schema/index.ts";

/** The conversation of a Telegram chat. Locks the chat inside a transaction, so that it never gets two. */
export async function lockTelegramChat(transaction: Database, chatId: number): Promise<string | null> {
  await transaction
    .insert(telegramChats)
    .values({ chatId, lease: 0 })
    .onConflictDoNothing({ target: telegramChats.chatId });
  const [chat] = await transaction
    .select({ sessionId: telegramChats.sessionId })
    .from(telegramChats)
    .where(eq(telegramChats.chatId, chatId))
    .for("update");
  return chat?.sessionId ?? null;
}

export async function findTelegramSession(database: Database, chatId: number): Promise<string | null> {
  const [chat] = await database
    .select({ sessionId: telegramChats.sessionId })
    .from(telegramChats)
    .where(eq(telegramChats.chatId, chatId));
  return chat?.sessionId ?? null;
}

/** Leads a chat to its conversation. */
export async function linkTelegramChat(transaction: Database, chatId: number, sessionId: string): Promise<void> {
  await transaction.update(telegramChats).set({ sessionId }).where(eq(telegramChats.chatId, chatId));
}
