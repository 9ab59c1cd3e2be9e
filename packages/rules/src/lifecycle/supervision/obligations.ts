import { defineMachine } from "../machine.ts";
import { refusal } from "../refusals.ts";

/** What the law asks for again and again after a title is given, and of the city each year (第十二条至第十四条). */
export const obligationKinds = [
  "periodic_inspection",
  "half_year_report",
  "annual_report",
  "half_year_package",
  "annual_package",
  "appraisal",
  "renewal",
  "yearly_round",
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

/** Who owes it: the platform, the recommending department in whose jurisdiction it lies, or the city. */
export const obligationHolders = ["platform", "district", "city"] as const;
export type ObligationHolder = (typeof obligationHolders)[number];

/** An obligation is never waived: it is done, late, or not applicable where the policy says so. Whether it is late is computed from its day. */
export const obligationStates = ["due", "done", "not_applicable"] as const;
export type ObligationState = (typeof obligationStates)[number];

/**
 * Why an obligation does not apply: the title covers no full period, or has ended, or nobody owes anything in the period, or whoever asked for it
 * has called it off, or has accepted why the unit did not attend (the law asks only about 无故不参加), or the title from papers has other days
 * than it was entered with.
 */
export const exemptions = [
  "partial_period",
  "title_ended",
  "nothing_to_report",
  "called_off",
  "absence_accepted",
  "title_corrected",
] as const;
export type Exemption = (typeof exemptions)[number];

export interface ObligationContext {
  readonly today: string;
  readonly dueOn: string;
  /** The day on which it was done; null while it is not. */
  readonly doneOn: string | null;
  /** Whether it is late once its last day has passed, see {@link isLateAfterLastDay}. */
  readonly mayBeLate: boolean;
  /** Whether whoever acts is the one who owes it, or acts for them. */
  readonly isHolder: boolean;
  readonly hasReasons: boolean;
}

/**
 * Whether an obligation is late once its last day has passed. A right has a last day, and is never late. An appraisal is attended on the day on which
 * the city holds it, which the unit has no say in: it is late only where the record says that the unit stayed away.
 *
 * @param obligation.isUnrecorded whether it is for an appraisal of which nobody has recorded yet how it went
 */
export function isLateAfterLastDay({
  kind,
  state,
  isBinding,
  isUnrecorded,
}: {
  readonly kind: ObligationKind;
  readonly state: ObligationState;
  readonly isBinding: boolean;
  readonly isUnrecorded: boolean;
}): boolean {
  return isBinding && !(kind === "appraisal" && (isUnrecorded || state === "done"));
}

const byItsHolder = ({ isHolder }: ObligationContext) => (isHolder ? null : refusal("not_permitted"));
const isLate = ({ today, dueOn, doneOn, mayBeLate }: ObligationContext) =>
  mayBeLate && (doneOn ?? today) > dueOn ? null : refusal("period_not_ended", { day: dueOn });
const reasoned = ({ hasReasons }: ObligationContext) => (hasReasons ? null : refusal("reasons_required"));

/** Obligations are planned by the clock, done by the act that they ask for, and closed by nothing else. */
export const obligationMachine = defineMachine<ObligationState, ObligationContext>({
  resource: "obligations",
  states: obligationStates,
  initial: "due",
  transitions: [
    { act: "plan", isConsequence: true, from: null, to: "due" },
    // With another last day or in another district, once that of its title from papers was corrected.
    { act: "plan", isConsequence: true, from: ["due", "not_applicable"], to: "unchanged" },
    // Planned as not applicable at once, or once the title has ended.
    { act: "exempt", isConsequence: true, from: null, to: "not_applicable" },
    { act: "exempt", isConsequence: true, from: ["due"], to: "not_applicable" },
    // The consequence of the act that it asks for, decided there.
    { act: "fulfil", isConsequence: true, from: ["due"], to: "done" },
    // What was done is sent back, or a sanction is withdrawn: it is owed again.
    { act: "revive", isConsequence: true, from: ["done", "not_applicable"], to: "due" },
    { act: "mark-late-reason", from: ["due", "done"], to: "unchanged", guards: [byItsHolder, isLate, reasoned] },
  ],
});
