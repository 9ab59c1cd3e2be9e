import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { reportFiles, reports } from "../schema/index.ts";
import { listAttachedFiles } from "./attached-files.ts";

export type ReportRow = typeof reports.$inferSelect;
/** A report with its attachments in their order: one record for the trail. */
export type ReportFile = ReportRow & { readonly fileIds: readonly string[] };

async function complete(database: Database, row: ReportRow | undefined): Promise<ReportFile | null> {
  if (row === undefined) return null;
  return { ...row, fileIds: await listAttachedFiles(database, reportFiles, reportFiles.reportId, row.id) };
}

export async function findReport(database: Database, id: string): Promise<ReportFile | null> {
  const [row] = await database.select().from(reports).where(eq(reports.id, id));
  return complete(database, row);
}

/** The report, locked until the end of the transaction. */
export async function lockReport(transaction: Database, id: string): Promise<ReportFile | null> {
  const [row] = await transaction.select().from(reports).where(eq(reports.id, id)).for("update");
  return complete(transaction, row);
}
