import { defineMachine } from "./machine.ts";

/** An organization is on record, or it is not; what happens to it is told by its names, mandates and titles. */
export const organizationStates = ["recorded"] as const;
export type OrganizationState = (typeof organizationStates)[number];

/** A legal person comes on record by its code; its name and district change with a day and a source. */
export const organizationMachine = defineMachine<OrganizationState, unknown>({
  resource: "organizations",
  states: organizationStates,
  initial: "recorded",
  transitions: [
    { act: "create", from: null, to: "recorded" },
    { act: "record-change", from: ["recorded"], to: "unchanged" },
  ],
});
