import type { ReviewListRow } from "@shifan/db";
import { listCasesReviewedBy } from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";

/** Whether the case is still with its experts. */
export function isUnderReview({ application }: Pick<ReviewListRow, "application">): boolean {
  return application.state === "received";
}

/** Whether the papers of a case are open to the expert of a review: from the declaration on, while the case is with the experts. */
export function arePapersOpen({ review, application }: Pick<ReviewListRow, "review" | "application">): boolean {
  return isUnderReview({ application }) && (review.state === "scoring" || review.state === "submitted");
}

/**
 * Who sees which sheet: the own one always; another's once it is locked, and never somebody who is scoring the same case; all once the review is
 * finished, or the case has left it otherwise.
 *
 * @param ownCases the cases that the reader is reviewing
 */
export function seesSheet(
  { review, application }: Pick<ReviewListRow, "review" | "application">,
  actor: Actor,
  ownCases: ReadonlySet<string>,
): boolean {
  if (review.userId === actor.userId || !isUnderReview({ application })) return true;
  return review.state === "submitted" && !ownCases.has(application.id);
}

/** The cases that the reader is reviewing. */
export async function ownCasesOf(
  { database }: Pick<ProcedureServices, "database">,
  { userId }: Actor,
): Promise<ReadonlySet<string>> {
  return new Set(userId === null ? [] : await listCasesReviewedBy(database, userId));
}
