import { defineMachine } from "./machine.ts";

/** Of an office without a record nothing is told to any group. */
export const officeGroupStates = ["connected", "disconnected"] as const;
export type OfficeGroupState = (typeof officeGroupStates)[number];

/** The group of colleagues in which an office is reminded: its robot is entered, exchanged for another, or taken away. */
export const officeGroupMachine = defineMachine<OfficeGroupState, unknown>({
  resource: "office_groups",
  states: officeGroupStates,
  initial: "connected",
  transitions: [
    { act: "connect", from: null, to: "connected" },
    { act: "connect", from: ["connected", "disconnected"], to: "connected" },
    { act: "disconnect", isAside: true, from: ["connected"], to: "disconnected" },
  ],
});
