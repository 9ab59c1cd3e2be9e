import { defineMachine } from "../machine.ts";
import { refusal } from "../refusals.ts";
import { bySecondPerson } from "../second-person.ts";

/** The states of the city's answer to an unclear passage (第十七条). */
export const interpretationStates = ["draft", "issued", "superseded"] as const;
export type InterpretationState = (typeof interpretationStates)[number];

export interface InterpretationContext {
  /** Whether the one who issues it is the one who drafted it. */
  readonly isSamePerson: boolean;
  readonly isComplete: boolean;
}

const complete = ({ isComplete }: InterpretationContext) => (isComplete ? null : refusal("interpretation_incomplete"));

/** It never reaches back: a verdict stays as it was stored, with the policy version by which it was reached. */
export const interpretationMachine = defineMachine<InterpretationState, InterpretationContext>({
  resource: "interpretations",
  states: interpretationStates,
  initial: "draft",
  transitions: [
    { act: "create", from: null, to: "draft" },
    { act: "edit", from: ["draft"], to: "unchanged" },
    { act: "issue", from: ["draft"], to: "issued", guards: [complete, bySecondPerson] },
    // By the draft of another, which is issued with it: asked are that one's words, and who issues it.
    { act: "supersede", isAside: true, from: ["issued"], to: "superseded", guards: [complete, bySecondPerson] },
  ],
});
