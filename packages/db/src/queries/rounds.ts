import {
  listedStates,
  type RoundCases,
  type RoundState,
  type SubmissionEvent,
  undecidedBeforeListStates,
} from "@shifan/rules";
import { and, asc, desc, eq, inArray, lt, ne, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, roundExtensions, rounds } from "../schema/index.ts";

export type RoundRow = typeof rounds.$inferSelect;
export type RoundExtensionRow = typeof roundExtensions.$inferSelect;

/** What the city sets of a round before it opens. */
export type RoundSettings = {
  submissionDeadline: string | null;
  recommendationDeadline: string | null;
  submissionEvent: SubmissionEvent;
  copies: number;
  binding: string;
  counterAddress: string;
  noticeTitle: string;
  noticeText: string;
  /** How many may be certified at most; null where the round sets no number. */
  quota: number | null;
};

export async function insertRound(
  transaction: Database,
  round: { id: string; policyId: string; year: number; at: Date } & RoundSettings,
): Promise<RoundRow> {
  const { at, ...values } = round;
  const [row] = await transaction
    .insert(rounds)
    .values({ ...values, state: "draft", policyVersion: null, openedOn: null, createdAt: at, revision: 1 })
    .returning();
  return row as RoundRow;
}

/** The round, locked until the end of the transaction. */
export async function lockRound(transaction: Database, id: string): Promise<RoundRow | null> {
  const [row] = await transaction.select().from(rounds).where(eq(rounds.id, id)).for("update");
  return row ?? null;
}

/** The round of a year under a policy that is not cancelled, locked until the end of the transaction; null when there is none. */
export async function lockRoundOfYear(
  transaction: Database,
  { policyId, year }: Pick<RoundRow, "policyId" | "year">,
): Promise<RoundRow | null> {
  const [row] = await transaction
    .select()
    .from(rounds)
    .where(and(eq(rounds.policyId, policyId), eq(rounds.year, year), ne(rounds.state, "cancelled")))
    .for("update");
  return row ?? null;
}

export async function findRound(database: Database, id: string): Promise<RoundRow | null> {
  const [row] = await database.select().from(rounds).where(eq(rounds.id, id));
  return row ?? null;
}

/** Whether the policy and year have a round that is not cancelled, another than the given one. */
export async function hasOtherRound(
  database: Database,
  { policyId, year, except }: { policyId: string; year: number; except: string | null },
): Promise<boolean> {
  const [row] = await database
    .select({ id: rounds.id })
    .from(rounds)
    .where(
      and(
        eq(rounds.policyId, policyId),
        eq(rounds.year, year),
        ne(rounds.state, "cancelled"),
        except === null ? undefined : ne(rounds.id, except),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** Changes a round that the transaction has locked. */
export async function updateRound(
  transaction: Database,
  id: string,
  changes: { [Name in keyof RoundSettings]?: RoundSettings[Name] | undefined } & {
    state?: RoundState;
    policyVersion?: number;
    openedOn?: string;
    cancelledReason?: string | null;
  },
): Promise<RoundRow> {
  const [row] = await transaction
    .update(rounds)
    .set({ ...changes, revision: sql`${rounds.revision} + 1` })
    .where(eq(rounds.id, id))
    .returning();
  return row as RoundRow;
}

/** Keeps an extension, numbered from 1. */
export async function insertRoundExtension(
  transaction: Database,
  extension: Omit<RoundExtensionRow, "n">,
): Promise<void> {
  const earlier = await listRoundExtensions(transaction, extension.roundId);
  await transaction.insert(roundExtensions).values({ ...extension, n: earlier.length + 1 });
}

export async function listRoundExtensions(database: Database, roundId: string): Promise<RoundExtensionRow[]> {
  return database
    .select()
    .from(roundExtensions)
    .where(eq(roundExtensions.roundId, roundId))
    .orderBy(asc(roundExtensions.n));
}

/** The rounds that the public may see, newest first: drafts are the city's own. */
export async function listRounds(
  database: Database,
  { withDrafts, policyId }: { withDrafts: boolean; policyId: string | null },
): Promise<RoundRow[]> {
  return database
    .select()
    .from(rounds)
    .where(
      and(
        withDrafts ? undefined : ne(rounds.state, "draft"),
        policyId === null ? undefined : eq(rounds.policyId, policyId),
      ),
    )
    .orderBy(desc(rounds.year), desc(rounds.createdAt))
    .limit(200);
}

/** Rounds whose window has passed by a day but whose state does not say so yet: the clock's work. */
export async function listRoundsDue(database: Database, today: string): Promise<RoundRow[]> {
  return database
    .select()
    .from(rounds)
    .where(
      sql`(${rounds.state} = 'open' and ${lt(rounds.submissionDeadline, today)}) or (${rounds.state} = 'closed' and ${lt(rounds.recommendationDeadline, today)})`,
    )
    .orderBy(asc(rounds.year))
    .limit(50);
}

/** The round of a policy that now takes applications or is still with the districts; null when none is announced. */
export async function findRunningRound(database: Database, policyId: string): Promise<RoundRow | null> {
  const [row] = await database
    .select()
    .from(rounds)
    .where(and(eq(rounds.policyId, policyId), inArray(rounds.state, ["open", "closed"])))
    .orderBy(desc(rounds.year))
    .limit(1);
  return row ?? null;
}

/** How many cases of a round stand where. */
export async function countRoundCases(
  database: Database,
  { id, quota }: Pick<RoundRow, "id" | "quota">,
): Promise<RoundCases> {
  const counted = await database
    .select({ state: applications.state, count: sql<string>`count(*)` })
    .from(applications)
    .where(eq(applications.roundId, id))
    .groupBy(applications.state);
  const sumOf = (states: readonly string[]) =>
    counted.reduce((sum, { state, count }) => (states.includes(state) ? sum + Number(count) : sum), 0);
  return {
    undecided: sumOf(undecidedBeforeListStates),
    proposed: sumOf(["proposed"]),
    inPublicity: sumOf(listedStates.filter((state) => state !== "proposed")),
    quota,
  };
}
