import { defineMachine } from "./machine.ts";
import { refusal } from "./refusals.ts";

/**
 * The states of a person's mandate to act for an organization. A first claim opens drafting at once; one beside another's is contested and
 * opens nothing until the district has decided.
 */
export const mandateStates = ["claimed", "contested", "confirmed", "refused", "ended"] as const;
export type MandateState = (typeof mandateStates)[number];

export interface MandateContext {
  /** Whether another person's mandate for the organization stands. */
  readonly isTaken: boolean;
  /** Whether licence and letter of authority are on file. */
  readonly hasPapers: boolean;
}

const freeOfOthers = ({ isTaken }: MandateContext) => (isTaken ? refusal("mandate_taken") : null);
const withPapers = ({ hasPapers }: MandateContext) => (hasPapers ? null : refusal("materials_incomplete"));

/** One person acts for an organization at a time; a change ends the former's access at once. */
export const mandateMachine = defineMachine<MandateState, MandateContext>({
  resource: "organizations",
  states: mandateStates,
  initial: "claimed",
  transitions: [
    { act: "claim", from: null, to: "claimed", causes: [freeOfOthers] },
    { act: "contest-mandate", from: null, to: "contested" },
    { act: "attach-papers", from: ["claimed", "contested"], to: "unchanged" },
    { act: "confirm-mandate", from: ["claimed"], to: "confirmed", causes: [freeOfOthers], guards: [withPapers] },
    { act: "transfer-mandate", from: ["contested"], to: "confirmed", guards: [withPapers] },
    { act: "refuse-mandate", from: ["claimed", "contested"], to: "refused" },
    { act: "end-mandate", isAside: true, from: ["claimed", "contested", "confirmed"], to: "ended" },
  ],
});
