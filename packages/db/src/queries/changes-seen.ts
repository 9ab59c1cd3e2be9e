import { desc } from "drizzle-orm";
import type { Database } from "../database.ts";
import { auditEntries } from "../schema/index.ts";

/** The latest act on record: while it is the same, nothing was done. Null before the first. */
export async function findLatestEntry(database: Database): Promise<string | null> {
  const [row] = await database
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1);
  return row?.id ?? null;
}
