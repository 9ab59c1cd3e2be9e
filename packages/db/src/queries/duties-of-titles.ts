import { openApplicationStates } from "@shifan/rules";
import { and, between, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, certifications } from "../schema/index.ts";
import type { CertificationRow } from "./certifications.ts";

const inForce = and(eq(certifications.state, "valid"), isNotNull(certifications.confirmedBy));

/**
 * Whether the unit has seen to what comes after a title: by one that ends later, or by a case handed in in the title's last year that may still
 * lead to one.
 */
const isFollowed = sql`(exists (select 1 from certifications later where later.organization_id = ${certifications.organizationId} and later.state = 'valid'
    and later.confirmed_by is not null and later.valid_to > ${certifications.validTo})
  or exists (select 1 from ${applications} where ${applications.organizationId} = ${certifications.organizationId} and ${applications.isHandedIn}
    and ${inArray(applications.state, [...openApplicationStates])} and ${applications.receivedOn} >= date_trunc('year', ${certifications.validTo})::date))`;

function listEnding(database: Database, ends: SQL | undefined, ids: readonly string[] | null) {
  return database
    .select()
    .from(certifications)
    .where(and(inForce, ends, sql`not ${isFollowed}`, ids === null ? undefined : inArray(certifications.id, [...ids])))
    .orderBy(certifications.validTo, certifications.id);
}

/** Titles in force that end on one of these days and that nothing follows yet. @param ids null: all of them */
export async function listTitlesEndingOn(
  database: Database,
  { days, ids }: { days: readonly string[]; ids: readonly string[] | null },
): Promise<CertificationRow[]> {
  return listEnding(database, inArray(certifications.validTo, [...days]), ids);
}

/** The same of all that end within a year, the first and the last day included. */
export async function listTitlesEndingIn(
  database: Database,
  { year, ids }: { year: number; ids: readonly string[] | null },
): Promise<CertificationRow[]> {
  return listEnding(database, between(certifications.validTo, `${year}-01-01`, `${year}-12-31`), ids);
}

/** Titles that were revoked on one of these days, by the recorded service where there is one. @param ids null: all of them */
export async function listTitlesRevokedOn(
  database: Database,
  { days, ids }: { days: readonly string[]; ids: readonly string[] | null },
): Promise<CertificationRow[]> {
  if (days.length === 0) return [];
  const revokedOn = sql`coalesce(${certifications.endServedOn}, ${certifications.endedOn})`;
  return database
    .select()
    .from(certifications)
    .where(
      and(
        eq(certifications.state, "revoked"),
        isNotNull(certifications.confirmedBy),
        sql`${revokedOn} in (${sql.join(
          days.map((day) => sql`${day}::date`),
          sql`, `,
        )})`,
        ids === null ? undefined : inArray(certifications.id, [...ids]),
      ),
    )
    .orderBy(certifications.id);
}
