import { and, asc, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications } from "../schema/index.ts";
import { organizationNameOn } from "./organization-name.ts";

export type CertificationRow = typeof certifications.$inferSelect;

export async function insertCertification(
  transaction: Database,
  title: Omit<CertificationRow, "revision">,
): Promise<CertificationRow> {
  const [row] = await transaction
    .insert(certifications)
    .values({ ...title, revision: 1 })
    .returning();
  return row as CertificationRow;
}

/** How many titles a round has given; the round is to be locked by whoever numbers the next one. */
export async function countTitlesOfRound(database: Database, roundId: string): Promise<number> {
  const [counted] = await database
    .select({ given: sql<string>`count(*)` })
    .from(certifications)
    .where(eq(certifications.roundId, roundId));
  return Number(counted?.given ?? 0);
}

/** The title with a number on its certificate. */
export async function findCertificationByNumber(database: Database, number: string): Promise<CertificationRow | null> {
  const [row] = await database.select().from(certifications).where(eq(certifications.certificateNumber, number));
  return row ?? null;
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

export type RegisterRow = { title: CertificationRow; organizationName: string };

/** How a title stands on a day, as a condition of a query; the same as rules' `standingOfTitle`. */
function stands(standing: "valid" | "not_yet_valid" | "expired" | "cancelled" | "revoked", day: string): SQL {
  const { state, validFrom, validTo } = certifications;
  switch (standing) {
    case "valid":
      return sql`${state} = 'valid' and ${validFrom} <= ${day} and ${validTo} >= ${day}`;
    case "not_yet_valid":
      return sql`${state} = 'valid' and ${validFrom} > ${day}`;
    case "expired":
      return sql`${state} = 'valid' and ${validTo} < ${day}`;
    case "cancelled":
    case "revoked":
      return sql`${state} = ${standing}`;
  }
}

/** The register that anybody may read: confirmed titles, the latest to begin first, with the organization's name of the day. */
export async function listRegister(
  database: Database,
  page: {
    day: string;
    filter: {
      q?: string | undefined;
      district?: string | undefined;
      standing?: "valid" | "not_yet_valid" | "expired" | "cancelled" | "revoked" | undefined;
    };
    offset: number;
    limit: number;
  },
): Promise<{ rows: RegisterRow[]; total: number; titles: number }> {
  const { day, filter, offset, limit } = page;
  const name = organizationNameOn(certifications.organizationId, day);
  const confirmed = isNotNull(certifications.confirmedBy);
  const pattern = filter.q === undefined ? null : `%${filter.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const within = and(
    confirmed,
    filter.district === undefined ? undefined : eq(certifications.district, filter.district),
    filter.standing === undefined ? undefined : stands(filter.standing, day),
    pattern === null
      ? undefined
      : sql`(${certifications.platformName} like ${pattern} or ${certifications.certificateNumber} like ${pattern} or exists (select 1 from organization_names n where n.organization_id = ${certifications.organizationId} and n.name like ${pattern}))`,
  );
  const rows = await database
    .select({ title: certifications, organizationName: name })
    .from(certifications)
    .where(within)
    .orderBy(desc(certifications.validFrom), asc(certifications.certificateNumber), asc(certifications.id))
    .offset(offset)
    .limit(limit);
  const [counted] = await database.select({ total: sql<string>`count(*)` }).from(certifications).where(within);
  const [all] = await database.select({ total: sql<string>`count(*)` }).from(certifications).where(confirmed);
  return { rows, total: Number(counted?.total ?? 0), titles: Number(all?.total ?? 0) };
}
