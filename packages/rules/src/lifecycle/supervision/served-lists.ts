import { defineMachine } from "../machine.ts";

/** A list of which nothing is recorded is unknown; one that is kept may be changed at any time. */
export const servedListStates = ["kept"] as const;
export type ServedListState = (typeof servedListStates)[number];

/** The enterprises that an organization has served in a half (第十二条): kept once, read by its reports and its next application. */
export const servedListMachine = defineMachine<ServedListState, unknown>({
  resource: "served_lists",
  states: servedListStates,
  initial: "kept",
  transitions: [
    { act: "edit", from: null, to: "kept" },
    { act: "edit", from: ["kept"], to: "unchanged" },
  ],
});
