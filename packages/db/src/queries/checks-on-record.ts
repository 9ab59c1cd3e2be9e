import type { CheckOnRecord } from "@shifan/rules";
import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certificationChecks, inspections } from "../schema/index.ts";

/**
 * The looks at a title that were carried out, in the order of their days: those on record, and those of before the product, which papers tell of
 * as they ended.
 */
export async function listChecksOnRecord(database: Database, certificationId: string): Promise<CheckOnRecord[]> {
  const recorded = await database
    .select()
    .from(inspections)
    .where(
      and(
        eq(inspections.certificationId, certificationId),
        ne(inspections.state, "called_off"),
        isNotNull(inspections.result),
        isNotNull(inspections.carriedOutOn),
      ),
    )
    .orderBy(asc(inspections.carriedOutOn), asc(inspections.id));
  const told = await database
    .select()
    .from(certificationChecks)
    .where(eq(certificationChecks.certificationId, certificationId))
    .orderBy(asc(certificationChecks.n));
  const checks = [
    ...recorded.map(({ id, kind, carriedOutOn, result, state, absenceFinding, isFalsified }) => ({
      id,
      kind,
      carriedOutOn: carriedOutOn ?? "",
      result: result ?? "passed",
      isClosed: state === "closed",
      absenceFinding,
      isFalsified,
    })),
    ...told.map(({ n, kind, checkedOn, result }) => ({
      id: `${certificationId}/${n}`,
      kind,
      carriedOutOn: checkedOn,
      result,
      isClosed: true,
      absenceFinding: result === "absent" ? ("without_reason" as const) : null,
      isFalsified: result === "falsified" ? true : null,
    })),
  ];
  return checks.toSorted((left, right) => left.carriedOutOn.localeCompare(right.carriedOutOn));
}
