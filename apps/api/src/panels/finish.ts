import type { FinishReview } from "@shifan/contract";
import { type ApplicationRow, finishPanel, stateOfPanel } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { actOnApplication } from "../applications/act.ts";
import { dayInShanghai } from "../clock.ts";
import { checkDay } from "../organizations/input.ts";
import { notePanel } from "./assign.ts";
import { type PanelStanding, panelContext, readPanelStanding } from "./standing.ts";

const act = "finish-review";

function checkDiscussion(
  discussion: FinishReview["discussion"],
  { reviews }: PanelStanding,
  today: string,
): InputErrors {
  if (discussion === null) return [];
  const path = "/discussion/on";
  const errors = checkDay(discussion.on, path, today);
  if (errors.length > 0) return errors;
  const locked = reviews.flatMap(({ review }) =>
    review.submittedAt === null ? [] : [dayInShanghai(review.submittedAt)],
  );
  return locked.some((day) => day > discussion.on)
    ? [{ path, code: "before_scores", message: "合议不能早于最后一份评分提交的那天" }]
    : [];
}

/**
 * Finishes the review of a case (第十一条): everybody appointed has locked their scores, and where these lie far apart it is on record what was said
 * of it. From here on all sheets are open to the city and the auditor, and the case has its place.
 */
export function finishReview(
  services: ProcedureServices,
  on: On,
  { discussion }: FinishReview,
): Promise<ActOutcome<ApplicationRow>> {
  return actOnApplication(services, on, {
    act,
    check: async (policy, transaction, { id, state }) => {
      if (state !== "received") return [];
      return checkDiscussion(discussion, await readPanelStanding(transaction, id, policy), services.clock.today());
    },
    adds: async (transaction, { id }, policy) => ({
      panel: panelContext(await readPanelStanding(transaction, id, policy), { isDiscussed: discussion !== null }),
    }),
    changes: async (transaction, application, decided) => {
      const changes = {
        discussion: discussion?.record ?? null,
        discussedOn: discussion?.on ?? null,
        finishedAt: decided.at,
      };
      const before = await stateOfPanel(transaction, application.id);
      const panel = await finishPanel(transaction, application.id, changes);
      const note = notePanel(transaction, on, application, { ...decided, ground: null, act });
      const state = await stateOfPanel(transaction, application.id);
      await note(Object.keys(changes), { state, before }, panel.revision);
      return {};
    },
  });
}
