import type { ApplicationState } from "./application/states.ts";
import { defineMachine } from "./machine.ts";
import { refusal } from "./refusals.ts";

/** The states of an objection to a published case (第十一条). */
export const objectionStates = [
  "filed",
  "admitted",
  "inadmissible",
  "under_inquiry",
  "upheld",
  "dismissed",
  "replied",
] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** While one of these, the case is not certified. */
export const openObjectionStates = ["filed", "admitted", "under_inquiry"] as const satisfies readonly ObjectionState[];

/** How an objection came. */
export const objectionChannels = ["portal", "letter", "visit", "phone"] as const;
export type ObjectionChannel = (typeof objectionChannels)[number];

export interface ObjectionContext {
  readonly today: string;
  /** The state of the case that it is about. */
  readonly caseState: ApplicationState;
  /** The day on which it came: of the click, or of the letter, visit or call. */
  readonly receivedOn: string;
  readonly publicity: { readonly startsOn: string; readonly endsOn: string };
  /** The last day on which the applicant may answer, and whether the answer is there. */
  readonly answerUntil: string | null;
  readonly isAnswered: boolean;
  readonly hasReasons: boolean;
}

const publicityHasBegun = ({ receivedOn, publicity }: ObjectionContext) =>
  receivedOn < publicity.startsOn ? refusal("publicity_not_running", { day: publicity.startsOn }) : null;

/** Later it is a lead for supervision (第十六条), not an objection. */
const inTime = ({ receivedOn, publicity }: ObjectionContext) =>
  receivedOn > publicity.endsOn ? refusal("deadline_passed", { day: publicity.endsOn }) : null;

/** A case that is decided is held by no objection any more; what comes to light then is a lead for supervision (第十六条). */
const caseIsPublished = ({ caseState }: ObjectionContext) =>
  caseState === "in_publicity" || caseState === "objected" ? null : refusal("wrong_state", { state: caseState });

const reasoned = ({ hasReasons }: ObjectionContext) => (hasReasons ? null : refusal("reasons_required"));

/** Nobody is decided against before having had the time to answer. */
const applicantWasHeard = ({ answerUntil, isAnswered, today }: ObjectionContext) =>
  !isAnswered && answerUntil !== null && today <= answerUntil
    ? refusal("period_not_ended", { day: answerUntil })
    : null;

/** From filing to the written reply. What is inadmissible is kept as a lead (第十六条) and answered as well. */
export const objectionMachine = defineMachine<ObjectionState, ObjectionContext>({
  resource: "objections",
  states: objectionStates,
  initial: "filed",
  transitions: [
    { act: "file", from: null, to: "filed", causes: [publicityHasBegun, inTime] },
    { act: "admit", from: ["filed"], to: "admitted", guards: [caseIsPublished] },
    { act: "refuse", from: ["filed"], to: "inadmissible", guards: [reasoned] },
    { act: "answer", from: ["admitted", "under_inquiry"], to: "unchanged" },
    { act: "inquire", from: ["admitted"], to: "under_inquiry" },
    {
      act: "uphold",
      from: ["admitted", "under_inquiry"],
      to: "upheld",
      guards: [reasoned, applicantWasHeard],
    },
    { act: "dismiss", from: ["admitted", "under_inquiry"], to: "dismissed", guards: [reasoned] },
    { act: "reply", from: ["inadmissible", "upheld", "dismissed"], to: "replied", guards: [reasoned] },
  ],
});
