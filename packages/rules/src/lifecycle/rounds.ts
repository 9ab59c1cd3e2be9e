import { defineMachine } from "./machine.ts";
import { refusal } from "./refusals.ts";

/** The states of a round. Certified are its cases, never the round. */
export const roundStates = [
  "draft",
  "open",
  "closed",
  "in_review",
  "list_proposed",
  "in_publicity",
  "decided",
  "archived",
  "cancelled",
] as const;
export type RoundState = (typeof roundStates)[number];

/** What is on record around a round, and what an act brings. Days are in Asia/Shanghai, YYYY-MM-DD, and compare as text. */
export interface RoundContext {
  readonly today: string;
  /** Whether the policy and year have another round that is not cancelled. */
  readonly hasOtherRound: boolean;
  readonly submissionDeadline: string | null;
  readonly recommendationDeadline: string | null;
  /** The new ends of the windows, where an act brings them. */
  readonly extendedTo: { readonly submissionDeadline: string; readonly recommendationDeadline: string } | null;
  /** How its cases stand; null for an act that does not ask. */
  readonly cases: RoundCases | null;
}

/** How many cases of a round stand where. */
export interface RoundCases {
  /** Handed in, and nobody has decided yet whether they are on the list. */
  readonly undecided: number;
  /** On the list and not published yet. */
  readonly proposed: number;
  /** Published and neither certified nor ended otherwise. */
  readonly inPublicity: number;
  /** How many the round may certify at most; null where it sets no number. */
  readonly quota: number | null;
}

const onlyOneAYear = ({ hasOtherRound }: RoundContext) => (hasOtherRound ? refusal("round_exists") : null);

/** A day passes with its 24:00: the window is over on the next day. */
const submissionIsOver = ({ today, submissionDeadline }: RoundContext) =>
  submissionDeadline !== null && today <= submissionDeadline
    ? refusal("period_not_ended", { day: submissionDeadline })
    : null;

const recommendationIsOver = ({ today, recommendationDeadline }: RoundContext) =>
  recommendationDeadline !== null && today <= recommendationDeadline
    ? refusal("period_not_ended", { day: recommendationDeadline })
    : null;

/** A window moves forward, never back, and never into the past: who counted on the announced day may go on counting on it. */
const onlyForward = ({ today, extendedTo, submissionDeadline, recommendationDeadline }: RoundContext) => {
  if (extendedTo === null) return null;
  const isBack =
    extendedTo.submissionDeadline < (submissionDeadline ?? "") ||
    extendedTo.recommendationDeadline < (recommendationDeadline ?? "");
  const changesNothing =
    extendedTo.submissionDeadline === submissionDeadline &&
    extendedTo.recommendationDeadline === recommendationDeadline;
  return isBack || changesNothing || extendedTo.recommendationDeadline < today
    ? refusal("extension_not_forward")
    : null;
};

const endsInTheFuture = ({ today, submissionDeadline }: RoundContext) =>
  submissionDeadline !== null && submissionDeadline < today
    ? refusal("deadline_passed", { day: submissionDeadline })
    : null;

/** No case ends by silence: each is decided on before the list is. */
const noneUndecided = ({ cases }: RoundContext) =>
  cases !== null && cases.undecided > 0 ? refusal("cases_undecided", { count: cases.undecided }) : null;

const withinQuota = ({ cases }: RoundContext) =>
  cases !== null && cases.quota !== null && cases.proposed > cases.quota
    ? refusal("quota_exceeded", { proposed: cases.proposed, quota: cases.quota })
    : null;

const someAreProposed = ({ cases }: RoundContext) =>
  cases !== null && cases.proposed === 0 ? refusal("nothing_proposed") : null;

const allDecided = ({ cases }: RoundContext) => {
  const waiting = cases === null ? 0 : cases.undecided + cases.proposed + cases.inPublicity;
  return waiting > 0 ? refusal("cases_undecided", { count: waiting }) : null;
};

/** One round a year and policy, from its draft to the archive; a cancelled one is not the year's. */
export const roundMachine = defineMachine<RoundState, RoundContext>({
  resource: "rounds",
  states: roundStates,
  initial: "draft",
  transitions: [
    { act: "create", from: null, to: "draft", causes: [onlyOneAYear] },
    { act: "edit", from: ["draft"], to: "unchanged" },
    { act: "open", from: ["draft"], to: "open", guards: [endsInTheFuture] },
    // An extension reopens a window that the clock has closed; for all alike.
    { act: "extend", isAside: true, from: ["open", "closed"], to: "open", guards: [onlyForward] },
    { act: "close", from: ["open"], to: "closed", guards: [submissionIsOver] },
    { act: "begin-review", from: ["closed"], to: "in_review", guards: [recommendationIsOver] },
    { act: "propose-list", from: ["in_review"], to: "list_proposed", guards: [noneUndecided, withinQuota] },
    { act: "revise-list", isAside: true, from: ["list_proposed"], to: "in_review" },
    { act: "publish-list", from: ["list_proposed"], to: "in_publicity", guards: [someAreProposed] },
    // With nobody on the list there is nothing to publish, and the round is decided all the same.
    { act: "decide", from: ["list_proposed", "in_publicity"], to: "decided", guards: [allDecided] },
    { act: "archive", from: ["decided"], to: "archived" },
    { act: "cancel", isAside: true, from: ["draft", "open"], to: "cancelled" },
    { act: "reopen", isAside: true, from: ["cancelled"], to: "draft", causes: [onlyOneAYear] },
  ],
});

/** What may count as 提交: the click, the paper at the counter, or whichever comes first. A round says which. */
export const submissionEvents = ["online", "paper", "earlier"] as const;
export type SubmissionEvent = (typeof submissionEvents)[number];
