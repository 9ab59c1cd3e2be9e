import { and, eq, gt, gte, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applicationSections, applications, certifications, rounds } from "../schema/index.ts";
import type { ApplicationRow } from "./applications.ts";

type Asked = { readonly days: readonly string[]; readonly ids: readonly string[] | null };

/** A return that is to be answered. */
export type OpenReturn = Pick<ApplicationRow, "id" | "organizationId" | "returned"> & { until: string; year: number };

/** Returned applications whose last day is one of these. @param ids null: all of them */
export async function listReturnsDueOn(database: Database, { days, ids }: Asked): Promise<OpenReturn[]> {
  const until = sql<string>`(${applications.returned} ->> 'until')`;
  const { id, organizationId, returned, state } = applications;
  return database
    .select({ id, organizationId, returned, until, year: rounds.year })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(and(eq(state, "returned"), inArray(until, [...days]), ids === null ? undefined : inArray(id, [...ids])))
    .orderBy(id);
}

const supplement = eq(applicationSections.section, "supplement");

/** A day that a form states, in the words of the index. @throws RangeError for what is no fact's id */
function dayStated(fact: string) {
  if (!/^[a-z][a-z0-9_]*$/.test(fact)) throw new RangeError(`no fact: ${fact}`);
  return sql`${applicationSections.data} ->> ${sql.raw(`'${fact}'`)}`;
}

/** A draft with the day of its report. */
export type DatedDraft = {
  id: string;
  organizationId: string;
  year: number;
  reportedOn: string;
  submissionDeadline: string;
};

/**
 * Drafts of open rounds whose earliest of some stated days is of the month of one of these days, which are last days of months. Only those that can still be handed in
 * after it.
 */
export async function listDraftsByReportMonth(
  database: Database,
  { facts, days, ids, today }: Asked & { facts: readonly string[]; today: string },
): Promise<DatedDraft[]> {
  if (days.length === 0 || facts.length === 0) return [];
  const reportDay = sql<string>`least(${sql.join(facts.map(dayStated), sql`, `)})`;
  const { id, organizationId, state, origin } = applications;
  const months = days.map((day) => ({
    day,
    isOfMonth: sql`(${reportDay} >= ${`${day.slice(0, 8)}01`} and ${reportDay} <= ${day})`,
  }));
  const rows = await database
    .select({
      id,
      organizationId,
      year: rounds.year,
      reportedOn: reportDay,
      submissionDeadline: rounds.submissionDeadline,
    })
    .from(applicationSections)
    .innerJoin(applications, eq(id, applicationSections.applicationId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      and(
        supplement,
        // By the index alone first, then by the round.
        or(...months.map(({ isOfMonth }) => isOfMonth)),
        or(...months.map(({ day, isOfMonth }) => and(isOfMonth, gt(rounds.submissionDeadline, day)))),
        eq(state, "draft"),
        eq(origin, "online"),
        eq(rounds.state, "open"),
        gte(rounds.submissionDeadline, today),
        ids === null ? undefined : inArray(id, [...ids]),
      ),
    )
    .orderBy(id);
  return rows as DatedDraft[];
}

/** A paper of an application that ends on a day; of a certified one with its title. */
export type EndingPaper = {
  id: string;
  organizationId: string;
  certificationId: string | null;
  /** Of the round of the application. */
  year: number;
  endsOn: string;
};

/**
 * Papers that end on one of these days: of applications that are still to be handed in, and of those by which a title is held. One of which the
 * unit has stated a later day since, in another application, is renewed.
 *
 * @param ids applications; null: all of them
 */
export async function listPapersEndingOn(
  database: Database,
  { fact, days, ids, today }: Asked & { fact: string; today: string },
): Promise<EndingPaper[]> {
  const endsOn = sql<string>`(${dayStated(fact)})`;
  const { id, organizationId, state, origin } = applications;
  const held = and(
    eq(certifications.applicationId, id),
    eq(certifications.state, "valid"),
    isNotNull(certifications.confirmedBy),
    gte(certifications.validTo, today),
  );
  return database
    .select({ id, organizationId, certificationId: certifications.id, year: rounds.year, endsOn })
    .from(applicationSections)
    .innerJoin(applications, eq(id, applicationSections.applicationId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .leftJoin(certifications, held)
    .where(
      and(
        supplement,
        inArray(endsOn, [...days]),
        or(
          and(inArray(state, ["draft", "returned"]), eq(origin, "online")),
          and(eq(state, "certified"), isNotNull(certifications.id)),
        ),
        sql`not exists (select 1 from applications other join application_sections stated on stated.application_id = other.id and stated.section = 'supplement'
          where other.organization_id = ${organizationId} and other.created_at > ${applications.createdAt} and other.state <> 'withdrawn' and (stated.data ->> ${fact}::text) > ${endsOn})`,
        ids === null ? undefined : inArray(id, [...ids]),
      ),
    )
    .orderBy(id);
}
