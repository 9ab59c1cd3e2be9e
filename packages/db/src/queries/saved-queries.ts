import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { savedQueries } from "../schema/index.ts";

export type SavedQueryRow = typeof savedQueries.$inferSelect;

/** What somebody has saved, for one list or for all, by name. */
export async function listSavedQueries(
  database: Database,
  userId: string,
  list: string | null,
): Promise<SavedQueryRow[]> {
  const own = eq(savedQueries.userId, userId);
  return database
    .select()
    .from(savedQueries)
    .where(list === null ? own : and(own, eq(savedQueries.list, list)))
    .orderBy(asc(savedQueries.list), asc(savedQueries.createdAt), asc(savedQueries.id));
}

/** One of somebody's own, locked until the end of the transaction; another's is not found. */
export async function lockSavedQuery(transaction: Database, userId: string, id: string): Promise<SavedQueryRow | null> {
  const [row] = await transaction
    .select()
    .from(savedQueries)
    .where(and(eq(savedQueries.id, id), eq(savedQueries.userId, userId)))
    .for("update");
  return row ?? null;
}

export async function insertSavedQuery(
  transaction: Database,
  query: Omit<SavedQueryRow, "revision">,
): Promise<SavedQueryRow> {
  const [row] = await transaction
    .insert(savedQueries)
    .values({ ...query, revision: 1 })
    .returning();
  return row as SavedQueryRow;
}

/** Gives a query that the transaction has locked another name. */
export async function renameSavedQuery(transaction: Database, id: string, name: string): Promise<SavedQueryRow> {
  const [row] = await transaction
    .update(savedQueries)
    .set({ name, revision: sql`${savedQueries.revision} + 1` })
    .where(eq(savedQueries.id, id))
    .returning();
  return row as SavedQueryRow;
}

export async function deleteSavedQuery(transaction: Database, id: string): Promise<void> {
  await transaction.delete(savedQueries).where(eq(savedQueries.id, id));
}
