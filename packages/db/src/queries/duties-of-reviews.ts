import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, expertPanels, reviews } from "../schema/index.ts";

/** Sheets that one expert has not handed in, of one round and with one last day. */
export type OpenSheets = { roundId: string; userId: string; dueOn: string; count: number; firstId: string };

/** What experts have still to score by one of these days, each expert's together. */
export async function listSheetsDueOn(database: Database, days: readonly string[]): Promise<OpenSheets[]> {
  const { roundId } = applications;
  const { userId, state } = reviews;
  const { dueOn } = expertPanels;
  return database
    .select({ roundId, userId, dueOn, count: sql<number>`count(*)::int`, firstId: sql<string>`min(${reviews.id})` })
    .from(expertPanels)
    .innerJoin(applications, eq(applications.id, expertPanels.applicationId))
    .innerJoin(reviews, eq(reviews.applicationId, expertPanels.applicationId))
    .where(
      and(
        inArray(dueOn, [...days]),
        isNull(expertPanels.finishedAt),
        eq(applications.state, "received"),
        inArray(state, ["assigned", "scoring"]),
      ),
    )
    .groupBy(roundId, userId, dueOn)
    .orderBy(dueOn, roundId, userId);
}
