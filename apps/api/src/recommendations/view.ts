import type { Recommendation, RecommendationSummary } from "@shifan/contract";
import {
  findOrganizationName,
  findRecommendation,
  listRecommendations,
  listRecommendedApplications,
  type RecommendationFilter,
  type RecommendationListRow,
  type RecommendationRow,
  type RowsPage,
  recommendationReachColumns,
  withinReach,
} from "@shifan/db";
import { type Actor, permittingGrant, type Relation, reachableBy } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { formatInstant } from "../clock.ts";

/** A letter is its district's. */
export function relationOfRecommendation({ district }: Pick<RecommendationRow, "district">): Relation {
  return { organization: null, district, account: null, isHandedIn: true, isPaper: false, isPublished: false };
}

/** A letter with its cases by rank; null when there is none that the reader may see. */
export async function readRecommendation(
  { database, clock }: ProcedureServices,
  actor: Actor,
  id: string,
): Promise<Recommendation | null> {
  const letter = await findRecommendation(database, id);
  if (letter === null || permittingGrant(actor, "recommendations", "read", relationOfRecommendation(letter)) === null)
    return null;
  const { createdBy: _, createdAt, ...known } = letter;
  const applications: Recommendation["applications"] = [];
  for (const { applicationId, organizationId, rank, opinion, reason } of await listRecommendedApplications(
    database,
    id,
  )) {
    const organizationName = await findOrganizationName(database, organizationId, clock.today());
    applications.push({ applicationId, organizationName, rank, opinion, reasons: reason });
  }
  return { ...known, createdAt: formatInstant(createdAt), applications };
}

/** A page of the letters that a reader reaches. */
export async function listVisibleRecommendations(
  { database }: ProcedureServices,
  actor: Actor,
  filter: RecommendationFilter,
  page: RowsPage,
): Promise<{ letters: RecommendationSummary[]; total: number; last: RecommendationListRow | undefined }> {
  const within = withinReach(reachableBy(actor, "recommendations", "read"), recommendationReachColumns);
  const { rows, total } = await listRecommendations(database, { within, filter, page });
  const letters = rows.map(({ createdBy: _, createdAt, ...known }) => ({
    ...known,
    createdAt: formatInstant(createdAt),
  }));
  return { letters, total, last: rows.at(-1) };
}
