import { defineMachine, type Guard } from "./machine.ts";
import { refusal } from "./refusals.ts";

/** An organization is on record, or it is not; what happens to it is told by its names, mandates and titles. */
export const organizationStates = ["recorded"] as const;
export type OrganizationState = (typeof organizationStates)[number];

export interface OrganizationContext {
  /** Whether the city has recorded an exception for the organization in the round already. */
  readonly hasException: boolean;
}

const onlyOneException: Guard<OrganizationContext> = ({ hasException }) =>
  hasException ? refusal("exception_exists") : null;

/** A legal person comes on record by its code; its name and district change with a day and a source. */
export const organizationMachine = defineMachine<OrganizationState, OrganizationContext>({
  resource: "organizations",
  states: organizationStates,
  initial: "recorded",
  transitions: [
    { act: "create", from: null, to: "recorded" },
    { act: "record-change", from: ["recorded"], to: "unchanged" },
    { act: "allow-second-application", from: ["recorded"], to: "unchanged", guards: [onlyOneException] },
  ],
});
