import { and, eq, gte, inArray, isNotNull, lt, ne, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, auditEntries, roundExtensions, rounds } from "../schema/index.ts";
import type { RoundExtensionRow, RoundRow } from "./rounds.ts";

/** A span of instants: the first counts, the last does not. */
export type Between = { readonly from: Date; readonly before: Date };

/** The last extension of each round that takes applications, where it fell into a span. */
export async function listLastExtensions(
  database: Database,
  { from, before }: Between,
): Promise<{ round: RoundRow; extension: RoundExtensionRow }[]> {
  return database
    .select({ round: rounds, extension: roundExtensions })
    .from(roundExtensions)
    .innerJoin(rounds, eq(rounds.id, roundExtensions.roundId))
    .where(
      and(
        inArray(rounds.state, ["open", "closed"]),
        gte(roundExtensions.at, from),
        lt(roundExtensions.at, before),
        sql`not exists (select 1 from round_extensions later where later.round_id = ${roundExtensions.roundId} and later.n > ${roundExtensions.n})`,
      ),
    );
}

/** Rounds that had been announced and were cancelled in a span, with the instant of it; one that was taken up again is none of them. */
export async function listCancelledRounds(
  database: Database,
  { from, before }: Between,
): Promise<{ round: RoundRow; at: Date }[]> {
  return database
    .selectDistinctOn([rounds.id], { round: rounds, at: auditEntries.at })
    .from(auditEntries)
    .innerJoin(rounds, eq(rounds.id, auditEntries.recordId))
    .where(
      and(
        eq(auditEntries.resource, "rounds"),
        eq(auditEntries.act, "cancel"),
        eq(auditEntries.outcome, "accepted"),
        gte(auditEntries.at, from),
        lt(auditEntries.at, before),
        eq(rounds.state, "cancelled"),
        isNotNull(rounds.openedOn),
      ),
    )
    .orderBy(rounds.id, sql`${auditEntries.at} desc`);
}

/** The units that had a case in rounds, with the case; what they withdrew themselves is left out. @param onlyDrafts only what is not handed in yet */
export async function listApplicantsOfRounds(
  database: Database,
  { roundIds, onlyDrafts }: { roundIds: readonly string[]; onlyDrafts: boolean },
): Promise<{ id: string; roundId: string; organizationId: string }[]> {
  if (roundIds.length === 0) return [];
  const { id, roundId, organizationId, state, origin } = applications;
  return database
    .select({ id, roundId, organizationId })
    .from(applications)
    .where(
      and(
        inArray(roundId, [...roundIds]),
        // What was handed in on paper is typed in by the district: its unit has nothing to do any more.
        onlyDrafts ? and(eq(state, "draft"), eq(origin, "online")) : ne(state, "withdrawn"),
      ),
    );
}

/** How many cases of a district are handed in, and how many of its units are still writing. */
export async function countHandedIn(
  database: Database,
  { roundId, district }: { roundId: string; district: string },
): Promise<{ submitted: number; drafts: number }> {
  const [row] = await database
    .select({
      submitted: sql<number>`(count(*) filter (where ${applications.state} not in ('draft', 'withdrawn', 'lapsed')))::int`,
      drafts: sql<number>`(count(*) filter (where ${applications.state} = 'draft'))::int`,
    })
    .from(applications)
    .where(and(eq(applications.roundId, roundId), eq(applications.district, district)));
  return row ?? { submitted: 0, drafts: 0 };
}

/** What a district has not decided on of a round, and how many of it lack answers of the survey. */
export type UndecidedOfDistrict = { district: string; open: number; unsurveyed: number };

/** By district, what is handed in and neither recommended nor refused. @param minimum the answers that the law asks for */
export async function listUndecidedOfDistricts(
  database: Database,
  { roundId, minimum }: { roundId: string; minimum: number },
): Promise<UndecidedOfDistrict[]> {
  const { district, state } = applications;
  const answers = sql`(select count(*) from sampled where sampled.application_id = "applications"."id" and sampled.state = 'answered')`;
  return database
    .select({
      district,
      open: sql<number>`count(*)::int`,
      unsurveyed: sql<number>`(count(*) filter (where ${state} = 'accepted' and ${answers} < ${minimum}))::int`,
    })
    .from(applications)
    .where(and(eq(applications.roundId, roundId), inArray(state, ["submitted", "returned", "accepted", "surveyed"])))
    .groupBy(district)
    .orderBy(district);
}

/** Rounds of a state whose submission or recommendation ends on one of some days, or that were opened on one. */
export async function listRoundsByDay(
  database: Database,
  {
    policyId,
    states,
    of,
    days,
  }: {
    policyId: string;
    states: readonly RoundRow["state"][];
    of: "openedOn" | "submissionDeadline" | "recommendationDeadline";
    days: readonly string[];
  },
): Promise<RoundRow[]> {
  return database
    .select()
    .from(rounds)
    .where(and(eq(rounds.policyId, policyId), inArray(rounds.state, [...states]), inArray(rounds[of], [...days])));
}
