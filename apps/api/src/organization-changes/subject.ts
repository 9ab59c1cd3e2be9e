import {
  lockOrganizationChange,
  type OrganizationChangeFile,
  type OrganizationChangeRow,
  stateOfOrganizationChange,
} from "@shifan/db";
import {
  type OrganizationChangeContext,
  type OrganizationChangeState,
  organizationChangeMachine,
  type Relation,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

export function relationOfChange({
  organizationId,
  district,
}: Pick<OrganizationChangeRow, "organizationId" | "district">): Relation {
  return {
    organization: organizationId,
    district,
    account: null,
    isHandedIn: true,
    isPaper: false,
    isPublished: false,
  };
}

/** Reported changes as records that live by their table. */
export function organizationChangeSubject(
  services: ProcedureServices,
): Subject<OrganizationChangeFile, OrganizationChangeState, OrganizationChangeContext> {
  return {
    machine: organizationChangeMachine,
    lock: lockOrganizationChange,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfChange,
    revisionOf: ({ revision }) => revision,
    policyOf: () => policyInForce(services),
    recordOf: stateOfOrganizationChange,
  };
}
