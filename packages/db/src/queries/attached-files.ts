import { asc, eq } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";

/** A table that holds which files belong to a record, in their order. */
type AttachedFiles = PgTable & { readonly fileId: PgColumn; readonly position: PgColumn };

/** The ids of a record's files in their order; `record` is the column that names the record. */
export async function listAttachedFiles(
  database: Database,
  table: AttachedFiles,
  record: PgColumn,
  id: string,
): Promise<string[]> {
  const rows = await database
    .select({ fileId: table.fileId })
    .from(table)
    .where(eq(record, id))
    .orderBy(asc(table.position));
  return rows.map(({ fileId }) => String(fileId));
}
