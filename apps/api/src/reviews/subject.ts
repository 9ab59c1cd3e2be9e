import {
  type ApplicationRow,
  type Database,
  findReview,
  lockApplication,
  lockReview,
  type ReopenedReviewRow,
  type ReviewRow,
  stateOfReview,
} from "@shifan/db";
import { type Relation, type ReviewContext, type ReviewState, reviewMachine } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";
import { policyOfApplication } from "../applications/subject.ts";

/** A review with the sheets that were opened again, and the case that it is of. */
export type ReviewFile = {
  readonly review: ReviewRow;
  readonly reopened: readonly ReopenedReviewRow[];
  readonly application: ApplicationRow;
};

/** Who reaches a review: beside the city and the auditor, the account that writes it. */
export function relationOfReview({ userId }: Pick<ReviewRow, "userId">): Relation {
  return { organization: null, district: null, account: userId, isHandedIn: true, isPaper: false, isPublished: false };
}

/** The case is locked before its review, as by every act on the case itself: no sheet changes while a review is being finished. */
async function lockReviewFile(transaction: Database, id: string): Promise<ReviewFile | null> {
  const found = await findReview(transaction, id);
  if (found === null) return null;
  const application = await lockApplication(transaction, found.review.applicationId);
  const review = await lockReview(transaction, id);
  if (application === null || review === null) return null;
  return { ...(await stateOfReview(transaction, review)), application };
}

/** Reviews as records that live by their table. */
export function reviewSubject(services: ProcedureServices): Subject<ReviewFile, ReviewState, ReviewContext> {
  return {
    machine: reviewMachine,
    lock: lockReviewFile,
    idOf: ({ review }) => review.id,
    stateOf: ({ review }) => review.state,
    relationOf: ({ review }) => relationOfReview(review),
    revisionOf: ({ review }) => review.revision,
    policyOf: (transaction, { application }) => policyOfApplication(services, transaction, application),
    recordOf: ({ review, reopened }) => ({ review, reopened }),
  };
}
