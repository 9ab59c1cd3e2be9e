import { defineMachine, type Guard } from "./machine.ts";
import { refusal } from "./refusals.ts";
import type { RoundState } from "./rounds.ts";

/** The states of an application up to the recommendation. */
export const applicationStates = [
  "draft",
  "submitted",
  "returned",
  "accepted",
  "surveyed",
  "recommended",
  "not_recommended",
  "withdrawn",
  "lapsed",
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** States in which a case still waits for somebody. */
export const openApplicationStates = ["draft", "submitted", "returned", "accepted", "surveyed", "recommended"] as const;

/** 补正 keeps the day of receipt; 退回 makes the next submission a new one. */
export const returnKinds = ["correction", "resubmission"] as const;
export type ReturnKind = (typeof returnKinds)[number];

/** A paper that stands in the way of handing in, and why. */
export interface UnreadyMaterial {
  readonly id: string;
  /** What a refusal calls it. */
  readonly name: string;
  readonly status: "missing" | "invalid" | "unknown";
  readonly reasons: readonly string[];
}

/** What is on record around an application, and what an act brings. Days are in Asia/Shanghai, YYYY-MM-DD. */
export interface ApplicationContext {
  readonly round: { readonly state: RoundState; readonly submissionDeadline: string | null };
  /** The day that counts as the day of handing in: of the click, or of the paper at the counter. */
  readonly receivedOn: string;
  readonly today: string;
  /** Whether the organization has another live application in the round for which the city has recorded no exception. */
  readonly hasOtherApplication: boolean;
  readonly isMandateConfirmed: boolean;
  /** The last day of a ban in force on the day of handing in. */
  readonly barredUntil: string | null;
  /** The end of a title that does not end in the year of handing in. */
  readonly titleValidTo: string | null;
  readonly materials: readonly UnreadyMaterial[];
  /** Whether what the checks have found has been acknowledged as it stands now. */
  readonly isAcknowledged: boolean;
  readonly returned: { readonly kind: ReturnKind; readonly until: string } | null;
  /** How many enterprises are to be drawn, and from how many; null for every other act. */
  readonly drawing: { readonly count: number; readonly population: number; readonly minimum: number } | null;
  /** Null before the draw. */
  readonly survey: {
    readonly completed: number;
    readonly minimum: number;
    /** Enterprises of the population that have not been drawn yet. */
    readonly remaining: number;
    readonly isAssessed: boolean;
    readonly hasConflict: boolean;
    readonly conflictIsExplained: boolean;
  } | null;
  /** Whether recommending goes against a finding, and whether reasons are written. */
  readonly againstFinding: boolean;
  readonly hasReasons: boolean;
}

type Check = Guard<ApplicationContext>;

const oneAtATime: Check = ({ hasOtherApplication }) => (hasOtherApplication ? refusal("application_exists") : null);

const beforeDeadline: Check = ({ round, receivedOn }) =>
  round.submissionDeadline !== null && receivedOn > round.submissionDeadline
    ? refusal("deadline_passed", { day: round.submissionDeadline })
    : null;

const roundIsOpen: Check = ({ round }) =>
  round.state === "open" || round.state === "closed" ? null : refusal("round_not_open");

/** Drafting is for a round that still takes applications; a paper handed in in time is entered after its end as well. */
const roundTakesDrafts: Check = ({ round, receivedOn, today }) => {
  if (round.state === "open") return null;
  const wasInTime = round.state === "closed" && receivedOn < today;
  return wasInTime ? null : refusal("round_not_open");
};

const notBarred: Check = ({ barredUntil }) =>
  barredUntil === null ? null : refusal("reapply_barred", { day: barredUntil });

const noLongerTitle: Check = ({ titleValidTo }) =>
  titleValidTo === null ? null : refusal("title_still_valid", { day: titleValidTo });

const mandateConfirmed: Check = ({ isMandateConfirmed }) =>
  isMandateConfirmed ? null : refusal("mandate_unconfirmed");

/** The month of a report is named by itself: it is what people most often get wrong. */
const reportOfTheMonth: Check = ({ materials }) =>
  materials.some(({ reasons }) => reasons.includes("report_not_of_submission_month"))
    ? refusal("report_not_of_submission_month")
    : null;

const materialsComplete: Check = ({ materials }) =>
  materials.length === 0 ? null : refusal("materials_incomplete", { materials: materials.map(({ name }) => name) });

const acknowledged: Check = ({ isAcknowledged }) => (isAcknowledged ? null : refusal("findings_unacknowledged"));

/** Once more in time: for a correction and for a new submission alike the day set with the return counts, not the round's. */
const withinReturn: Check = ({ returned, receivedOn }) =>
  returned !== null && receivedOn > returned.until ? refusal("deadline_passed", { day: returned.until }) : null;

const returnIsOver: Check = ({ returned, today }) =>
  returned !== null && today <= returned.until ? refusal("period_not_ended", { day: returned.until }) : null;

const draftIsOver: Check = ({ round, today }) =>
  round.submissionDeadline !== null && today <= round.submissionDeadline && round.state !== "cancelled"
    ? refusal("period_not_ended", { day: round.submissionDeadline })
    : null;

const notYetDrawn: Check = ({ survey }) => (survey === null ? null : refusal("sample_exists"));
const drawn: Check = ({ survey }) => (survey === null ? refusal("survey_incomplete") : null);

/** Fewer than the law asks for cannot be drawn, nor more than there are. */
const enoughToDraw: Check = ({ drawing }) => {
  if (drawing === null) return null;
  const { count, population, minimum } = drawing;
  if (count < minimum) return refusal("sample_too_small", { completed: count, minimum });
  return population < count ? refusal("sample_too_small", { completed: population, minimum: count }) : null;
};

const someAreLeft: Check = ({ survey }) =>
  survey?.remaining === 0
    ? refusal("sample_too_small", { completed: survey.completed, minimum: survey.minimum })
    : null;

const enoughAnswers: Check = ({ survey }) => {
  if (survey === null) return null;
  const { completed, minimum } = survey;
  return completed < minimum ? refusal("sample_too_small", { completed, minimum }) : null;
};

const assessed: Check = ({ survey }) =>
  survey?.isAssessed === true && (!survey.hasConflict || survey.conflictIsExplained)
    ? null
    : refusal("survey_incomplete");

const reasoned: Check = ({ hasReasons }) => (hasReasons ? null : refusal("reasons_required"));

const reasonedAgainstFinding: Check = ({ againstFinding, hasReasons }) =>
  againstFinding && !hasReasons ? refusal("reasons_required") : null;

/** At acceptance again: what counts is the day of receipt, not the day on which somebody looks. A return has its own last day. */
const receivedInTime: Check = (context) => (context.returned === null ? beforeDeadline(context) : null);

/** What every handing in has to pass, the first and any later one. */
const handingIn: readonly Check[] = [
  mandateConfirmed,
  notBarred,
  noLongerTitle,
  reportOfTheMonth,
  materialsComplete,
  acknowledged,
];

/** From the first line of a draft to the district's decision. */
export const applicationMachine = defineMachine<ApplicationState, ApplicationContext>({
  resource: "applications",
  states: applicationStates,
  initial: "draft",
  transitions: [
    { act: "create", from: null, to: "draft", causes: [roundTakesDrafts, oneAtATime] },
    { act: "edit", from: ["draft", "returned"], to: "unchanged" },
    { act: "submit", from: ["draft"], to: "submitted", causes: [roundIsOpen, beforeDeadline], guards: handingIn },
    { act: "resubmit", from: ["returned"], to: "submitted", causes: [withinReturn], guards: handingIn },
    { act: "return", from: ["submitted"], to: "returned" },
    { act: "accept", from: ["submitted"], to: "accepted", guards: [receivedInTime, reportOfTheMonth] },
    { act: "transfer", from: ["submitted", "returned"], to: "unchanged" },
    { act: "judge-material", from: ["submitted", "accepted"], to: "unchanged" },
    { act: "draw-sample", from: ["accepted"], to: "unchanged", guards: [notYetDrawn, enoughToDraw] },
    { act: "record-answer", from: ["accepted"], to: "unchanged", guards: [drawn] },
    { act: "replace-sampled", from: ["accepted"], to: "unchanged", guards: [drawn, someAreLeft] },
    { act: "assess-operation", from: ["accepted"], to: "unchanged", guards: [drawn] },
    { act: "complete-survey", from: ["accepted"], to: "surveyed", guards: [drawn, enoughAnswers, assessed] },
    { act: "recommend", from: ["surveyed"], to: "recommended", guards: [reasonedAgainstFinding] },
    { act: "not-recommend", from: ["accepted", "surveyed"], to: "not_recommended", guards: [reasoned] },
    {
      act: "withdraw",
      from: [...openApplicationStates],
      to: "withdrawn",
    },
    { act: "lapse", from: ["draft"], to: "lapsed", causes: [draftIsOver] },
    { act: "lapse", from: ["returned"], to: "lapsed", causes: [returnIsOver] },
  ],
});
