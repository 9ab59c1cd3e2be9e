import type { ApplicationState } from "./application/states.ts";
import { defineMachine } from "./machine.ts";
import { refusal } from "./refusals.ts";

/** The states of one expert's review of one case (第十一条). */
export const reviewStates = ["assigned", "scoring", "submitted", "recused"] as const;
export type ReviewState = (typeof reviewStates)[number];

export interface ReviewContext {
  /** The state of the case under review. */
  readonly application: ApplicationState;
}

/** Experts score while the case is with them, and at no other time. */
const caseIsReviewed = ({ application }: ReviewContext) =>
  application === "received" ? null : refusal("wrong_state", { state: application });

/**
 * One expert's review: the papers open once the expert has declared, on names alone, to have no interest in the case; the scores are nobody
 * else's until they are locked. A recused review is void and is kept.
 */
export const reviewMachine = defineMachine<ReviewState, ReviewContext>({
  resource: "reviews",
  states: reviewStates,
  initial: "assigned",
  transitions: [
    { act: "assign", isConsequence: true, from: null, to: "assigned", guards: [caseIsReviewed] },
    { act: "declare-conflict", from: ["assigned"], to: "scoring", guards: [caseIsReviewed] },
    { act: "edit", from: ["scoring"], to: "unchanged", guards: [caseIsReviewed] },
    { act: "submit", from: ["scoring"], to: "submitted", guards: [caseIsReviewed] },
    { act: "recuse", from: ["assigned", "scoring"], to: "recused", guards: [caseIsReviewed] },
    { act: "reopen", from: ["submitted"], to: "scoring", guards: [caseIsReviewed] },
  ],
});
