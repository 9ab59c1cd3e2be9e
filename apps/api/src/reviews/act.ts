import { type Database, stateOfReview, updateReview } from "@shifan/db";
import type { Policy, ReviewState } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Decided } from "../acts/subject.ts";
import { type ReviewFile, reviewSubject } from "./subject.ts";

type Changes = Parameters<typeof updateReview>[2];

/** One act on a review: what of its input cannot stand, and what it changes. */
export type ReviewAct = {
  readonly act: string;
  readonly ground?: string | null;
  /** Asked where the review is being scored; in any other state the act is refused. */
  check?(file: ReviewFile, policy: Policy): InputErrors;
  changes(
    file: ReviewFile,
    decided: Decided<ReviewState>,
    transaction: Database,
  ): Omit<Changes, "state"> | Promise<Omit<Changes, "state">>;
};

/** Does an act on a review; its case is locked with it. */
export function actOnReview(
  services: ProcedureServices,
  on: On,
  { act, ground = null, check, changes }: ReviewAct,
): Promise<ActOutcome<ReviewFile>> {
  return performAct(
    services.database,
    reviewSubject(services),
    { ...on, act, ground, at: services.clock.now() },
    {
      check: async (_, file, policy) => (file.review.state === "scoring" ? (check?.(file, policy) ?? []) : []),
      context: async (_, { application }) => ({ application: application.state }),
      write: async (transaction, file, decided) => {
        const changed = { state: decided.to, ...(await changes(file, decided, transaction)) };
        const review = await updateReview(transaction, file.review.id, changed);
        const row = { ...(await stateOfReview(transaction, review)), application: file.application };
        return { row, result: row, fields: Object.keys(changed) };
      },
    },
  );
}
