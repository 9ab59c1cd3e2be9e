import type { ObligationKind } from "@shifan/rules";
import { and, asc, eq, gte, inArray, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, obligations } from "../schema/index.ts";

/** What is owed of one kind for one period in one district, and how it stands. */
export type OwedCount = {
  kind: ObligationKind;
  period: string;
  district: string | null;
  /** The last of the last days. */
  dueOn: string;
  owed: number;
  done: number;
  doneLate: number;
  late: number;
  open: number;
};

/** What within a condition falls due between two days, both included, by kind, period and district. @param today by which it is told what is late */
export async function countOwed(
  database: Database,
  {
    within,
    kinds,
    from,
    to,
    today,
  }: { within: SQL; kinds: readonly ObligationKind[]; from: string; to: string; today: string },
): Promise<OwedCount[]> {
  const { kind, period, district, dueOn, doneOn, state, isBinding } = obligations;
  const countIf = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;
  return database
    .select({
      kind,
      period,
      district,
      dueOn: sql<string>`max(${dueOn})::text`,
      owed: sql<number>`count(*)::int`,
      done: countIf(sql`${state} = 'done' and ${doneOn} <= ${dueOn}`),
      doneLate: countIf(sql`${state} = 'done' and ${doneOn} > ${dueOn}`),
      late: countIf(sql`${state} = 'due' and ${dueOn} < ${today}::date`),
      open: countIf(sql`${state} = 'due' and ${dueOn} >= ${today}::date`),
    })
    .from(obligations)
    .where(
      and(
        within,
        gte(dueOn, from),
        lte(dueOn, to),
        inArray(kind, [...kinds]),
        inArray(state, ["due", "done"]),
        eq(isBinding, true),
      ),
    )
    .groupBy(kind, period, district)
    .orderBy(asc(sql`max(${dueOn})`), asc(kind), asc(period), asc(district));
}

/** The titles within a condition that are in force and end between two days, both included, by quarter (2026-Q4) and district. */
export async function countExpiring(
  database: Database,
  { within, from, to }: { within: SQL; from: string; to: string },
): Promise<{ quarter: string; district: string; count: number }[]> {
  const { validTo, district, state, confirmedBy } = certifications;
  return database
    .select({
      quarter: sql<string>`to_char(${validTo}, 'YYYY"-Q"Q')`.as("quarter"),
      district,
      count: sql<number>`count(*)::int`,
    })
    .from(certifications)
    .where(and(within, isNotNull(confirmedBy), eq(state, "valid"), gte(validTo, from), lte(validTo, to)))
    .groupBy(sql`1`, district)
    .orderBy(sql`1`, asc(district));
}

/** What within a condition is owed and not done, by kind, period, last day and district; earliest first. */
export async function countDueByDistrict(
  database: Database,
  { within, kinds }: { within: SQL; kinds: readonly ObligationKind[] },
): Promise<{ kind: ObligationKind; period: string; district: string | null; dueOn: string; count: number }[]> {
  const { kind, period, district, dueOn, state, isBinding } = obligations;
  return database
    .select({ kind, period, district, dueOn, count: sql<number>`count(*)::int` })
    .from(obligations)
    .where(and(within, eq(state, "due"), eq(isBinding, true), inArray(kind, [...kinds])))
    .groupBy(kind, period, district, dueOn)
    .orderBy(asc(dueOn), asc(kind), asc(district));
}
