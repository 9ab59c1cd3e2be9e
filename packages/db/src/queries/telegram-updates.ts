import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";
import { telegramChats, telegramUpdates } from "../schema/index.ts";

export type TelegramUpdate = { updateId: number; chatId: number; payload: Record<string, unknown> };

/** Keeps an update by its id and wakes its chat, in one statement. @returns false when it was already known */
export async function storeTelegramUpdate(database: Database, update: TelegramUpdate, at: Date): Promise<boolean> {
  const instant = at.toISOString();
  const result = await database.execute(sql`
    with stored as (
      insert into telegram_updates (chat_id, update_id, payload, received_at, attempts)
      values (${update.chatId}::bigint, ${update.updateId}::bigint, ${JSON.stringify(update.payload)}::json, ${instant}::timestamptz, 0)
      on conflict (chat_id, update_id) do nothing
      returning chat_id
    )
    insert into telegram_chats (chat_id, lease, due_at)
    select chat_id, 0, ${instant}::timestamptz from stored
    on conflict (chat_id) do update set due_at = coalesce(telegram_chats.due_at, excluded.due_at)
    returning chat_id`);
  return rowsOf(result).length === 1;
}

export type ClaimedTelegramUpdate = TelegramUpdate & { lease: number; attempts: number; receivedAt: Date };

/**
 * Leases the oldest pending update of up to `limit` chats that are due. The lease is the chat's: until it ends, nobody gets another update of
 * that chat. Chats that another process is claiming at this moment are passed over.
 */
export async function claimTelegramUpdates(
  database: Database,
  claim: { limit: number; worker: string; at: Date; leaseUntil: Date },
): Promise<ClaimedTelegramUpdate[]> {
  return database.transaction(async (transaction) => {
    const due = await transaction
      .select({ chatId: telegramChats.chatId })
      .from(telegramChats)
      .where(and(isNotNull(telegramChats.dueAt), lte(telegramChats.dueAt, claim.at)))
      .orderBy(asc(telegramChats.dueAt))
      .limit(claim.limit)
      .for("update", { skipLocked: true });
    if (due.length === 0) return [];
    // The chats are locked from here on: a statement of its own sees all that was finished before the lock was had.
    const leased = await transaction
      .update(telegramChats)
      .set({ lease: sql`${telegramChats.lease} + 1`, dueAt: claim.leaseUntil, worker: claim.worker })
      .where(
        inArray(
          telegramChats.chatId,
          due.map(({ chatId }) => chatId),
        ),
      )
      .returning({ chatId: telegramChats.chatId, lease: telegramChats.lease });
    const claimed = [];
    for (const { chatId, lease } of leased) claimed.push(await leaseOldest(transaction, chatId, lease));
    return claimed.filter((update) => update !== null);
  });
}

async function leaseOldest(
  transaction: Database,
  chatId: number,
  lease: number,
): Promise<ClaimedTelegramUpdate | null> {
  const [oldest] = await transaction
    .select()
    .from(telegramUpdates)
    .where(and(eq(telegramUpdates.chatId, chatId), isNull(telegramUpdates.doneAt)))
    .orderBy(asc(telegramUpdates.updateId))
    .limit(1);
  if (oldest === undefined) {
    await transaction.update(telegramChats).set({ dueAt: null }).where(eq(telegramChats.chatId, chatId));
    return null;
  }
  const attempts = oldest.attempts + 1;
  await transaction.update(telegramUpdates).set({ lease, attempts }).where(isUpdate(chatId, oldest.updateId));
  return {
    updateId: oldest.updateId,
    chatId,
    payload: oldest.payload as Record<string, unknown>,
    lease,
    attempts,
    receivedAt: oldest.receivedAt,
  };
}

export function isUpdate(chatId: number, updateId: number) {
  return and(eq(telegramUpdates.chatId, chatId), eq(telegramUpdates.updateId, updateId));
}

/** Deletes at most `limit` updates done before the instant: by then Telegram no longer repeats them. @returns how many */
export async function deleteTelegramUpdatesDoneBefore(
  database: Database,
  before: Date,
  limit: number,
): Promise<number> {
  const old = await database
    .select({ chatId: telegramUpdates.chatId, updateId: telegramUpdates.updateId })
    .from(telegramUpdates)
    .where(lt(telegramUpdates.doneAt, before))
    .orderBy(asc(telegramUpdates.doneAt))
    .limit(limit);
  for (const { chatId, updateId } of old) await database.delete(telegramUpdates).where(isUpdate(chatId, updateId));
  return old.length;
}
