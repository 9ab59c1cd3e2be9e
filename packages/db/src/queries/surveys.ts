import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, recommendations, recommendedApplications, sampled, surveys } from "../schema/index.ts";

export type SurveyRow = typeof surveys.$inferSelect;
export type SampledRow = typeof sampled.$inferSelect;
export type RecommendationRow = typeof recommendations.$inferSelect;

export async function insertSurvey(
  transaction: Database,
  survey: Omit<SurveyRow, "assessment" | "revision">,
  drawn: readonly { place: number; rowId: string; enterprise: string }[],
): Promise<void> {
  await transaction.insert(surveys).values({ ...survey, assessment: null, revision: 1 });
  if (drawn.length === 0) return;
  await transaction
    .insert(sampled)
    .values(
      drawn.map((each) => ({ ...each, applicationId: survey.applicationId, state: "drawn" as const, revision: 1 })),
    );
}

export async function findSurvey(database: Database, applicationId: string): Promise<SurveyRow | null> {
  const [row] = await database.select().from(surveys).where(eq(surveys.applicationId, applicationId));
  return row ?? null;
}

/** Writes what was found; the survey is locked with its application. */
export async function writeSurveyAssessment(
  transaction: Database,
  applicationId: string,
  assessment: unknown,
): Promise<SurveyRow> {
  const [row] = await transaction
    .update(surveys)
    .set({ assessment, revision: sql`${surveys.revision} + 1` })
    .where(eq(surveys.applicationId, applicationId))
    .returning();
  return row as SurveyRow;
}

/** The enterprises of a draw, in the order of the draw. */
export async function listSampled(database: Database, applicationId: string): Promise<SampledRow[]> {
  return database.select().from(sampled).where(eq(sampled.applicationId, applicationId)).orderBy(asc(sampled.place));
}

export async function insertSampled(
  transaction: Database,
  applicationId: string,
  drawn: { place: number; rowId: string; enterprise: string },
): Promise<void> {
  await transaction.insert(sampled).values({ ...drawn, applicationId, state: "drawn", revision: 1 });
}

export async function updateSampled(
  transaction: Database,
  applicationId: string,
  place: number,
  changes: Partial<
    Pick<
      SampledRow,
      "state" | "replacedReason" | "personal" | "rating" | "method" | "answeredOn" | "remark" | "recordedBy"
    >
  >,
): Promise<SampledRow> {
  const [row] = await transaction
    .update(sampled)
    .set({ ...changes, revision: sql`${sampled.revision} + 1` })
    .where(and(eq(sampled.applicationId, applicationId), eq(sampled.place, place)))
    .returning();
  return row as SampledRow;
}

/** What stands for a survey in the audit trail: all of it, the answers included. */
export async function stateOfSurvey(
  database: Database,
  applicationId: string,
): Promise<{ survey: SurveyRow | null; sampled: SampledRow[] }> {
  return { survey: await findSurvey(database, applicationId), sampled: await listSampled(database, applicationId) };
}

export async function insertRecommendation(transaction: Database, recommendation: RecommendationRow): Promise<void> {
  await transaction.insert(recommendations).values(recommendation);
}

export async function insertRecommendedApplication(
  transaction: Database,
  recommended: typeof recommendedApplications.$inferSelect,
): Promise<void> {
  await transaction.insert(recommendedApplications).values(recommended);
}

/** The letter that recommended an application last, with its rank and opinion; null before. A case sent back is recommended anew in another. */
export async function findRecommendationOf(
  database: Database,
  applicationId: string,
): Promise<(RecommendationRow & { rank: number; opinion: string }) | null> {
  const [row] = await database
    .select({ letter: recommendations, rank: recommendedApplications.rank, opinion: recommendedApplications.opinion })
    .from(recommendedApplications)
    .innerJoin(recommendations, eq(recommendations.id, recommendedApplications.recommendationId))
    .where(eq(recommendedApplications.applicationId, applicationId))
    .orderBy(desc(recommendations.createdAt), desc(recommendations.id))
    .limit(1);
  return row === undefined ? null : { ...row.letter, rank: row.rank, opinion: row.opinion };
}

export async function findRecommendation(database: Database, id: string): Promise<RecommendationRow | null> {
  const [row] = await database.select().from(recommendations).where(eq(recommendations.id, id));
  return row ?? null;
}

/** What stands for a letter in the audit trail. */
export async function stateOfRecommendation(
  database: Database,
  id: string,
): Promise<{
  recommendation: RecommendationRow | null;
  applications: (typeof recommendedApplications.$inferSelect)[];
}> {
  const cases = await database
    .select()
    .from(recommendedApplications)
    .where(eq(recommendedApplications.recommendationId, id))
    .orderBy(asc(recommendedApplications.applicationId));
  return { recommendation: await findRecommendation(database, id), applications: cases };
}

/** A district's letter by its number; the round is to be locked by whoever makes one where there is none. */
export async function findRecommendationByNumber(
  database: Database,
  { district, roundId, documentNumber }: Pick<RecommendationRow, "district" | "roundId" | "documentNumber">,
): Promise<RecommendationRow | null> {
  const [row] = await database
    .select()
    .from(recommendations)
    .where(
      and(
        eq(recommendations.district, district),
        eq(recommendations.roundId, roundId),
        eq(recommendations.documentNumber, documentNumber),
      ),
    );
  return row ?? null;
}

export type RecommendedApplicationRow = typeof recommendedApplications.$inferSelect & {
  organizationId: string;
  reason: string | null;
};

/** The cases of a letter, by rank. */
export async function listRecommendedApplications(
  database: Database,
  recommendationId: string,
): Promise<RecommendedApplicationRow[]> {
  const rows = await database
    .select({
      recommended: recommendedApplications,
      organizationId: applications.organizationId,
      reason: applications.reason,
    })
    .from(recommendedApplications)
    .innerJoin(applications, eq(applications.id, recommendedApplications.applicationId))
    .where(eq(recommendedApplications.recommendationId, recommendationId))
    .orderBy(asc(recommendedApplications.rank), asc(recommendedApplications.applicationId));
  return rows.map(({ recommended, organizationId, reason }) => ({ ...recommended, organizationId, reason }));
}
