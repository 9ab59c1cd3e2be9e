import type { ApplicationState } from "@shifan/rules";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications } from "../schema/index.ts";

/** The applications of a round within a condition, counted by district and state. */
export async function countByDistrictAndState(
  database: Database,
  { within, roundId }: { within: SQL; roundId: string },
): Promise<{ district: string; state: ApplicationState; count: number }[]> {
  const { district, state } = applications;
  return database
    .select({ district, state, count: sql<number>`count(*)::int` })
    .from(applications)
    .where(and(within, eq(applications.roundId, roundId)))
    .groupBy(district, state)
    .orderBy(asc(district), asc(state));
}
