import { and, count, eq, type SQL } from "drizzle-orm";
import type { Database } from "../database.ts";
import { recommendations, recommendedApplications, rounds } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";
import type { RecommendationRow } from "./surveys.ts";

export type RecommendationFilter = {
  roundId?: string | undefined;
  district?: string | undefined;
  year?: number | undefined;
};

/** A letter with the year of its round and how many cases it recommends. */
export type RecommendationListRow = RecommendationRow & { readonly year: number; readonly caseCount: number };

/** Letters of recommendation within a condition, by the instant at which they were made. */
export async function listRecommendations(
  database: Database,
  { within, filter, page }: { within: SQL; filter: RecommendationFilter; page: RowsPage },
): Promise<{ rows: RecommendationListRow[]; total: number }> {
  const where = and(
    within,
    filter.roundId === undefined ? undefined : eq(recommendations.roundId, filter.roundId),
    filter.district === undefined ? undefined : eq(recommendations.district, filter.district),
    filter.year === undefined ? undefined : eq(rounds.year, filter.year),
  );
  const cases = database
    .select({ letter: recommendedApplications.recommendationId, held: count().as("held") })
    .from(recommendedApplications)
    .groupBy(recommendedApplications.recommendationId)
    .as("cases");
  const { start, order, offset, limit } = pageOfRows({ at: recommendations.createdAt, id: recommendations.id }, page);
  const rows = await database
    .select({ letter: recommendations, year: rounds.year, held: cases.held })
    .from(recommendations)
    .innerJoin(rounds, eq(rounds.id, recommendations.roundId))
    .innerJoin(cases, eq(cases.letter, recommendations.id))
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database
    .select({ id: recommendations.id })
    .from(recommendations)
    .innerJoin(rounds, eq(rounds.id, recommendations.roundId))
    .where(where);
  return {
    rows: rows.map(({ letter, year, held }) => ({ ...letter, year, caseCount: Number(held) })),
    total: await countRows(database, matching, page.countUpTo),
  };
}

/** The columns by which access is applied to letters: each is its district's. */
export const recommendationReachColumns = { district: recommendations.district };
