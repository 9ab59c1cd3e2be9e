import { openObjectionStates } from "@shifan/rules";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { notices, objections, rounds } from "../schema/index.ts";

/** A publicity whose round is not decided. */
export type EndingPublicity = { id: string; roundId: string; endsOn: string };

/** Publicities that end on one of these days, of rounds that are not decided yet. */
export async function listPublicitiesEndingOn(database: Database, days: readonly string[]): Promise<EndingPublicity[]> {
  const rows = await database
    .select({ id: notices.id, roundId: notices.roundId, endsOn: notices.endsOn })
    .from(notices)
    .innerJoin(rounds, eq(rounds.id, notices.roundId))
    .where(
      and(
        eq(notices.kind, "publicity"),
        eq(notices.state, "published"),
        eq(rounds.state, "in_publicity"),
        inArray(notices.endsOn, [...days]),
      ),
    );
  return rows as EndingPublicity[];
}

/** How many objections came to the publicities of a round, those before an extension included, and how many are open. */
export async function countObjectionsOfRound(
  database: Database,
  roundId: string,
): Promise<{ received: number; open: number }> {
  const [row] = await database
    .select({
      received: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${inArray(objections.state, [...openObjectionStates])}))::int`,
    })
    .from(objections)
    .innerJoin(notices, eq(notices.id, objections.noticeId))
    .where(eq(notices.roundId, roundId));
  return row ?? { received: 0, open: 0 };
}

/** Objections under inquiry until one day. */
export type OpenInquiries = { until: string; count: number; firstId: string };

/** Inquiries that are to be ended by one of these days, by day. */
export async function listInquiriesDueOn(database: Database, days: readonly string[]): Promise<OpenInquiries[]> {
  const rows = await database
    .select({
      until: objections.inquiryUntil,
      count: sql<number>`count(*)::int`,
      firstId: sql<string>`min(${objections.id})`,
    })
    .from(objections)
    .where(and(inArray(objections.state, ["admitted", "under_inquiry"]), inArray(objections.inquiryUntil, [...days])))
    .groupBy(objections.inquiryUntil);
  return rows as OpenInquiries[];
}
