import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { sanctionFiles, sanctions } from "../schema/index.ts";
import { listAttachedFiles } from "./attached-files.ts";

export type SanctionRow = typeof sanctions.$inferSelect;
/** A sanction with its evidence in its order: one record for the trail. */
export type SanctionFile = SanctionRow & { readonly fileIds: readonly string[] };

async function complete(database: Database, row: SanctionRow | undefined): Promise<SanctionFile | null> {
  if (row === undefined) return null;
  return { ...row, fileIds: await listAttachedFiles(database, sanctionFiles, sanctionFiles.sanctionId, row.id) };
}

export async function findSanction(database: Database, id: string): Promise<SanctionFile | null> {
  const [row] = await database.select().from(sanctions).where(eq(sanctions.id, id));
  return complete(database, row);
}

/** The sanction, locked until the end of the transaction. */
export async function lockSanction(transaction: Database, id: string): Promise<SanctionFile | null> {
  const [row] = await transaction.select().from(sanctions).where(eq(sanctions.id, id)).for("update");
  return complete(transaction, row);
}
