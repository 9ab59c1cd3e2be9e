import { eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { requestKeys } from "../schema/index.ts";

export type RequestKeyRow = typeof requestKeys.$inferSelect;

/**
 * What a key made before; null when nothing. Callers with the same key are let through one after the other: the lock lasts until the end of the
 * transaction.
 */
export async function findRequestKey(transaction: Database, keyHash: string): Promise<RequestKeyRow | null> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${keyHash}, 0))`);
  const [row] = await transaction.select().from(requestKeys).where(eq(requestKeys.keyHash, keyHash));
  return row ?? null;
}

export async function insertRequestKey(transaction: Database, key: RequestKeyRow): Promise<void> {
  await transaction.insert(requestKeys).values(key);
}
