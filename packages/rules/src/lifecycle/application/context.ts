import type { Guard } from "../machine.ts";
import type { RoundState } from "../rounds.ts";
import type { ReturnKind } from "./states.ts";

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
  /** Names of the papers that no officer has found in order; asked when the city receives the case. */
  readonly uncheckedMaterials: readonly string[];
  /** The panel of experts as it stands, or as an act would leave it; null for an act that does not ask. */
  readonly panel: ExpertPanel | null;
  /** The publicity in which the case stands; null where it is in none. */
  readonly publicity: CasePublicity | null;
}

/** The experts of a case. Those who have recused themselves do not count. */
export interface ExpertPanel {
  readonly assigned: number;
  /** How many have locked their scores. */
  readonly submitted: number;
  readonly minimum: number;
  /** Names of experts who have an interest in the case. */
  readonly conflicted: readonly string[];
  /** By how much the highest total lies above the lowest, in points, and from where on it has to be discussed. */
  readonly spread: number;
  readonly spreadToDiscuss: number;
  readonly isDiscussed: boolean;
}

export interface CasePublicity {
  /** Its last day, over at that day's 24:00. */
  readonly endsOn: string;
  /** Objections that are filed, admitted or under inquiry. */
  readonly openObjections: number;
  readonly upheldObjections: number;
}

export type ApplicationGuard = Guard<ApplicationContext>;
