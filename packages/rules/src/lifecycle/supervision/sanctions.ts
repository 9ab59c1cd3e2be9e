import { defineMachine } from "../machine.ts";
import { refusal } from "../refusals.ts";
import { bySecondPerson } from "../second-person.ts";

/** 取消 (第十三条) carries no ban; 撤销 (第十四条) bars a new application for years. The two are never mixed up. */
export const sanctionKinds = ["cancellation", "revocation"] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

/** What a sanction rests on: the three grounds of 第十三条 for a cancellation, the one of 第十四条 for a revocation. */
export const sanctionGrounds = {
  cancellation: ["absent_without_reason", "falsified_appraisal", "consecutive_failures"],
  revocation: ["unlawful_conduct"],
} as const satisfies Record<SanctionKind, readonly string[]>;
export const allSanctionGrounds = Object.values(sanctionGrounds).flat();
export type SanctionGround = (typeof allSanctionGrounds)[number];

export const sanctionStates = [
  "proposed",
  "dropped",
  "notified",
  "heard",
  "decided",
  "effective",
  "served",
  "published",
  "reinstatement_decided",
  "reinstated",
] as const;
export type SanctionState = (typeof sanctionStates)[number];

/** How a decision is served, with a receipt (送达). A message in a chat is a notice and no service. */
export const serviceMethods = ["direct", "left", "post", "entrusted", "announcement"] as const;
export type ServiceMethod = (typeof serviceMethods)[number];

/** The act that follows for the title when a sanction takes effect. */
export const actsOnTitle = { cancellation: "cancel", revocation: "revoke" } as const satisfies Record<
  SanctionKind,
  string
>;

/** While one of these, the title has ended by the sanction. */
export const sanctionStatesInEffect = [
  "effective",
  "served",
  "published",
  "reinstatement_decided",
] as const satisfies readonly SanctionState[];

/** How a sanction stands for its unit: what no second officer has confirmed is not decided yet, nor withdrawn. */
export function sanctionStateForUnit({
  state,
  isServed,
  isPublished,
}: {
  readonly state: SanctionState;
  readonly isServed: boolean;
  readonly isPublished: boolean;
}): SanctionState {
  if (state === "decided") return "heard";
  if (state !== "reinstatement_decided") return state;
  return isPublished ? "published" : isServed ? "served" : "effective";
}

export interface SanctionContext {
  readonly today: string;
  readonly kind: SanctionKind;
  readonly hasReasons: boolean;
  /** Whether another sanction of the title is under way or in effect. */
  readonly hasOther: boolean;
  /** How the title stands today. */
  readonly titleStanding: "valid" | "expired" | "cancelled" | "revoked" | "not_yet_valid";
  /** Whether the ground is on record: a heard absence, a falsification found, failures that follow each other, a finding of its own. */
  readonly hasGround: boolean;
  /** Whether the ground holds by one reading alone, and no interpretation (第十七条) is on record. */
  readonly needsInterpretation: boolean;
  /** The last day on which the platform may state its case; whether it has. */
  readonly statementUntil: string | null;
  readonly hasStatement: boolean;
  /** Whether the one who confirms is the one who decided. */
  readonly isSamePerson: boolean;
  readonly isServed: boolean;
}

const reasoned = ({ hasReasons }: SanctionContext) => (hasReasons ? null : refusal("reasons_required"));
/** Nothing is left to end once a title is over; what follows then is open (第十七条). */
const titleStands = ({ titleStanding }: SanctionContext) =>
  titleStanding === "valid" ? null : refusal("title_not_valid", { standing: titleStanding });
const onlyOne = ({ hasOther }: SanctionContext) => (hasOther ? refusal("sanction_exists") : null);
const grounded = ({ hasGround }: SanctionContext) => (hasGround ? null : refusal("ground_missing"));
const interpreted = ({ needsInterpretation }: SanctionContext) =>
  needsInterpretation ? refusal("interpretation_required") : null;
const platformHadItsTime = ({ statementUntil, hasStatement, today }: SanctionContext) =>
  !hasStatement && statementUntil !== null && today <= statementUntil
    ? refusal("period_not_ended", { day: statementUntil })
    : null;
const servedFirst = ({ isServed }: SanctionContext) => (isServed ? null : refusal("decision_not_served"));
const servedOnce = ({ isServed }: SanctionContext) => (isServed ? refusal("wrong_state", { state: "served" }) : null);

/**
 * From the proposal to publication. It takes effect when a second officer confirms; a wrong one is withdrawn by a decision of its own, confirmed
 * the same way, and never deleted.
 */
export const sanctionMachine = defineMachine<SanctionState, SanctionContext>({
  resource: "sanctions",
  states: sanctionStates,
  initial: "proposed",
  transitions: [
    { act: "propose", from: null, to: "proposed", causes: [titleStands], guards: [onlyOne, grounded, reasoned] },
    {
      act: "drop",
      isAside: true,
      from: ["proposed", "notified", "heard", "decided"],
      to: "dropped",
      guards: [reasoned],
    },
    // Whoever finds a withdrawal wrong need not confirm it: the decision stays in effect, and what was served stays served.
    { act: "drop", isAside: true, from: ["reinstatement_decided"], to: "effective", guards: [reasoned] },
    { act: "notify", from: ["proposed"], to: "notified", guards: [titleStands] },
    // The platform's own words, in time or later, as long as nothing is decided.
    { act: "state-case", from: ["notified"], to: "unchanged" },
    { act: "hear", from: ["notified"], to: "heard", guards: [reasoned, platformHadItsTime] },
    {
      act: "decide",
      from: ["heard"],
      to: "decided",
      causes: [titleStands],
      guards: [reasoned, interpreted, grounded],
    },
    // The day of the confirmation is that of the decision: what it rests on must hold on it.
    {
      act: "confirm",
      from: ["decided"],
      to: "effective",
      causes: [titleStands],
      guards: [bySecondPerson, interpreted, grounded],
    },
    { act: "confirm", from: ["reinstatement_decided"], to: "reinstated", guards: [bySecondPerson] },
    { act: "serve", from: ["effective"], to: "served", guards: [servedOnce] },
    // The unit is served before the public is told.
    { act: "publish", from: ["effective", "served"], to: "published", guards: [servedFirst] },
    // The unit's own words stand beside the decision, in time or later; it knows nothing of a withdrawal that nobody has confirmed.
    { act: "answer", from: ["effective", "served", "published", "reinstatement_decided"], to: "unchanged" },
    {
      act: "reinstate",
      isAside: true,
      from: ["effective", "served", "published"],
      to: "reinstatement_decided",
      guards: [reasoned],
    },
  ],
});
