import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { reminderCodes } from "../schema/index.ts";

export type ReminderCodeRow = typeof reminderCodes.$inferSelect;
type Channel = ReminderCodeRow["channel"];

/** Writes a code down. Those that the recipient had for the channel are void from then on: only the newest is taken. */
export async function insertReminderCode(
  transaction: Database,
  code: Omit<ReminderCodeRow, "wrongTries" | "usedAt">,
): Promise<void> {
  await transaction
    .update(reminderCodes)
    .set({ usedAt: code.createdAt })
    .where(
      and(
        eq(reminderCodes.recipientId, code.recipientId),
        eq(reminderCodes.channel, code.channel),
        isNull(reminderCodes.usedAt),
      ),
    );
  await transaction.insert(reminderCodes).values({ ...code, wrongTries: 0, usedAt: null });
}

/** The code of a recipient that may still be tried, locked inside a transaction. */
export async function lockReminderCode(
  transaction: Database,
  { recipientId, channel, at }: { recipientId: string; channel: Channel; at: Date },
): Promise<ReminderCodeRow | null> {
  const [row] = await transaction
    .select()
    .from(reminderCodes)
    .where(
      and(
        eq(reminderCodes.recipientId, recipientId),
        eq(reminderCodes.channel, channel),
        isNull(reminderCodes.usedAt),
        gt(reminderCodes.expiresAt, at),
      ),
    )
    .orderBy(desc(reminderCodes.createdAt))
    .limit(1)
    .for("update");
  return row ?? null;
}

/** Notes that a wrong code was tried. */
export async function noteWrongTry(transaction: Database, id: string): Promise<void> {
  await transaction
    .update(reminderCodes)
    .set({ wrongTries: sql`${reminderCodes.wrongTries} + 1` })
    .where(eq(reminderCodes.id, id));
}

/** A code that was used, or given up: it is never taken again. */
export async function useReminderCode(transaction: Database, id: string, at: Date): Promise<void> {
  await transaction.update(reminderCodes).set({ usedAt: at }).where(eq(reminderCodes.id, id));
}

/** How many codes of these channels run out after an instant: with a life of its own length, how many were made lately. */
export async function countReminderCodesSince(
  database: Database,
  { channels, expiresAfter }: { channels: readonly Channel[]; expiresAfter: Date },
): Promise<number> {
  return database.$count(
    reminderCodes,
    and(inArray(reminderCodes.channel, [...channels]), gt(reminderCodes.expiresAt, expiresAfter)),
  );
}

/** Deletes at most `limit` codes that ran out before the instant. @returns how many */
export async function deleteReminderCodesExpiredBefore(
  database: Database,
  before: Date,
  limit: number,
): Promise<number> {
  const old = database
    .select({ id: reminderCodes.id })
    .from(reminderCodes)
    .where(sql`${reminderCodes.expiresAt} < ${before.toISOString()}::timestamptz`)
    .orderBy(reminderCodes.expiresAt)
    .limit(limit);
  const rows = await database
    .delete(reminderCodes)
    .where(inArray(reminderCodes.id, old))
    .returning({ id: reminderCodes.id });
  return rows.length;
}
