import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "../database.ts";
import { telegramChats, telegramUpdates } from "../schema/index.ts";
import { isUpdate } from "./telegram-updates.ts";

export type LeaseOutcome = "accepted" | "lease_lost" | "unknown_update";
export type TelegramLease = { chatId: number; updateId: number; lease: number };

/**
 * Ends a lease with the update done; the chat's next one is due at once. Done again under the same lease is accepted. The id stays, so that
 * Telegram's repetitions are known; what the person wrote goes.
 */
export async function finishTelegramUpdate(database: Database, lease: TelegramLease, at: Date): Promise<LeaseOutcome> {
  return withLease(database, lease, async (transaction) => {
    await transaction
      .update(telegramUpdates)
      .set({ doneAt: at, payload: {} })
      .where(isUpdate(lease.chatId, lease.updateId));
    const [next] = await transaction
      .select({ updateId: telegramUpdates.updateId })
      .from(telegramUpdates)
      .where(and(eq(telegramUpdates.chatId, lease.chatId), isNull(telegramUpdates.doneAt)))
      .limit(1);
    await transaction
      .update(telegramChats)
      .set({ dueAt: next === undefined ? null : at })
      .where(eq(telegramChats.chatId, lease.chatId));
  });
}

/** Gives the update back; it stays its chat's oldest and is due again at `dueAt`. */
export async function releaseTelegramUpdate(
  database: Database,
  lease: TelegramLease,
  dueAt: Date,
): Promise<LeaseOutcome> {
  return withLease(database, lease, async (transaction) => {
    await transaction.update(telegramUpdates).set({ lease: null }).where(isUpdate(lease.chatId, lease.updateId));
    await transaction.update(telegramChats).set({ dueAt }).where(eq(telegramChats.chatId, lease.chatId));
  });
}

/** Runs `act` with the chat locked, if the lease still holds. A lease that ran out holds until somebody else claims the chat. */
async function withLease(
  database: Database,
  { chatId, updateId, lease }: TelegramLease,
  act: (transaction: Database) => Promise<void>,
): Promise<LeaseOutcome> {
  return database.transaction(async (transaction) => {
    const [chat] = await transaction
      .select({ lease: telegramChats.lease })
      .from(telegramChats)
      .where(eq(telegramChats.chatId, chatId))
      .for("update");
    const [update] = await transaction
      .select({ lease: telegramUpdates.lease, doneAt: telegramUpdates.doneAt })
      .from(telegramUpdates)
      .where(isUpdate(chatId, updateId));
    if (chat === undefined || update === undefined) return "unknown_update";
    if (update.lease !== lease) return "lease_lost";
    if (update.doneAt !== null) return "accepted";
    if (chat.lease !== lease) return "lease_lost";
    await act(transaction);
    return "accepted";
  });
}
