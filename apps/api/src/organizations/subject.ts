import {
  lockOrganization,
  type MandateRow,
  type OrganizationFile,
  type OrganizationRow,
  readOrganizationFile,
  stateOfOrganization,
} from "@shifan/db";
import {
  type Machine,
  type MandateContext,
  type MandateState,
  mandateMachine,
  type OrganizationContext,
  type OrganizationState,
  organizationMachine,
  type Relation,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** The same, with the mandate that an act is about. */
export type MandateFile = OrganizationFile & { readonly mandate: MandateRow };

export function relationOfOrganization(
  { id, district }: Pick<OrganizationRow, "id" | "district">,
  account: string | null = null,
): Relation {
  return { organization: id, district, account, isHandedIn: true, isPaper: false, isPublished: false };
}

/** What organizations and mandates have in common as records. */
function common<State extends string, Context>(services: ProcedureServices, machine: Machine<State, Context>) {
  return {
    machine,
    idOf: ({ organization }: OrganizationFile) => organization.id,
    revisionOf: ({ organization }: OrganizationFile) => organization.revision,
    policyOf: () => policyInForce(services),
    recordOf: (file: OrganizationFile) => stateOfOrganization(file),
  };
}

/** Organizations as records that live by their table. */
export function organizationSubject(
  services: ProcedureServices,
): Subject<OrganizationFile, OrganizationState, OrganizationContext> {
  return {
    ...common(services, organizationMachine),
    lock: async (transaction, id) => {
      const organization = await lockOrganization(transaction, id);
      return organization && readOrganizationFile(transaction, organization);
    },
    stateOf: () => "recorded",
    relationOf: ({ organization }) => relationOfOrganization(organization),
  };
}

/** One mandate of an organization; it is locked with its organization. */
export function mandateSubject(
  services: ProcedureServices,
  mandateId: string,
): Subject<MandateFile, MandateState, MandateContext> {
  return {
    ...common(services, mandateMachine),
    lock: async (transaction, id) => {
      const organization = await lockOrganization(transaction, id);
      if (organization === null) return null;
      const file = await readOrganizationFile(transaction, organization);
      const mandate = file.mandates.find((each) => each.id === mandateId);
      return mandate === undefined ? null : { ...file, mandate };
    },
    stateOf: ({ mandate }) => mandate.state,
    relationOf: ({ organization, mandate }) => relationOfOrganization(organization, mandate.userId),
  };
}

/** For acts that bring no exception. */
export const noException: OrganizationContext = { hasException: false };

export function mandateContext({ mandates, mandate }: MandateFile): MandateContext {
  return {
    isTaken: mandates.some(({ id, state }) => id !== mandate.id && (state === "claimed" || state === "confirmed")),
    hasPapers: mandate.licenceFileId !== null && mandate.authorizationFileId !== null,
  };
}
