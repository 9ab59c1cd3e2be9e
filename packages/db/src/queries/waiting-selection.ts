import { type ObjectionState, openObjectionStates, type ReviewState } from "@shifan/rules";
import { and, asc, eq, inArray, notExists, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { rowsOf } from "../rows.ts";
import { applications, complaints, expertPanels, notices, objections, reviews } from "../schema/index.ts";
import { nothingWaits, type Waiting, waitingColumns } from "./waiting.ts";

/** How far the panel of a received case is: too few experts (or an even number), sheets awaited, sheets late, all handed in. */
export type PanelStage = "unassigned" | "scoring" | "overdue" | "scored";

/** The received cases of a round within a condition, by how far their panels are; `firstOn` is the earliest last day. */
export async function listPanelsUnderWay(
  database: Database,
  { within, roundId, least, today }: { within: SQL; roundId: string; least: number; today: string },
): Promise<(Waiting & { stage: PanelStage; sheets: number })[]> {
  const each = database
    .select({
      id: applications.id,
      dueOn: expertPanels.dueOn,
      standing: sql`count(${reviews.id})`.as("standing"),
      open: sql`count(${reviews.id}) filter (where ${reviews.state} in ('assigned', 'scoring'))`.as("open"),
    })
    .from(applications)
    .leftJoin(expertPanels, eq(expertPanels.applicationId, applications.id))
    .leftJoin(reviews, and(eq(reviews.applicationId, applications.id), sql`${reviews.state} <> 'recused'`))
    .where(and(within, eq(applications.state, "received"), eq(applications.roundId, roundId)))
    .groupBy(applications.id, expertPanels.dueOn);
  const found = await database.execute(sql`
    with each as (${each}),
    staged as (
      select id, due_on, open, case when standing < ${least} or standing % 2 = 0 then 'unassigned' when open = 0 then 'scored'
        when due_on < ${today}::date then 'overdue' else 'scoring' end as stage from each
    )
    select stage, count(*)::int as count, min(due_on)::text as "firstOn", case when count(*) = 1 then min(id) end as id, sum(open)::int as sheets
      from staged group by stage`);
  return rowsOf<Waiting & { stage: PanelStage; sheets: number }>(found);
}

/** The reviews within a condition whose case is still with the experts, by their state; `firstOn` is the earliest last day. */
export async function listOpenReviews(database: Database, within: SQL): Promise<(Waiting & { state: ReviewState })[]> {
  return database
    .select({ state: reviews.state, ...waitingColumns(reviews.id, expertPanels.dueOn) })
    .from(reviews)
    .innerJoin(applications, eq(applications.id, reviews.applicationId))
    .innerJoin(expertPanels, eq(expertPanels.applicationId, reviews.applicationId))
    .where(and(within, eq(applications.state, "received"), inArray(reviews.state, ["assigned", "scoring"])))
    .groupBy(reviews.state);
}

/** A publicity that stands, with the last day on which it does. */
export type StandingPublicity = { id: string; roundId: string; title: string; startsOn: string; endsOn: string };

/** The publicities that stand, by the round: each until its round is decided, over or not. */
export async function listStandingPublicities(
  database: Database,
  roundIds: readonly string[],
): Promise<StandingPublicity[]> {
  if (roundIds.length === 0) return [];
  const { id, roundId, title, startsOn, endsOn, kind, state } = notices;
  const rows = await database
    .select({ id, roundId, title, startsOn, endsOn })
    .from(notices)
    .where(and(eq(kind, "publicity"), eq(state, "published"), inArray(roundId, [...roundIds])))
    .orderBy(asc(endsOn), asc(id));
  return rows as StandingPublicity[];
}

/** The published cases of a round within a condition to which no objection is open, since the day on which the first was handed in. */
export async function countUnopposed(
  database: Database,
  { within, roundId }: { within: SQL; roundId: string },
): Promise<Waiting> {
  const open = database
    .select({ id: objections.id })
    .from(objections)
    .where(and(eq(objections.applicationId, applications.id), inArray(objections.state, [...openObjectionStates])));
  const [row] = await database
    .select(waitingColumns(applications.id, applications.receivedOn))
    .from(applications)
    .where(and(within, eq(applications.roundId, roundId), eq(applications.state, "in_publicity"), notExists(open)));
  return row ?? nothingWaits;
}

/** The objections within a condition that are not replied to, by state, with the first of the days that matter in that state. */
export async function listOpenObjections(
  database: Database,
  within: SQL,
): Promise<(Waiting & { state: ObjectionState })[]> {
  const { state, receivedOn, answerUntil, inquiryUntil, decidedOn } = objections;
  const day = sql`case ${state} when 'filed' then ${receivedOn} when 'admitted' then ${answerUntil}
    when 'under_inquiry' then ${inquiryUntil} else ${decidedOn} end`;
  return database
    .select({ state, ...waitingColumns(objections.id, day) })
    .from(objections)
    .innerJoin(applications, eq(applications.id, objections.applicationId))
    .where(and(within, inArray(state, ["filed", "admitted", "under_inquiry", "inadmissible", "upheld", "dismissed"])))
    .groupBy(state);
}

/** The complaints about some subjects that nobody has answered, since the day of the first. */
export async function countOpenComplaints(
  database: Database,
  { within, subjects }: { within: SQL; subjects: readonly (typeof complaints.$inferSelect)["subject"][] },
): Promise<Waiting> {
  const { id, receivedOn, subject, state } = complaints;
  const [row] = await database
    .select(waitingColumns(id, receivedOn))
    .from(complaints)
    .where(and(within, inArray(subject, [...subjects]), eq(state, "open")));
  return row ?? nothingWaits;
}
