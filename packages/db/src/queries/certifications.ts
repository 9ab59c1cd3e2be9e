import { and, asc, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications } from "../schema/index.ts";

export type CertificationRow = typeof certifications.$inferSelect;

export async function insertCertification(
  transaction: Database,
  title: Omit<CertificationRow, "confirmedBy" | "revision">,
): Promise<CertificationRow> {
  const [row] = await transaction
    .insert(certifications)
    .values({ ...title, confirmedBy: null, revision: 1 })
    .returning();
  return row as CertificationRow;
}

/** The title, locked until the end of the transaction. */
export async function lockCertification(transaction: Database, id: string): Promise<CertificationRow | null> {
  const [row] = await transaction.select().from(certifications).where(eq(certifications.id, id)).for("update");
  return row ?? null;
}

/** Confirms an imported title. */
export async function confirmCertification(
  transaction: Database,
  id: string,
  confirmedBy: string,
): Promise<CertificationRow> {
  const [row] = await transaction
    .update(certifications)
    .set({ confirmedBy, revision: sql`${certifications.revision} + 1` })
    .where(eq(certifications.id, id))
    .returning();
  return row as CertificationRow;
}

/** The confirmed titles of an organization, oldest first: what bears on a new application. */
export async function listTitlesOf(database: Database, organizationId: string): Promise<CertificationRow[]> {
  return database
    .select()
    .from(certifications)
    .where(and(eq(certifications.organizationId, organizationId), isNotNull(certifications.confirmedBy)))
    .orderBy(asc(certifications.validFrom));
}

/** Titles within a condition, the latest to begin first. */
export async function listCertifications(
  database: Database,
  { within, offset, limit }: { within: SQL; offset: number; limit: number },
): Promise<{ rows: CertificationRow[]; total: number }> {
  const rows = await database
    .select()
    .from(certifications)
    .where(within)
    .orderBy(desc(certifications.validFrom), asc(certifications.id))
    .offset(offset)
    .limit(limit);
  const [counted] = await database.select({ total: sql<string>`count(*)` }).from(certifications).where(within);
  return { rows, total: Number(counted?.total ?? 0) };
}

export async function findCertification(database: Database, id: string): Promise<CertificationRow | null> {
  const [row] = await database.select().from(certifications).where(eq(certifications.id, id));
  return row ?? null;
}

/** The columns by which access is applied to titles: what is confirmed is public. */
export const certificationReachColumns = {
  organization: certifications.organizationId,
  district: certifications.district,
  published: sql`${certifications.confirmedBy} is not null`,
};
