import { parseDate } from "../facts/calendar.ts";
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
    { act: "recuse", isAside: true, from: ["assigned", "scoring"], to: "recused", guards: [caseIsReviewed] },
    { act: "reopen", isAside: true, from: ["submitted"], to: "scoring", guards: [caseIsReviewed] },
  ],
});

/**
 * By how many days the sheet of an expert is late; 0 while the last day is not over, and where none is awaited any more. It says so and does nothing:
 * no review is closed by silence (第四条).
 *
 * @param dueOn the last day for scoring, until its 24:00
 * @throws RangeError for a day that there is not
 */
export function daysOverdue(
  { state, dueOn, application }: { state: ReviewState; dueOn: string; application: ApplicationState },
  today: string,
): number {
  const isAwaited = application === "received" && (state === "assigned" || state === "scoring");
  if (!isAwaited || today <= dueOn) return 0;
  const [due, now] = [parseDate(dueOn), parseDate(today)];
  if (due === undefined || now === undefined) throw new RangeError(`no such day: ${dueOn} or ${today}`);
  return now - due;
}
