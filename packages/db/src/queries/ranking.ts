import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applicationSections, applications, expertPanels, organizationNames, reviews } from "../schema/index.ts";
import type { PanelRow } from "./panels.ts";

export type RankedCaseRow = {
  id: string;
  organizationId: string;
  organizationName: string;
  district: string;
  state: (typeof applications.$inferSelect)["state"];
  /** Null where nobody has been appointed yet. */
  panel: PanelRow | null;
};

/** The cases of a round that are with the experts or have been, with their panels. @param day for which the names hold, YYYY-MM-DD */
export async function listReviewedCases(database: Database, roundId: string, day: string): Promise<RankedCaseRow[]> {
  const organizationName = sql<string>`(select n.name from ${organizationNames} n where n.organization_id = ${applications.organizationId} order by (n.from_on <= ${day}::date) desc, n.from_on desc limit 1)`;
  return database
    .select({
      id: applications.id,
      organizationId: applications.organizationId,
      organizationName,
      district: applications.district,
      state: applications.state,
      panel: expertPanels,
    })
    .from(applications)
    .leftJoin(expertPanels, eq(expertPanels.applicationId, applications.id))
    .where(
      and(
        eq(applications.roundId, roundId),
        or(inArray(applications.state, ["received", "reviewed"]), isNotNull(expertPanels.applicationId)),
      ),
    )
    .orderBy(asc(applications.id));
}

/** The reviews of a round's cases that count: whose they are, and their totals once they are locked. */
export async function listTotalsOfRound(
  database: Database,
  roundId: string,
): Promise<{ applicationId: string; state: (typeof reviews.$inferSelect)["state"]; total: number | null }[]> {
  return database
    .select({ applicationId: reviews.applicationId, state: reviews.state, total: reviews.total })
    .from(reviews)
    .innerJoin(applications, eq(applications.id, reviews.applicationId))
    .where(eq(applications.roundId, roundId))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
}

/** One section of every form of a round. */
export async function listSectionsOfRound(
  database: Database,
  roundId: string,
  section: string,
): Promise<{ applicationId: string; data: unknown }[]> {
  return database
    .select({ applicationId: applicationSections.applicationId, data: applicationSections.data })
    .from(applicationSections)
    .innerJoin(applications, eq(applications.id, applicationSections.applicationId))
    .where(and(eq(applications.roundId, roundId), eq(applicationSections.section, section)));
}
