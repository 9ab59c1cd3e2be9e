import { defineMachine } from "./machine.ts";

/** Whether an expert of the pool may be drawn or chosen. */
export const expertStates = ["active", "retired"] as const;
export type ExpertState = (typeof expertStates)[number];

/** The pool of experts: fields, employer and account of each. Who has left it keeps the reviews that he has written. */
export const expertMachine = defineMachine<ExpertState, unknown>({
  resource: "experts",
  states: expertStates,
  initial: "active",
  transitions: [
    { act: "create", from: null, to: "active" },
    { act: "edit", from: ["active"], to: "unchanged" },
    { act: "retire", isAside: true, from: ["active"], to: "retired" },
    { act: "reinstate", isAside: true, from: ["retired"], to: "active" },
  ],
});
