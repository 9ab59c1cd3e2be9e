import type { DatedPaper } from "@shifan/rules";
import { and, eq, gte, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applicationSections, applications, certifications, rounds } from "../schema/index.ts";
import type { ApplicationRow } from "./applications.ts";

type Asked = { readonly days: readonly string[]; readonly ids: readonly string[] | null };

/** A return that is to be answered. */
export type OpenReturn = Pick<ApplicationRow, "id" | "organizationId" | "returned"> & { until: string };

/** Returned applications whose last day is one of these. @param ids null: all of them */
export async function listReturnsDueOn(database: Database, { days, ids }: Asked): Promise<OpenReturn[]> {
  const until = sql<string>`(${applications.returned} ->> 'until')`;
  const { id, organizationId, returned, state } = applications;
  return database
    .select({ id, organizationId, returned, until })
    .from(applications)
    .where(and(eq(state, "returned"), inArray(until, [...days]), ids === null ? undefined : inArray(id, [...ids])))
    .orderBy(id);
}

const supplement = eq(applicationSections.section, "supplement");
/** The earlier of the days on which the parts of the report were made, as the index has it. */
const reportDay = sql<string>`least(${applicationSections.data} ->> 'credit_report_date', ${applicationSections.data} ->> 'gsxt_query_date')`;

/** A draft with the day of its report. */
export type DatedDraft = { id: string; organizationId: string; reportedOn: string; submissionDeadline: string };

/**
 * Drafts of open rounds whose report is of the month of one of these days, which are last days of months. Only those that can still be handed in
 * after it.
 */
export async function listDraftsByReportMonth(
  database: Database,
  { days, ids, today }: Asked & { today: string },
): Promise<DatedDraft[]> {
  if (days.length === 0) return [];
  const { id, organizationId, state, origin } = applications;
  const months = days.map(
    (day) =>
      sql`(${reportDay} >= ${`${day.slice(0, 8)}01`} and ${reportDay} <= ${day} and ${rounds.submissionDeadline} > ${day})`,
  );
  const rows = await database
    .select({ id, organizationId, reportedOn: reportDay, submissionDeadline: rounds.submissionDeadline })
    .from(applicationSections)
    .innerJoin(applications, eq(id, applicationSections.applicationId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      and(
        supplement,
        or(...months),
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

// Written out, so that the statement has the words of the index.
const lastDays: Readonly<Record<DatedPaper, ReturnType<typeof sql<string>>>> = {
  lease_end_date: sql<string>`(${applicationSections.data} ->> 'lease_end_date')`,
  permit_valid_to: sql<string>`(${applicationSections.data} ->> 'permit_valid_to')`,
};

/** A paper of an application that ends on a day; of a certified one with its title. */
export type EndingPaper = {
  id: string;
  organizationId: string;
  certificationId: string | null;
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
  { paper, days, ids, today }: Asked & { paper: DatedPaper; today: string },
): Promise<EndingPaper[]> {
  const endsOn = lastDays[paper];
  const { id, organizationId, state, origin } = applications;
  const held = and(
    eq(certifications.applicationId, id),
    eq(certifications.state, "valid"),
    isNotNull(certifications.confirmedBy),
    gte(certifications.validTo, today),
  );
  return database
    .select({ id, organizationId, certificationId: certifications.id, endsOn })
    .from(applicationSections)
    .innerJoin(applications, eq(id, applicationSections.applicationId))
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
          where other.organization_id = ${organizationId} and other.created_at > ${applications.createdAt} and other.state <> 'withdrawn' and (stated.data ->> ${paper}::text) > ${endsOn})`,
        ids === null ? undefined : inArray(id, [...ids]),
      ),
    )
    .orderBy(id);
}
