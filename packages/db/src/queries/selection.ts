import { and, asc, desc, eq, ne } from "drizzle-orm";
import type { Database } from "../database.ts";
import {
  applications,
  certifications,
  expertPanels,
  experts,
  noticeCases,
  objections,
  organizations,
  reviews,
} from "../schema/index.ts";
import { type ApplicationRow, applicationColumns } from "./applications.ts";
import { organizationNameOn } from "./organization-name.ts";

/** A case of a round as its tables and minutes name it. */
export type RoundCaseRow = ApplicationRow & {
  organizationName: string;
  uscc: string;
  discussion: string | null;
  discussedOn: string | null;
  certificateNumber: string | null;
  validFrom: string | null;
  validTo: string | null;
};

/** The cases of a round that have been handed in, in the order of receipt. @param day for which the names hold, YYYY-MM-DD */
export async function listRoundCases(database: Database, roundId: string, day: string): Promise<RoundCaseRow[]> {
  const organizationName = organizationNameOn(applications.organizationId, day);
  return database
    .select({
      ...applicationColumns,
      organizationName,
      uscc: organizations.uscc,
      discussion: expertPanels.discussion,
      discussedOn: expertPanels.discussedOn,
      certificateNumber: certifications.certificateNumber,
      validFrom: certifications.validFrom,
      validTo: certifications.validTo,
    })
    .from(applications)
    .innerJoin(organizations, eq(organizations.id, applications.organizationId))
    .leftJoin(expertPanels, eq(expertPanels.applicationId, applications.id))
    .leftJoin(certifications, eq(certifications.applicationId, applications.id))
    .where(and(eq(applications.roundId, roundId), eq(applications.isHandedIn, true), ne(applications.state, "draft")))
    .orderBy(asc(applications.receivedOn), asc(applications.createdAt), asc(applications.id));
}

export type RoundReviewRow = {
  applicationId: string;
  state: (typeof reviews.$inferSelect)["state"];
  total: number | null;
  recusedReason: string | null;
  name: string;
  employer: string;
};

/** The reviews of all cases of a round, with whose they are. */
export async function listRoundReviews(database: Database, roundId: string): Promise<RoundReviewRow[]> {
  return database
    .select({
      applicationId: reviews.applicationId,
      state: reviews.state,
      total: reviews.total,
      recusedReason: reviews.recusedReason,
      name: experts.name,
      employer: experts.employer,
    })
    .from(reviews)
    .innerJoin(applications, eq(applications.id, reviews.applicationId))
    .innerJoin(experts, eq(experts.id, reviews.expertId))
    .where(eq(applications.roundId, roundId))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
}

export type ObjectionRow = typeof objections.$inferSelect;

/** The objection on which a case was refused; null where none was upheld. */
export async function findUpheldObjection(database: Database, applicationId: string): Promise<ObjectionRow | null> {
  const [row] = await database
    .select()
    .from(objections)
    .where(and(eq(objections.applicationId, applicationId), eq(objections.outcome, "upheld")))
    .orderBy(desc(objections.decidedOn), asc(objections.id))
    .limit(1);
  return row ?? null;
}

/** An objection with the case as it was published. */
export async function findPublishedObjection(
  database: Database,
  id: string,
): Promise<{ objection: ObjectionRow; organizationName: string } | null> {
  const [row] = await database
    .select({ objection: objections, organizationName: noticeCases.organizationName })
    .from(objections)
    .innerJoin(
      noticeCases,
      and(eq(noticeCases.noticeId, objections.noticeId), eq(noticeCases.applicationId, objections.applicationId)),
    )
    .where(eq(objections.id, id));
  return row ?? null;
}
