import { defineMachine } from "../machine.ts";
import { refusal } from "../refusals.ts";
import { bySecondPerson } from "../second-person.ts";

/** What may change of a unit while its title runs. */
export const organizationChangeKinds = [
  "name",
  "address",
  "legal_representative",
  "merger",
  "moved_away",
  "other",
] as const;
export type OrganizationChangeKind = (typeof organizationChangeKinds)[number];

export const organizationChangeStates = ["reported", "accepted", "refused"] as const;
export type OrganizationChangeState = (typeof organizationChangeStates)[number];

export interface OrganizationChangeContext {
  readonly hasReasons: boolean;
  /** Whether the one who decides is the one who reported it. */
  readonly isSamePerson: boolean;
}

const reasoned = ({ hasReasons }: OrganizationChangeContext) => (hasReasons ? null : refusal("reasons_required"));

/** A change is reported with its papers, reviewed by somebody else, and changes no title by itself. */
export const organizationChangeMachine = defineMachine<OrganizationChangeState, OrganizationChangeContext>({
  resource: "organization_changes",
  states: organizationChangeStates,
  initial: "reported",
  transitions: [
    { act: "report", from: null, to: "reported" },
    { act: "accept", from: ["reported"], to: "accepted", guards: [bySecondPerson] },
    { act: "refuse", from: ["reported"], to: "refused", guards: [reasoned] },
  ],
});
