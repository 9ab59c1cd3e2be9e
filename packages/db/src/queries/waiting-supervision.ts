import type { ObligationKind, SanctionState } from "@shifan/rules";
import { and, asc, eq, gte, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { inspections, obligations, packages, reports, sanctions } from "../schema/index.ts";
import { nothingWaits, type Waiting, waitingColumns } from "./waiting.ts";

/** What is owed and open of one kind for one period until one day. */
export type DueObligations = Waiting & { kind: ObligationKind; period: string; dueOn: string };

/** What is owed within a condition and not done, by kind, period and last day; earliest first. */
export async function listDueObligations(
  database: Database,
  { within, kinds }: { within: SQL; kinds: readonly ObligationKind[] },
): Promise<DueObligations[]> {
  const { id, kind, period, dueOn, state, isBinding } = obligations;
  return database
    .select({ kind, period, dueOn, ...waitingColumns(id, dueOn) })
    .from(obligations)
    .where(and(within, eq(state, "due"), eq(isBinding, true), inArray(kind, [...kinds])))
    .groupBy(kind, period, dueOn)
    .orderBy(asc(dueOn), asc(kind));
}

/** How many of one kind that fall due between two days are owed in all, and how many of them are done. */
export async function countObligations(
  database: Database,
  { within, kind, period, from, to }: { within: SQL; kind: ObligationKind; period: string; from: string; to: string },
): Promise<{ owed: number; done: number }> {
  const [row] = await database
    .select({
      owed: sql<number>`count(*)::int`,
      done: sql<number>`(count(*) filter (where ${obligations.state} = 'done'))::int`,
    })
    .from(obligations)
    .where(
      and(
        within,
        gte(obligations.dueOn, from),
        lte(obligations.dueOn, to),
        eq(obligations.kind, kind),
        eq(obligations.period, period),
        inArray(obligations.state, ["due", "done"]),
      ),
    );
  return row ?? { owed: 0, done: 0 };
}

/** What an inspection, spot check or appraisal that is not over waits for. */
export type CheckStage = "to_carry_out" | "to_notify" | "to_hold" | "to_hear" | "to_check_again" | "to_close";

/** The looks at titles within a condition that are not over, by what they wait for; `firstOn` is the first of the days that matter. */
export async function listOpenChecks(database: Database, within: SQL): Promise<(Waiting & { stage: CheckStage })[]> {
  const { id, state, kind, result, isRectified, rectifyUntil } = inspections;
  const { plannedOn, takesPlaceOn, answerUntil, findingAnswerUntil } = inspections;
  const stage = sql<CheckStage>`case
    when ${state} = 'planned' and ${kind} = 'appraisal' then 'to_notify'
    when ${state} = 'planned' then 'to_carry_out'
    when ${state} = 'notified' then 'to_hold'
    when ${state} = 'carried_out' and ${result} in ('absent', 'falsified') then 'to_hear'
    when ${rectifyUntil} is not null and ${isRectified} is distinct from true then 'to_check_again'
    else 'to_close' end`;
  const day = sql`case
    when ${state} = 'planned' then ${plannedOn}
    when ${state} = 'notified' then ${takesPlaceOn}
    when ${state} = 'carried_out' and ${result} in ('absent', 'falsified') then ${answerUntil}
    when ${rectifyUntil} is not null and ${isRectified} is distinct from true then ${rectifyUntil}
    else coalesce(${findingAnswerUntil}, ${answerUntil}) end`;
  return database
    .select({ stage: stage.as("stage"), ...waitingColumns(id, day) })
    .from(inspections)
    .where(and(within, inArray(state, ["planned", "notified", "carried_out", "heard"])))
    .groupBy(sql`1`);
}

/** The reports within a condition that wait in a state, since the day on which the first was sent; those in a package wait with it. */
export async function countWaitingReports(
  database: Database,
  { within, state }: { within: SQL; state: "sent_to_district" | "forwarded" },
): Promise<Waiting> {
  const day = state === "forwarded" ? reports.forwardedOn : reports.submittedOn;
  const [row] = await database
    .select(waitingColumns(reports.id, day))
    .from(reports)
    .where(and(within, eq(reports.state, state), isNull(reports.packageId)));
  return row ?? nothingWaits;
}

/** The packages within a condition that were sent and not received yet. */
export async function countSentPackages(database: Database, within: SQL): Promise<Waiting> {
  const [row] = await database
    .select(waitingColumns(packages.id, packages.sentOn))
    .from(packages)
    .where(and(within, eq(packages.state, "sent")));
  return row ?? nothingWaits;
}

/**
 * The sanctions within a condition that are not over, by state, and whether a person made the decision that another has to confirm; `firstOn` is
 * the last day for the unit's statement.
 */
export async function listOpenSanctions(
  database: Database,
  { within, userId }: { within: SQL; userId: string },
): Promise<(Waiting & { state: SanctionState; isOwn: boolean; unserved: number })[]> {
  const { id, state, decidedBy, reinstatementBy, statementUntil, servedOn } = sanctions;
  const isOwn = sql<boolean>`case ${state} when 'decided' then ${decidedBy} = ${userId}::text
    when 'reinstatement_decided' then ${reinstatementBy} = ${userId}::text else false end`;
  return database
    .select({
      state,
      isOwn: isOwn.as("is_own"),
      unserved: sql<number>`(count(*) filter (where ${servedOn} is null))::int`,
      ...waitingColumns(id, statementUntil),
    })
    .from(sanctions)
    .where(
      and(
        within,
        sql`${state} in ('proposed', 'notified', 'heard', 'decided', 'effective', 'served', 'published', 'reinstatement_decided')`,
        sql`(${state} <> 'published' or ${servedOn} is null)`,
      ),
    )
    .groupBy(state, sql`2`);
}
