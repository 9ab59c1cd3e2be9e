import { asc, eq, inArray, lt } from "drizzle-orm";
import type { Database } from "../database.ts";
import { requestKeys } from "../schema/index.ts";

export type RequestKey = typeof requestKeys.$inferSelect;

/**
 * Takes a key for the record that is being made, inside its transaction. A second request with the key waits until the first has come to its
 * end.
 *
 * @returns what the key was used for before; null when it was free and is now taken
 */
export async function takeRequestKey(transaction: Database, key: RequestKey): Promise<RequestKey | null> {
  const taken = await transaction
    .insert(requestKeys)
    .values(key)
    .onConflictDoNothing({ target: requestKeys.keyHash })
    .returning({ keyHash: requestKeys.keyHash });
  if (taken.length === 1) return null;
  const [before] = await transaction.select().from(requestKeys).where(eq(requestKeys.keyHash, key.keyHash));
  if (before === undefined) throw new Error("a request key is neither free nor taken");
  return before;
}

/** Says which record a key that was taken has made. */
export async function setRequestKeyRecord(transaction: Database, keyHash: string, recordId: string): Promise<void> {
  await transaction.update(requestKeys).set({ recordId }).where(eq(requestKeys.keyHash, keyHash));
}

/** Gives a key back that made nothing. */
export async function releaseRequestKey(transaction: Database, keyHash: string): Promise<void> {
  await transaction.delete(requestKeys).where(eq(requestKeys.keyHash, keyHash));
}

/** Forgets at most `limit` keys made before the instant. @returns how many */
export async function deleteRequestKeysBefore(database: Database, before: Date, limit: number): Promise<number> {
  const old = database
    .select({ keyHash: requestKeys.keyHash })
    .from(requestKeys)
    .where(lt(requestKeys.createdAt, before))
    .orderBy(asc(requestKeys.createdAt))
    .limit(limit);
  const rows = await database
    .delete(requestKeys)
    .where(inArray(requestKeys.keyHash, old))
    .returning({ keyHash: requestKeys.keyHash });
  return rows.length;
}
