import { and, asc, count, eq, gte, inArray, lt } from "drizzle-orm";
import type { Database } from "../database.ts";
import { uploadLinks } from "../schema/index.ts";

export type UploadLinkRow = typeof uploadLinks.$inferSelect;

export async function insertUploadLink(database: Database, link: UploadLinkRow): Promise<void> {
  await database.insert(uploadLinks).values(link);
}

/** The link with one of these keyed hashes, run out or not. */
export async function findUploadLink(
  database: Database,
  tokenHashes: readonly string[],
): Promise<UploadLinkRow | null> {
  const [row] = await database
    .select()
    .from(uploadLinks)
    .where(inArray(uploadLinks.tokenHash, [...tokenHashes]));
  return row ?? null;
}

/** How many links somebody was given since an instant. */
export async function countUploadLinksSince(database: Database, userId: string, since: Date): Promise<number> {
  const [row] = await database
    .select({ given: count() })
    .from(uploadLinks)
    .where(and(eq(uploadLinks.userId, userId), gte(uploadLinks.createdAt, since)));
  return row?.given ?? 0;
}

/** Deletes at most `limit` links that ran out before the instant. @returns how many */
export async function deleteUploadLinksExpiredBefore(database: Database, before: Date, limit: number): Promise<number> {
  const old = database
    .select({ id: uploadLinks.id })
    .from(uploadLinks)
    .where(lt(uploadLinks.expiresAt, before))
    .orderBy(asc(uploadLinks.expiresAt))
    .limit(limit);
  return (await database.delete(uploadLinks).where(inArray(uploadLinks.id, old)).returning({ id: uploadLinks.id }))
    .length;
}
