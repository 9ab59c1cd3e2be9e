import type { ObligationHolder, ObligationKind, ObligationState } from "@shifan/rules";
import { and, asc, desc, eq, gt, inArray, isNotNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, inspections, obligations, wasDoneLate } from "../schema/index.ts";
import type { CertificationRow } from "./certifications.ts";
import { atMost, countRows } from "./page-of-rows.ts";

export type ObligationRow = typeof obligations.$inferSelect;
/** What is owed once: by its kind, for whom or what, for which period. */
export type ObligationKey = Pick<ObligationRow, "kind" | "subject" | "period">;

/** Marks a title of which nothing will be planned any more; it sorts behind every period. */
export const plannedToItsEnd = "ended";

/** Confirmed titles of which a half is not planned yet, locked until the end of the transaction; what another process plans at the moment is left to it. */
export async function lockTitlesToPlan(
  transaction: Database,
  half: string,
  limit: number,
): Promise<CertificationRow[]> {
  return transaction
    .select()
    .from(certifications)
    .where(and(isNotNull(certifications.confirmedBy), lt(certifications.plannedThrough, half)))
    .orderBy(asc(certifications.plannedThrough), asc(certifications.id))
    .limit(limit)
    .for("update", { skipLocked: true });
}

/** Notes how far the obligations of titles are planned: a half, `plannedToItsEnd`, or nothing to have them planned anew. */
export async function markPlanned(transaction: Database, ids: readonly string[], through: string): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .update(certifications)
    .set({ plannedThrough: through })
    .where(inArray(certifications.id, [...ids]));
}

/** Writes obligations; those that are on record already are left as they are. @returns what was written */
export async function insertObligations(
  transaction: Database,
  rows: readonly Omit<ObligationRow, "revision" | "doneOn" | "doneBy" | "lateReason" | "lateReasonOn">[],
): Promise<ObligationRow[]> {
  if (rows.length === 0) return [];
  return transaction
    .insert(obligations)
    .values(rows.map((row) => ({ ...row, revision: 1 })))
    .onConflictDoNothing({ target: [obligations.kind, obligations.subject, obligations.period] })
    .returning();
}

const isThis = ({ kind, subject, period }: ObligationKey) =>
  and(eq(obligations.kind, kind), eq(obligations.subject, subject), eq(obligations.period, period));

export async function findObligation(database: Database, id: string): Promise<ObligationRow | null> {
  const [row] = await database.select().from(obligations).where(eq(obligations.id, id));
  return row ?? null;
}

/** The obligation that is known by what it is for; null when there is none. */
export async function findObligationOf(database: Database, key: ObligationKey): Promise<ObligationRow | null> {
  const [row] = await database.select().from(obligations).where(isThis(key));
  return row ?? null;
}

/** The latest period for which something is owed by a kind and for whom or what; null before the first. */
export async function findLatestPeriod(
  database: Database,
  { kind, subject }: Pick<ObligationKey, "kind" | "subject">,
): Promise<string | null> {
  const [row] = await database
    .select({ period: obligations.period })
    .from(obligations)
    .where(and(eq(obligations.kind, kind), eq(obligations.subject, subject)))
    .orderBy(desc(obligations.period))
    .limit(1);
  return row?.period ?? null;
}

/** The obligation, locked until the end of the transaction. */
export async function lockObligation(transaction: Database, id: string): Promise<ObligationRow | null> {
  const [row] = await transaction.select().from(obligations).where(eq(obligations.id, id)).for("update");
  return row ?? null;
}

/** The obligation that is known by what it is for, locked until the end of the transaction; null when there is none. */
export async function lockObligationOf(transaction: Database, key: ObligationKey): Promise<ObligationRow | null> {
  const [row] = await transaction.select().from(obligations).where(isThis(key)).for("update");
  return row ?? null;
}

/** Changes an obligation that the transaction has locked. */
export async function updateObligation(
  transaction: Database,
  id: string,
  changes: Partial<
    Pick<
      ObligationRow,
      "state" | "exemption" | "district" | "dueOn" | "doneOn" | "doneBy" | "lateReason" | "lateReasonOn"
    >
  >,
): Promise<ObligationRow> {
  const [row] = await transaction
    .update(obligations)
    .set({ ...changes, revision: sql`${obligations.revision} + 1` })
    .where(eq(obligations.id, id))
    .returning();
  return row as ObligationRow;
}

/** The obligations that a title has brought, in the order in which they fall due. */
export async function listObligationsOfTitle(database: Database, certificationId: string): Promise<ObligationRow[]> {
  return database
    .select()
    .from(obligations)
    .where(eq(obligations.certificationId, certificationId))
    .orderBy(asc(obligations.dueOn), asc(obligations.id));
}

/** Whether one of a district's platforms owes or has handed in a report of a kind for a period. */
export async function owesReports(
  database: Database,
  { kind, district, period }: { kind: ObligationKind; district: string; period: string },
): Promise<boolean> {
  const [row] = await database
    .select({ id: obligations.id })
    .from(obligations)
    .where(
      and(
        eq(obligations.kind, kind),
        eq(obligations.district, district),
        eq(obligations.period, period),
        ne(obligations.state, "not_applicable"),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** How an obligation stands on a day: whether it is late is never stored. */
export type ObligationStanding = "due" | "late" | "done" | "done_late" | "not_applicable";

/** Whether it is for an appraisal of which nobody has recorded yet how it went. */
const isUnrecorded = sql<boolean>`(${obligations.kind} = 'appraisal' and exists (select 1 from ${inspections}
  where ${inspections.id} = "obligations"."period" and ${inspections.carriedOutOn} is null))`;

/** Which obligations stand so on a day; the same as `isLateAfterLastDay` tells of one. States are written out: indexes hold those of one state. */
function stands(standing: ObligationStanding, day: string): SQL | undefined {
  const { state, dueOn, isBinding } = obligations;
  const isDue = sql`${state} = 'due'`;
  switch (standing) {
    case "due":
      return and(isDue, or(sql`${dueOn} >= ${day}`, sql`not ${isBinding}`, isUnrecorded));
    case "late":
      return and(isDue, lt(dueOn, day), sql`${isBinding}`, sql`not ${isUnrecorded}`);
    case "done":
      return and(sql`${state} = 'done'`, sql`not (${wasDoneLate})`);
    case "done_late":
      return wasDoneLate;
    case "not_applicable":
      return eq(state, "not_applicable");
  }
}

export type ObligationFilter = {
  kind?: ObligationKind | undefined;
  holder?: ObligationHolder | undefined;
  state?: ObligationState | undefined;
  standing?: ObligationStanding | undefined;
  district?: string | undefined;
  certificationId?: string | undefined;
  organizationId?: string | undefined;
  period?: string | undefined;
};
/** An obligation as a list shows it, with the platform whose title brought it, and whether it is for an appraisal that is not recorded yet. */
export type ObligationListRow = ObligationRow & {
  readonly platformName: string | null;
  readonly isUnrecorded: boolean;
};

/** Which obligations are asked for, in the order in which they fall due. */
export type ObligationsPage = {
  descending: boolean;
  limit: number;
  from: number;
  after: { dueOn: string; id: string } | null;
  countUpTo: number | null;
};

function matching(filter: ObligationFilter, day: string): SQL | undefined {
  const given = <Value>(column: Parameters<typeof eq>[0], value: Value | undefined) =>
    value === undefined ? undefined : eq(column, value);
  return and(
    given(obligations.kind, filter.kind),
    given(obligations.holder, filter.holder),
    given(obligations.state, filter.state),
    given(obligations.district, filter.district),
    given(obligations.certificationId, filter.certificationId),
    given(obligations.organizationId, filter.organizationId),
    given(obligations.period, filter.period),
    filter.standing === undefined ? undefined : stands(filter.standing, day),
  );
}

const withPlatform = { obligation: obligations, platformName: certifications.platformName, isUnrecorded };

/** Obligations within a condition. @param day today in Shanghai, by which it is told what is late */
export async function listObligations(
  database: Database,
  { within, filter, page, day }: { within: SQL; filter: ObligationFilter; page: ObligationsPage; day: string },
): Promise<{ rows: ObligationListRow[]; total: number }> {
  const where = and(within, matching(filter, day));
  const beyond = page.descending ? lt : gt;
  const order = page.descending ? desc : asc;
  const { after } = page;
  const start =
    after === null
      ? undefined
      : or(
          beyond(obligations.dueOn, after.dueOn),
          and(eq(obligations.dueOn, after.dueOn), beyond(obligations.id, after.id)),
        );
  const rows = await database
    .select(withPlatform)
    .from(obligations)
    .leftJoin(certifications, eq(certifications.id, obligations.certificationId))
    .where(and(where, start))
    .orderBy(order(obligations.dueOn), order(obligations.id))
    .offset(after === null ? page.from : 0)
    .limit(atMost(page.limit));
  const counted = database.select({ id: obligations.id }).from(obligations).where(where);
  return {
    rows: rows.map(({ obligation, ...around }) => ({ ...obligation, ...around })),
    total: await countRows(database, counted, page.countUpTo),
  };
}

/** One obligation with its platform. */
export async function readObligation(database: Database, id: string): Promise<ObligationListRow | null> {
  const [row] = await database
    .select(withPlatform)
    .from(obligations)
    .leftJoin(certifications, eq(certifications.id, obligations.certificationId))
    .where(eq(obligations.id, id));
  if (row === undefined) return null;
  const { obligation, ...around } = row;
  return { ...obligation, ...around };
}

/** The columns by which access is applied to obligations. */
export const obligationReachColumns = { organization: obligations.organizationId, district: obligations.district };
