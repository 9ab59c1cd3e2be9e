import type { CorrectableField } from "@shifan/rules";
import { and, asc, eq, inArray, isNotNull, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certificationChecks, certifications, inspections, organizations, reports } from "../schema/index.ts";
import { listProvincialRecommendations, type ProvincialRecommendationRow } from "./provincial-recommendations.ts";

export type { TitleCorrection } from "../schema/index.ts";
export type CertificationRow = typeof certifications.$inferSelect;
export type CertificationCheckRow = typeof certificationChecks.$inferSelect;
/** A title with what was found of it in its years, and how it was put forward to the province: one record for the trail. */
export type CertificationFile = CertificationRow & {
  readonly checks: readonly CertificationCheckRow[];
  readonly recommendations: readonly ProvincialRecommendationRow[];
};

/** What a title is entered or given with. */
type NewCertification = Omit<
  CertificationRow,
  "revision" | "plannedThrough" | "discardedOn" | "discardedBy" | "discardReason" | "correction"
>;

/** By what a check is known that papers of before the product tell of. */
export function idOfPastCheck(certificationId: string, n: number): string {
  return `${certificationId}/${n}`;
}

export async function insertCertification(
  transaction: Database,
  title: NewCertification,
  checks: readonly Omit<CertificationCheckRow, "certificationId" | "n">[],
): Promise<CertificationFile> {
  const [row] = await transaction
    .insert(certifications)
    .values({ ...title, revision: 1 })
    .returning();
  const numbered = checks.map((each, at) => ({ ...each, certificationId: title.id, n: at + 1 }));
  if (numbered.length > 0) await transaction.insert(certificationChecks).values(numbered);
  return { ...(row as CertificationRow), checks: numbered, recommendations: [] };
}

/** Titles that have not been checked yet, all at once; in their order. */
export async function insertCertifications(
  transaction: Database,
  titles: readonly NewCertification[],
): Promise<CertificationFile[]> {
  const rows = await transaction
    .insert(certifications)
    .values(titles.map((title) => ({ ...title, revision: 1 })))
    .returning();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return titles.map(({ id }) => ({ ...(byId.get(id) as CertificationRow), checks: [], recommendations: [] }));
}

/** Titles with their checks and recommendations. */
export async function withParts(database: Database, titles: readonly CertificationRow[]): Promise<CertificationFile[]> {
  const ids = titles.map(({ id }) => id);
  const rows =
    ids.length === 0
      ? []
      : await database
          .select()
          .from(certificationChecks)
          .where(inArray(certificationChecks.certificationId, ids))
          .orderBy(asc(certificationChecks.certificationId), asc(certificationChecks.n));
  const checks = Map.groupBy(rows, ({ certificationId }) => certificationId);
  const recommended = await listProvincialRecommendations(database, ids);
  const recommendations = Map.groupBy(recommended, ({ certificationId }) => certificationId);
  return titles.map((title) => ({
    ...title,
    checks: checks.get(title.id) ?? [],
    recommendations: recommendations.get(title.id) ?? [],
  }));
}

/**
 * What the audit trail commits to. Checks, the source of the end and recommendations came later: a record without them stands as it always did. How far its
 * obligations are planned is a mark of the planning, no part of the title.
 */
export function stateOfCertification(file: CertificationFile) {
  const { checks, recommendations, endSource, plannedThrough: _mark, ...title } = file;
  return {
    ...title,
    ...(endSource === null ? {} : { endSource }),
    ...(checks.length === 0 ? {} : { checks }),
    ...(recommendations.length === 0 ? {} : { recommendations }),
  };
}

/** How many titles a round has given; the round is to be locked by whoever numbers the next one. */
export async function countTitlesOfRound(database: Database, roundId: string): Promise<number> {
  const [counted] = await database
    .select({ given: sql<string>`count(*)` })
    .from(certifications)
    .where(eq(certifications.roundId, roundId));
  return Number(counted?.given ?? 0);
}

/** The title with a number on its certificate; none that was given up. */
export async function findCertificationByNumber(database: Database, number: string): Promise<CertificationRow | null> {
  const [row] = await database
    .select()
    .from(certifications)
    .where(and(eq(certifications.certificateNumber, number), isNull(certifications.discardedOn)));
  return row ?? null;
}

/** The title, locked until the end of the transaction. */
export async function lockCertification(transaction: Database, id: string): Promise<CertificationFile | null> {
  const rows = await transaction.select().from(certifications).where(eq(certifications.id, id)).for("update");
  return (await withParts(transaction, rows))[0] ?? null;
}

/**
 * Changes a title that the transaction has locked: its confirmation, or that it was given up; how it was ended by a sanction or stands again; a
 * correction of what its papers say.
 */
export async function updateCertification(
  transaction: Database,
  id: string,
  changes: Partial<
    Pick<
      CertificationRow,
      "state" | "confirmedBy" | "discardedOn" | "discardedBy" | "discardReason" | "correction" | CorrectableField
    >
  >,
): Promise<CertificationFile> {
  const rows = await transaction
    .update(certifications)
    .set({ ...changes, revision: sql`${certifications.revision} + 1` })
    .where(eq(certifications.id, id))
    .returning();
  return (await withParts(transaction, rows))[0] as CertificationFile;
}

/** The confirmed titles of each of several organizations, oldest first: what bears on a new application. */
export async function listTitlesOfAll(
  database: Database,
  organizationIds: readonly string[],
): Promise<Map<string, CertificationRow[]>> {
  const rows = await database
    .select()
    .from(certifications)
    .where(and(inArray(certifications.organizationId, [...organizationIds]), isNotNull(certifications.confirmedBy)))
    .orderBy(asc(certifications.validFrom));
  return Map.groupBy(rows, ({ organizationId }) => organizationId);
}

/** The confirmed titles of one organization, see {@link listTitlesOfAll}. */
export async function listTitlesOf(database: Database, organizationId: string): Promise<CertificationRow[]> {
  return (await listTitlesOfAll(database, [organizationId])).get(organizationId) ?? [];
}

/** The confirmed titles of organizations, known by their codes, that were revoked: what bars a new application goes by the code. */
export async function listRevokedTitlesOf(
  database: Database,
  codes: readonly string[],
): Promise<{ uscc: string; title: CertificationRow }[]> {
  if (codes.length === 0) return [];
  return database
    .select({ uscc: organizations.uscc, title: certifications })
    .from(certifications)
    .innerJoin(organizations, eq(organizations.id, certifications.organizationId))
    .where(
      and(
        inArray(organizations.uscc, [...codes]),
        eq(certifications.state, "revoked"),
        isNotNull(certifications.confirmedBy),
      ),
    );
}

export async function findCertification(database: Database, id: string): Promise<CertificationFile | null> {
  const rows = await database.select().from(certifications).where(eq(certifications.id, id));
  return (await withParts(database, rows))[0] ?? null;
}

/** Titles on record that have one of these certificate numbers, or belong to one of these organizations, for finding what is entered twice; what was given up is not among them. */
export async function listCertificationsLike(
  database: Database,
  {
    organizationIds,
    certificateNumbers,
  }: { organizationIds: readonly string[]; certificateNumbers: readonly string[] },
): Promise<CertificationRow[]> {
  return database
    .select()
    .from(certifications)
    .where(
      and(
        isNull(certifications.discardedOn),
        or(
          inArray(certifications.organizationId, [...organizationIds]),
          inArray(certifications.certificateNumber, [...certificateNumbers]),
        ),
      ),
    );
}

/** The columns by which access is applied to titles: what is confirmed is public. */
export const certificationReachColumns = {
  organization: certifications.organizationId,
  district: certifications.district,
  published: sql`${certifications.confirmedBy} is not null`,
};

/** What a title's district, or the city there, has begun and not ended: looks at it, and reports that lie with the district. */
export async function countOpenWork(
  database: Database,
  certificationId: string,
): Promise<{ checks: number; reports: number }> {
  const checks = await database.$count(
    inspections,
    and(eq(inspections.certificationId, certificationId), notInArray(inspections.state, ["closed", "called_off"])),
  );
  const sent = await database.$count(
    reports,
    and(eq(reports.certificationId, certificationId), eq(reports.state, "sent_to_district")),
  );
  return { checks, reports: sent };
}
