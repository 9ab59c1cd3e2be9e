import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applicationMaterialFiles, applicationMaterials } from "../schema/index.ts";

export type ApplicationMaterialRow = typeof applicationMaterials.$inferSelect;
export type ApplicationMaterialFileRow = typeof applicationMaterialFiles.$inferSelect;

export async function listApplicationMaterials(
  database: Database,
  applicationId: string,
): Promise<ApplicationMaterialRow[]> {
  return database
    .select()
    .from(applicationMaterials)
    .where(eq(applicationMaterials.applicationId, applicationId))
    .orderBy(asc(applicationMaterials.material));
}

export async function listApplicationMaterialFiles(
  database: Database,
  applicationId: string,
): Promise<ApplicationMaterialFileRow[]> {
  return database
    .select()
    .from(applicationMaterialFiles)
    .where(eq(applicationMaterialFiles.applicationId, applicationId))
    .orderBy(asc(applicationMaterialFiles.material), asc(applicationMaterialFiles.position));
}

/** The paper of an application, locked until the end of the transaction. */
export async function lockApplicationMaterial(
  transaction: Database,
  applicationId: string,
  material: string,
): Promise<ApplicationMaterialRow | null> {
  const [row] = await transaction
    .select()
    .from(applicationMaterials)
    .where(and(eq(applicationMaterials.applicationId, applicationId), eq(applicationMaterials.material, material)))
    .for("update");
  return row ?? null;
}

/** Writes a paper; its revision grows with each write. */
export async function writeApplicationMaterial(
  transaction: Database,
  material: Omit<ApplicationMaterialRow, "revision">,
): Promise<ApplicationMaterialRow> {
  const { isOnPaper, verdict, verdictReason, judgedBy, judgedAt } = material;
  const [row] = await transaction
    .insert(applicationMaterials)
    .values({ ...material, revision: 1 })
    .onConflictDoUpdate({
      target: [applicationMaterials.applicationId, applicationMaterials.material],
      set: {
        isOnPaper,
        verdict,
        verdictReason,
        judgedBy,
        judgedAt,
        revision: sql`${applicationMaterials.revision} + 1`,
      },
    })
    .returning();
  return row as ApplicationMaterialRow;
}

/** A file of a paper; of a sealed scan with the version of the data from which it was printed. */
export type MaterialFile = Pick<ApplicationMaterialFileRow, "fileId" | "printedVersion">;

/** Puts files in the place of those that a paper had, in the order given. */
export async function replaceMaterialFiles(
  transaction: Database,
  {
    applicationId,
    material,
    files,
    at,
  }: { applicationId: string; material: string; files: readonly MaterialFile[]; at: Date },
): Promise<void> {
  await transaction
    .delete(applicationMaterialFiles)
    .where(
      and(eq(applicationMaterialFiles.applicationId, applicationId), eq(applicationMaterialFiles.material, material)),
    );
  if (files.length === 0) return;
  await transaction.insert(applicationMaterialFiles).values(
    files.map(({ fileId, printedVersion }, position) => {
      return { applicationId, material, fileId, printedVersion, position, attachedAt: at };
    }),
  );
}

/** What stands for a paper in the audit trail: how it is there, which files it has, and from which versions of the data they were printed. */
export function stateOfApplicationMaterial(row: ApplicationMaterialRow, files: readonly MaterialFile[]): unknown {
  const printed = files.filter(({ printedVersion }) => printedVersion !== null);
  return {
    ...row,
    fileIds: files.map(({ fileId }) => fileId),
    ...(printed.length === 0
      ? {}
      : { printed: Object.fromEntries(printed.map(({ fileId, printedVersion }) => [fileId, printedVersion])) }),
  };
}

/** The same of a paper that is on record; null when there is none. */
export async function findStateOfApplicationMaterial(
  database: Database,
  applicationId: string,
  material: string,
): Promise<unknown> {
  const rows = await listApplicationMaterials(database, applicationId);
  const row = rows.find((each) => each.material === material);
  const files = await listApplicationMaterialFiles(database, applicationId);
  return row === undefined
    ? null
    : stateOfApplicationMaterial(
        row,
        files.filter((file) => file.material === material),
      );
}

/** The application that uses a file as a paper; null when none does. */
export async function findApplicationOfFile(database: Database, fileId: string): Promise<string | null> {
  const [row] = await database
    .select({ applicationId: applicationMaterialFiles.applicationId })
    .from(applicationMaterialFiles)
    .where(eq(applicationMaterialFiles.fileId, fileId))
    .limit(1);
  return row?.applicationId ?? null;
}
