import type { WriteScores } from "@shifan/contract";
import { insertReopenedReview } from "@shifan/db";
import { missingScores, type Policy, type ScoreSheet, type Scores, totalOf } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { actOnReview } from "./act.ts";
import type { ReviewFile } from "./subject.ts";

/** A sheet on which nothing is written yet. */
export const emptyScores: Scores = { items: {}, directions: {}, opinion: "" };

/** What of a sheet cannot be: items and directions that the policy does not have, and more points than an item gives. */
function checkScores(written: WriteScores, { score_sheet: sheet }: Policy["document"]): InputErrors {
  const items = Object.entries(written.items).flatMap(([id, { points }]) => {
    const item = sheet.items.find((each) => each.id === id);
    if (item === undefined) return [unknownPlace(`/items/${id}`, sheet.items)];
    if (points === null || points <= item.most) return [];
    const message = `“${item.title}”最多${item.most}分`;
    return [{ path: `/items/${id}/points`, code: "too_many", message }];
  });
  const directions = Object.keys(written.directions)
    .filter((id) => !sheet.directions.some((each) => each.id === id))
    .map((id) => unknownPlace(`/directions/${id}`, sheet.directions));
  return [...items, ...directions];
}

function unknownPlace(path: string, known: readonly { id: string }[]) {
  return { path, code: "unknown", message: `评分表里没有这一项，应为：${known.map(({ id }) => id).join("、")}` };
}

/** Saves a sheet as far as it is written; it takes the place of what stood there. */
export function writeScores(
  services: ProcedureServices,
  on: On,
  written: WriteScores,
): Promise<ActOutcome<ReviewFile>> {
  return actOnReview(services, on, {
    act: "edit",
    check: (_, { document }) => checkScores(written, document),
    changes: () => ({ scores: written }),
  });
}

function checkWhole(scores: Scores, sheet: ScoreSheet): InputErrors {
  return missingScores(sheet, scores).map((path) => {
    const item = sheet.items.find(({ id }) => path.startsWith(`/items/${id}/`));
    return {
      path,
      code: "required",
      message: item === undefined ? "请写总的意见" : `“${item.title}”还没有打分，0到${item.most}分`,
    };
  });
}

/** Locks a sheet that is whole, with its total. */
export function submitScores(services: ProcedureServices, on: On): Promise<ActOutcome<ReviewFile>> {
  return actOnReview(services, on, {
    act: "submit",
    check: ({ review }, { document }) => checkWhole(review.scores ?? emptyScores, document.score_sheet),
    changes: ({ review }, { policy, at }) => ({
      total: totalOf(policy.document.score_sheet, review.scores ?? emptyScores),
      submittedAt: at,
    }),
  });
}

/** Opens a locked sheet again with a reason; what stood there is kept. */
export function reopenScores(services: ProcedureServices, on: On, reason: string): Promise<ActOutcome<ReviewFile>> {
  return actOnReview(services, on, {
    act: "reopen",
    ground: reason,
    changes: async ({ review: { id, scores, total, submittedAt } }, { at }, transaction) => {
      if (scores === null || total === null || submittedAt === null) throw new Error("a locked sheet is not whole");
      const reopenedBy = on.actor.userId;
      const kept = { reviewId: id, scores, total, submittedAt, reopenedAt: at, reopenedBy, reason };
      await insertReopenedReview(transaction, kept);
      return { total: null, submittedAt: null };
    },
  });
}
