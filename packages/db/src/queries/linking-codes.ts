import { randomUUID } from "node:crypto";
import type { ReminderChannel } from "@shifan/rules";
import { and, asc, count, eq, gt, gte, inArray, isNull, lt } from "drizzle-orm";
import type { Database } from "../database.ts";
import { reminderCodes } from "../schema/index.ts";

export type LinkingCodeRow = typeof reminderCodes.$inferSelect;

/** Keeps a code by which a chat is linked. Those that the recipient had for the channel before are void from now on. */
export async function insertLinkingCode(
  transaction: Database,
  code: { recipientId: string; channel: ReminderChannel; codeHash: string; createdAt: Date; expiresAt: Date },
): Promise<void> {
  const { recipientId, channel, createdAt } = code;
  await transaction
    .update(reminderCodes)
    .set({ expiresAt: createdAt })
    .where(
      and(
        eq(reminderCodes.recipientId, recipientId),
        eq(reminderCodes.channel, channel),
        isNull(reminderCodes.usedAt),
        gt(reminderCodes.expiresAt, createdAt),
      ),
    );
  await transaction.insert(reminderCodes).values({ id: randomUUID(), personal: {}, wrongTries: 0, ...code });
}

/** How many codes a recipient was given for a channel since an instant. */
export async function countLinkingCodesSince(
  database: Database,
  { recipientId, channel, since }: { recipientId: string; channel: ReminderChannel; since: Date },
): Promise<number> {
  const [row] = await database
    .select({ given: count() })
    .from(reminderCodes)
    .where(
      and(
        eq(reminderCodes.recipientId, recipientId),
        eq(reminderCodes.channel, channel),
        gte(reminderCodes.createdAt, since),
      ),
    );
  return row?.given ?? 0;
}

/** The code with one of these keyed hashes, locked until the end of the transaction; null where there is none of the channel. */
export async function lockLinkingCode(
  transaction: Database,
  channel: ReminderChannel,
  codeHashes: readonly string[],
): Promise<LinkingCodeRow | null> {
  const [row] = await transaction
    .select()
    .from(reminderCodes)
    .where(and(eq(reminderCodes.channel, channel), inArray(reminderCodes.codeHash, [...codeHashes])))
    .for("update");
  return row ?? null;
}

export async function markLinkingCodeUsed(transaction: Database, id: string, at: Date): Promise<void> {
  await transaction.update(reminderCodes).set({ usedAt: at }).where(eq(reminderCodes.id, id));
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
    .where(lt(reminderCodes.expiresAt, before))
    .orderBy(asc(reminderCodes.expiresAt))
    .limit(limit);
  return (
    await database.delete(reminderCodes).where(inArray(reminderCodes.id, old)).returning({ id: reminderCodes.id })
  ).length;
}
