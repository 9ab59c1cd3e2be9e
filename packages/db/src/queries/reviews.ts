import type { ReviewState } from "@shifan/rules";
import { and, asc, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applications, expertPanels, experts, reopenedReviews, reviews } from "../schema/index.ts";
import { type ApplicationRow, applicationColumns } from "./applications.ts";
import { organizationNameOn } from "./organization-name.ts";
import { atMost, countRows } from "./page-of-rows.ts";

export type ReviewRow = typeof reviews.$inferSelect;
export type ReopenedReviewRow = typeof reopenedReviews.$inferSelect;

/** A review with the case, the last day of its panel, and whoever writes it. */
export type ReviewListRow = {
  review: ReviewRow;
  application: ApplicationRow;
  dueOn: string;
  expert: { id: string; name: string; employer: string; position: string };
};

export async function insertReview(
  transaction: Database,
  { at, ...review }: Pick<ReviewRow, "id" | "applicationId" | "expertId" | "userId" | "state"> & { at: Date },
): Promise<ReviewRow> {
  const [row] = await transaction
    .insert(reviews)
    .values({ ...review, createdAt: at, revision: 1 })
    .returning();
  return row as ReviewRow;
}

export async function findReview(database: Database, id: string): Promise<ReviewListRow | null> {
  const [row] = await selectReviews(database).where(eq(reviews.id, id));
  return row ?? null;
}

/** The review, locked until the end of the transaction; its application is locked before it. */
export async function lockReview(transaction: Database, id: string): Promise<ReviewRow | null> {
  const [row] = await transaction.select().from(reviews).where(eq(reviews.id, id)).for("update");
  return row ?? null;
}

/** Changes a review that the transaction has locked. */
export async function updateReview(
  transaction: Database,
  id: string,
  changes: Partial<
    Pick<ReviewRow, "state" | "declaredAt" | "recusedReason" | "recusedBy" | "scores" | "total" | "submittedAt">
  >,
): Promise<ReviewRow> {
  const [row] = await transaction
    .update(reviews)
    .set({ ...changes, revision: sql`${reviews.revision} + 1` })
    .where(eq(reviews.id, id))
    .returning();
  return row as ReviewRow;
}

/** The reviews of a case in the order in which the experts were appointed, the recused ones included. */
export async function listReviewsOf(database: Database, applicationId: string): Promise<ReviewListRow[]> {
  return selectReviews(database)
    .where(eq(reviews.applicationId, applicationId))
    .orderBy(asc(reviews.createdAt), asc(reviews.id));
}

/** The cases that a person is reviewing or has reviewed, without those from which they are recused. */
export async function listCasesReviewedBy(database: Database, userId: string): Promise<string[]> {
  const rows = await database
    .select({ applicationId: reviews.applicationId })
    .from(reviews)
    .where(and(eq(reviews.userId, userId), ne(reviews.state, "recused")));
  return rows.map(({ applicationId }) => applicationId);
}

/** Keeps a locked sheet that is opened again, numbered from 1. */
export async function insertReopenedReview(
  transaction: Database,
  reopened: Omit<ReopenedReviewRow, "n">,
): Promise<void> {
  const earlier = await listReopenedReviews(transaction, reopened.reviewId);
  await transaction.insert(reopenedReviews).values({ ...reopened, n: earlier.length + 1 });
}

export async function listReopenedReviews(database: Database, reviewId: string): Promise<ReopenedReviewRow[]> {
  return database
    .select()
    .from(reopenedReviews)
    .where(eq(reopenedReviews.reviewId, reviewId))
    .orderBy(asc(reopenedReviews.n));
}

/** What stands for a review in the audit trail: the sheet with every one that was opened again. */
export async function stateOfReview(
  database: Database,
  review: ReviewRow,
): Promise<{ review: ReviewRow; reopened: ReopenedReviewRow[] }> {
  return { review, reopened: await listReopenedReviews(database, review.id) };
}

export const reviewSortFields = ["createdAt"] as const;

/** Which reviews; what is left out narrows nothing. */
export type ReviewFilter = {
  applicationId?: string | undefined;
  roundId?: string | undefined;
  expertId?: string | undefined;
  state?: readonly ReviewState[] | undefined;
};

export type ReviewPage = {
  sort: { field: (typeof reviewSortFields)[number]; descending: boolean };
  limit: number;
  /** The place of the page's first row, from 0; or the row behind which it begins. */
  from: number;
  after: { at: Date; id: string } | null;
  countUpTo: number | null;
};

/**
 * Reviews within a condition, with the names of the applicants. `total` is counted only as far as was asked for.
 *
 * @param day for which the names hold, YYYY-MM-DD
 */
export async function listReviews(
  database: Database,
  { within, filter, page, day }: { within: SQL; filter: ReviewFilter; page: ReviewPage; day: string },
): Promise<{ rows: (ReviewListRow & { organizationName: string })[]; total: number }> {
  const where = and(within, ...conditionsOf(filter));
  const direct = page.sort.descending ? desc : asc;
  const rows = await selectReviews(database, { organizationName: organizationNameOn(applications.organizationId, day) })
    .where(and(where, behind(page)))
    .orderBy(direct(reviews.createdAt), direct(reviews.id))
    .offset(page.after === null ? page.from : 0)
    .limit(atMost(page.limit));
  const matching = database
    .select({ id: reviews.id })
    .from(reviews)
    .innerJoin(applications, eq(applications.id, reviews.applicationId))
    .where(where);
  return { rows, total: await countRows(database, matching, page.countUpTo) };
}

/** The condition columns by which access is applied to reviews: an expert reads the own ones. */
export function reviewReachColumns(userId: string | null) {
  return { account: { column: reviews.userId, userId } };
}

function selectReviews<More extends Record<string, SQL<string>>>(database: Database, more: More = {} as More) {
  return database
    .select({
      ...more,
      review: reviews,
      application: applicationColumns,
      dueOn: expertPanels.dueOn,
      expert: { id: experts.id, name: experts.name, employer: experts.employer, position: experts.position },
    })
    .from(reviews)
    .innerJoin(applications, eq(applications.id, reviews.applicationId))
    .innerJoin(expertPanels, eq(expertPanels.applicationId, reviews.applicationId))
    .innerJoin(experts, eq(experts.id, reviews.expertId));
}

function behind({ sort, after }: Pick<ReviewPage, "sort" | "after">): SQL | undefined {
  if (after === null) return undefined;
  const at = after.at.toISOString();
  return sort.descending
    ? sql`(${reviews.createdAt}, ${reviews.id}) < (${at}::timestamptz, ${after.id})`
    : sql`(${reviews.createdAt}, ${reviews.id}) > (${at}::timestamptz, ${after.id})`;
}

function conditionsOf({ applicationId, roundId, expertId, state }: ReviewFilter): (SQL | undefined)[] {
  return [
    applicationId === undefined ? undefined : eq(reviews.applicationId, applicationId),
    roundId === undefined ? undefined : eq(applications.roundId, roundId),
    expertId === undefined ? undefined : eq(reviews.expertId, expertId),
    state === undefined ? undefined : inArray(reviews.state, [...state]),
  ];
}
