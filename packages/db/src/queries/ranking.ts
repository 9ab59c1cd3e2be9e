import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, expertPanels, reviews } from "../schema/index.ts";
import { organizationNameOn } from "./organization-name.ts";
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
  return database
    .select({
      id: applications.id,
      organizationId: applications.organizationId,
      organizationName: organizationNameOn(applications.organizationId, day),
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
