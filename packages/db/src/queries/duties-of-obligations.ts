import type { ObligationKind } from "@shifan/rules";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, obligations } from "../schema/index.ts";
import type { ObligationRow } from "./obligations.ts";

/** What is owed and not done, with the platform by whose title it is. */
export type OwedDuty = ObligationRow & { readonly platformName: string | null };

/** What of a kind is owed by one of these days and not done. @param ids null: all of them */
export async function listDutiesDueOn(
  database: Database,
  { kind, days, ids }: { kind: ObligationKind; days: readonly string[]; ids: readonly string[] | null },
): Promise<OwedDuty[]> {
  const rows = await database
    .select({ obligation: obligations, platformName: certifications.platformName })
    .from(obligations)
    .leftJoin(certifications, eq(certifications.id, obligations.certificationId))
    .where(
      and(
        eq(obligations.state, "due"),
        eq(obligations.isBinding, true),
        eq(obligations.kind, kind),
        inArray(obligations.dueOn, [...days]),
        ids === null ? undefined : inArray(obligations.id, [...ids]),
      ),
    )
    .orderBy(asc(obligations.dueOn), asc(obligations.id));
  return rows.map(({ obligation, platformName }) => ({ ...obligation, platformName }));
}

/** How far a kind is done of a period, in a district or everywhere. */
export type DutyProgress = { owed: number; done: number; openNames: readonly string[] };

/** How many of a kind are owed for a period in all and how many are done, and the platforms that are still open, by name. */
export async function readDutyProgress(
  database: Database,
  { kind, period, district }: { kind: ObligationKind; period: string; district: string | null },
): Promise<DutyProgress> {
  const of = and(
    eq(obligations.kind, kind),
    eq(obligations.period, period),
    district === null ? undefined : eq(obligations.district, district),
  );
  const [counted] = await database
    .select({
      owed: sql<number>`count(*)::int`,
      done: sql<number>`(count(*) filter (where ${obligations.state} = 'done'))::int`,
    })
    .from(obligations)
    .where(and(of, inArray(obligations.state, ["due", "done"])));
  const open = await database
    .select({ platformName: certifications.platformName })
    .from(obligations)
    .innerJoin(certifications, eq(certifications.id, obligations.certificationId))
    .where(and(of, eq(obligations.state, "due")))
    .orderBy(asc(certifications.platformName));
  return {
    owed: counted?.owed ?? 0,
    done: counted?.done ?? 0,
    openNames: open.map(({ platformName }) => platformName),
  };
}
