import type { CheckOnRecord } from "@shifan/rules";
import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certificationChecks, inspections } from "../schema/index.ts";
import { idOfPastCheck } from "./certifications.ts";

/** A check of a title with where it comes from: an inspection of ours, or a paper of before the product. */
export type CheckOfTitle = CheckOnRecord & { readonly inspectionId: string | null; readonly source: string | null };

/**
 * The looks at a title that were carried out, in the order of their days: those on record, and those of before the product, which papers tell of
 * as they ended. Papers name an absence only where it was without reason, and a falsification only where it was found.
 */
export async function listChecksOnRecord(database: Database, certificationId: string): Promise<CheckOfTitle[]> {
  const recorded = await database
    .select()
    .from(inspections)
    .where(and(eq(inspections.certificationId, certificationId), isNotNull(inspections.carriedOutOn)))
    .orderBy(asc(inspections.carriedOutOn), asc(inspections.id));
  const told = await database
    .select()
    .from(certificationChecks)
    .where(eq(certificationChecks.certificationId, certificationId))
    .orderBy(asc(certificationChecks.n));
  const checks: CheckOfTitle[] = [
    ...told.map(({ n, kind, checkedOn, result, source }) => ({
      id: idOfPastCheck(certificationId, n),
      inspectionId: null,
      kind,
      carriedOutOn: checkedOn,
      result,
      isClosed: true,
      absenceFinding: result === "absent" ? ("without_reason" as const) : null,
      isFalsified: result === "falsified" ? true : null,
      source,
    })),
    ...recorded.flatMap(({ id, kind, carriedOutOn, result, state, absenceFinding, isFalsified }) =>
      carriedOutOn === null || result === null
        ? []
        : [
            {
              id,
              inspectionId: id,
              kind,
              carriedOutOn,
              result,
              isClosed: state === "closed",
              absenceFinding,
              isFalsified,
              source: null,
            },
          ],
    ),
  ];
  return checks.toSorted((left, right) => left.carriedOutOn.localeCompare(right.carriedOutOn));
}
