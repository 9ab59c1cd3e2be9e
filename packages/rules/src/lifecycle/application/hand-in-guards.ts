import { refusal } from "../refusals.ts";
import type { ApplicationGuard } from "./context.ts";

export const oneAtATime: ApplicationGuard = ({ hasOtherApplication }) =>
  hasOtherApplication ? refusal("application_exists") : null;

export const beforeDeadline: ApplicationGuard = ({ round, receivedOn }) =>
  round.submissionDeadline !== null && receivedOn > round.submissionDeadline
    ? refusal("deadline_passed", { day: round.submissionDeadline })
    : null;

export const roundIsOpen: ApplicationGuard = ({ round }) =>
  round.state === "open" || round.state === "closed" ? null : refusal("round_not_open");

/** Drafting is for a round that still takes applications; a paper handed in in time is entered after its end as well. */
export const roundTakesDrafts: ApplicationGuard = ({ round, receivedOn, today }) => {
  if (round.state === "open") return null;
  const wasInTime = round.state === "closed" && receivedOn < today;
  return wasInTime ? null : refusal("round_not_open");
};

export const notBarred: ApplicationGuard = ({ barredUntil }) =>
  barredUntil === null ? null : refusal("reapply_barred", { day: barredUntil });

export const noLongerTitle: ApplicationGuard = ({ titleValidTo }) =>
  titleValidTo === null ? null : refusal("title_still_valid", { day: titleValidTo });

export const mandateConfirmed: ApplicationGuard = ({ isMandateConfirmed }) =>
  isMandateConfirmed ? null : refusal("mandate_unconfirmed");

/** The month of a report is named by itself: it is what people most often get wrong. */
export const reportOfTheMonth: ApplicationGuard = ({ materials }) =>
  materials.some(({ reasons }) => reasons.includes("report_not_of_submission_month"))
    ? refusal("report_not_of_submission_month")
    : null;

export const materialsComplete: ApplicationGuard = ({ materials }) =>
  materials.length === 0 ? null : refusal("materials_incomplete", { materials: materials.map(({ name }) => name) });

export const acknowledged: ApplicationGuard = ({ isAcknowledged }) =>
  isAcknowledged ? null : refusal("findings_unacknowledged");

/** Once more in time: for a correction and for a new submission alike the day set with the return counts, not the round's. */
export const withinReturn: ApplicationGuard = ({ returned, receivedOn }) =>
  returned !== null && receivedOn > returned.until ? refusal("deadline_passed", { day: returned.until }) : null;

export const returnIsOver: ApplicationGuard = ({ returned, today }) =>
  returned !== null && today <= returned.until ? refusal("period_not_ended", { day: returned.until }) : null;

/** A draft is over with the window. A dossier that came on paper in time is still typed in after it, until the reviews begin. */
export const draftIsOver: ApplicationGuard = ({ round, receivedOn }) =>
  round.submissionDeadline !== null &&
  receivedOn <= round.submissionDeadline &&
  (round.state === "open" || round.state === "closed")
    ? refusal("period_not_ended", { day: round.submissionDeadline })
    : null;

/** What came back has a day of its own, and is handed in again by it. */
export const neverReturned: ApplicationGuard = ({ returned }) =>
  returned === null ? null : refusal("wrong_state", { state: "returned" });

/** At acceptance again: what counts is the day of receipt, not the day on which somebody looks. A return has its own last day. */
export const receivedInTime: ApplicationGuard = (context) =>
  context.returned === null ? beforeDeadline(context) : null;

/** What every handing in has to pass, the first and any later one. */
export const handingIn: readonly ApplicationGuard[] = [
  mandateConfirmed,
  notBarred,
  noLongerTitle,
  reportOfTheMonth,
  materialsComplete,
  acknowledged,
];
