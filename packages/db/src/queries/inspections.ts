import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { inspectionFiles, inspections } from "../schema/index.ts";
import { listAttachedFiles } from "./attached-files.ts";

export type InspectionRow = typeof inspections.$inferSelect;
/** A look at a title with its photographs and papers in their order: one record for the trail. */
export type InspectionFile = InspectionRow & { readonly fileIds: readonly string[] };

async function complete(database: Database, row: InspectionRow | undefined): Promise<InspectionFile | null> {
  if (row === undefined) return null;
  return { ...row, fileIds: await listAttachedFiles(database, inspectionFiles, inspectionFiles.inspectionId, row.id) };
}

export async function findInspection(database: Database, id: string): Promise<InspectionFile | null> {
  const [row] = await database.select().from(inspections).where(eq(inspections.id, id));
  return complete(database, row);
}

/** The look, locked until the end of the transaction. */
export async function lockInspection(transaction: Database, id: string): Promise<InspectionFile | null> {
  const [row] = await transaction.select().from(inspections).where(eq(inspections.id, id)).for("update");
  return complete(transaction, row);
}
