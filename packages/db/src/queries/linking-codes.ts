import type { ReminderChannel } from "@shifan/rules";
import { and, count, eq, gte, inArray } from "drizzle-orm";
import type { Database } from "../database.ts";
import { reminderCodes } from "../schema/index.ts";

export type LinkingCodeRow = typeof reminderCodes.$inferSelect;

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
