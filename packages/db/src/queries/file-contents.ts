import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { fileContents, files } from "../schema/index.ts";

/** Contents that no file has, at most `limit`. */
export async function listUnusedContents(database: Database, limit: number): Promise<string[]> {
  const rows = await database
    .select({ sha256: fileContents.sha256 })
    .from(fileContents)
    .where(notExists(usersOf(database)))
    .orderBy(fileContents.sha256)
    .limit(limit);
  return rows.map(({ sha256 }) => sha256);
}

/** Which of the hashes the database knows as contents. */
export async function findKnownContents(database: Database, hashes: readonly string[]): Promise<string[]> {
  const rows = await database
    .select({ sha256: fileContents.sha256 })
    .from(fileContents)
    .where(inArray(fileContents.sha256, [...hashes]));
  return rows.map(({ sha256 }) => sha256);
}

/**
 * Deletes a content that no file has, and with it what is stored. Its row, made where there is none, is held meanwhile: whoever announces a
 * file of the same content waits, and then finds nothing stored and stores it anew.
 *
 * @param removeStored takes it out of the storage; when it fails, the row stays and it is tried again later
 * @returns whether it was deleted; false when a file has it
 */
export async function deleteContentUnlessUsed(
  database: Database,
  sha256: string,
  removeStored: () => Promise<void>,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await transaction
      .insert(fileContents)
      .values({ sha256, size: 1, mediaType: "application/octet-stream" })
      .onConflictDoUpdate({ target: fileContents.sha256, set: { sha256 } });
    // A statement of its own sees every file that was announced before the row was held.
    const deleted = await transaction
      .delete(fileContents)
      .where(and(eq(fileContents.sha256, sha256), notExists(usersOf(transaction))))
      .returning({ sha256: fileContents.sha256 });
    if (deleted.length === 0) return false;
    await removeStored();
    return true;
  });
}

const usersOf = (database: Database) =>
  database.select({ one: sql`1` }).from(files).where(eq(files.sha256, fileContents.sha256));
