import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, provincialRecommendations } from "../schema/index.ts";

export type ProvincialRecommendationRow = typeof provincialRecommendations.$inferSelect;

/** How titles were put forward to the province (第十五条), by title and year. */
export async function listProvincialRecommendations(
  database: Database,
  certificationIds: readonly string[],
): Promise<ProvincialRecommendationRow[]> {
  if (certificationIds.length === 0) return [];
  return database
    .select()
    .from(provincialRecommendations)
    .where(inArray(provincialRecommendations.certificationId, [...certificationIds]))
    .orderBy(asc(provincialRecommendations.certificationId), asc(provincialRecommendations.year));
}

/** Counts the change of a title that the transaction has locked. */
async function countChange(transaction: Database, certificationId: string): Promise<void> {
  await transaction
    .update(certifications)
    .set({ revision: sql`${certifications.revision} + 1` })
    .where(eq(certifications.id, certificationId));
}

/** Puts a title forward, once a year; the title is to be locked. */
export async function insertProvincialRecommendation(
  transaction: Database,
  recommendation: Omit<ProvincialRecommendationRow, "result" | "resultOn" | "resultSource">,
): Promise<void> {
  await transaction.insert(provincialRecommendations).values(recommendation);
  await countChange(transaction, recommendation.certificationId);
}

/** Records what came of it; the title is to be locked. */
export async function recordProvincialResult(
  transaction: Database,
  {
    certificationId,
    year,
    ...result
  }: Pick<ProvincialRecommendationRow, "certificationId" | "year" | "result" | "resultOn" | "resultSource">,
): Promise<void> {
  await transaction
    .update(provincialRecommendations)
    .set(result)
    .where(
      and(eq(provincialRecommendations.certificationId, certificationId), eq(provincialRecommendations.year, year)),
    );
  await countChange(transaction, certificationId);
}
