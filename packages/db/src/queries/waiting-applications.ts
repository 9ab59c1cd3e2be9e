import type { ApplicationState } from "@shifan/rules";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";
import { applications } from "../schema/index.ts";
import { nothingWaits, type Waiting, waitingColumns } from "./waiting.ts";

/** So many applications of a round in a state, and since when the first has waited. */
export type WaitingApplications = Waiting & { roundId: string; state: ApplicationState; districts: number };

/** The applications within a condition that stand in one of some states, by round and state. */
export async function listWaitingApplications(
  database: Database,
  { within, states }: { within: SQL; states: readonly ApplicationState[] },
): Promise<WaitingApplications[]> {
  const { roundId, state, id, receivedOn, district } = applications;
  return database
    .select({
      roundId,
      state,
      districts: sql<number>`count(distinct ${district})::int`,
      ...waitingColumns(id, receivedOn),
    })
    .from(applications)
    .where(and(within, inArray(state, [...states])))
    .groupBy(roundId, state);
}

/** Paper dossiers within a condition that are still being typed in, since the day of the first. */
export async function countPaperDrafts(database: Database, within: SQL): Promise<Waiting> {
  const { id, receivedOn, origin, state } = applications;
  const [row] = await database
    .select(waitingColumns(id, receivedOn))
    .from(applications)
    .where(and(within, eq(state, "draft"), eq(origin, "paper")));
  return row ?? nothingWaits;
}

/** Returned applications within a condition by their last day, up to a day; earliest first, with what is wrong where it is one. */
export async function listReturnsUntil(
  database: Database,
  { within, day }: { within: SQL; day: string },
): Promise<(Waiting & { until: string; returned: unknown })[]> {
  const until = sql<string>`${applications.returned} ->> 'until'`;
  return database
    .select({
      until: until.as("until"),
      returned: sql`case when count(*) = 1 then min(${applications.returned}::text) end`.mapWith(
        (text: string | null) => (text === null ? null : JSON.parse(text)),
      ),
      ...waitingColumns(applications.id, until),
    })
    .from(applications)
    .where(and(within, eq(applications.state, "returned"), sql`${until} <= ${day}`))
    .groupBy(until)
    .orderBy(until);
}

/** How far the survey of an accepted case is: not drawn, answers missing, or enough of them. */
export type SurveyStage = "undrawn" | "short" | "answered";

/** The accepted cases of a round within a condition, by how far their surveys are. @param minimum the answers that the law asks for */
export async function listSurveysUnderWay(
  database: Database,
  { within, roundId, minimum }: { within: SQL; roundId: string; minimum: number },
): Promise<(Waiting & { stage: SurveyStage; fewest: number })[]> {
  const answers = sql`(select count(*)::int from sampled where sampled.application_id = "applications"."id" and sampled.state = 'answered')`;
  const isDrawn = sql`exists (select 1 from surveys where surveys.application_id = "applications"."id")`;
  const each = database
    .select({
      id: applications.id,
      receivedOn: applications.receivedOn,
      answers: sql`${answers}`.as("answers"),
      stage:
        sql`case when not ${isDrawn} then 'undrawn' when ${answers} < ${minimum} then 'short' else 'answered' end`.as(
          "stage",
        ),
    })
    .from(applications)
    .where(and(within, eq(applications.state, "accepted"), eq(applications.roundId, roundId)));
  const found = await database.execute(sql`
    with each as (${each})
    select stage, count(*)::int as count, min(received_on)::text as "firstOn", case when count(*) = 1 then min(id) end as id, min(answers)::int as fewest
      from each group by stage`);
  return rowsOf<Waiting & { stage: SurveyStage; fewest: number }>(found);
}
