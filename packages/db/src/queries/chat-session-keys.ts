import { asc, eq, inArray, lt } from "drizzle-orm";
import type { Database } from "../database.ts";
import { chatSessionKeys } from "../schema/index.ts";
import { insertChatSession, type NewChatSession } from "./chat-sessions.ts";

/** Which session an Idempotency-Key made before, and with which body. */
export async function findChatSessionKey(
  database: Database,
  keyHash: string,
): Promise<{ sessionId: string; bodyHash: string } | null> {
  const [row] = await database
    .select({ sessionId: chatSessionKeys.sessionId, bodyHash: chatSessionKeys.bodyHash })
    .from(chatSessionKeys)
    .where(eq(chatSessionKeys.keyHash, keyHash));
  return row ?? null;
}

/**
 * Begins a session for a key, once. @returns false when somebody else used the key first; then no session was begun
 */
export async function insertChatSessionOnce(
  database: Database,
  session: NewChatSession,
  key: { keyHash: string; bodyHash: string; createdAt: Date },
): Promise<boolean> {
  try {
    await database.transaction(async (transaction) => {
      await insertChatSession(transaction, session);
      const inserted = await transaction
        .insert(chatSessionKeys)
        .values({ ...key, sessionId: session.id })
        .onConflictDoNothing({ target: chatSessionKeys.keyHash })
        .returning({ keyHash: chatSessionKeys.keyHash });
      if (inserted.length === 0) throw new KeyTaken();
    });
    return true;
  } catch (cause) {
    if (cause instanceof KeyTaken) return false;
    throw cause;
  }
}

/** Takes the session back that was begun for a key of somebody else. */
class KeyTaken extends Error {}

/** Forgets at most `limit` keys made before the instant. @returns how many */
export async function deleteChatSessionKeysBefore(database: Database, before: Date, limit: number): Promise<number> {
  const old = database
    .select({ keyHash: chatSessionKeys.keyHash })
    .from(chatSessionKeys)
    .where(lt(chatSessionKeys.createdAt, before))
    .orderBy(asc(chatSessionKeys.createdAt))
    .limit(limit);
  const rows = await database
    .delete(chatSessionKeys)
    .where(inArray(chatSessionKeys.keyHash, old))
    .returning({ keyHash: chatSessionKeys.keyHash });
  return rows.length;
}
