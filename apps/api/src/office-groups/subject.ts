import { lockOfficeGroup, type OfficeGroupRow } from "@shifan/db";
import { type OfficeGroupState, officeGroupMachine, type Relation } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";
import { cityOffice } from "../reminders/office.ts";

/** Whose group it is: a district's lies in it, the city's in none. */
export const relationOfOffice = (office: string): Relation => ({
  organization: null,
  district: office === cityOffice ? null : office,
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
});

/** Groups as records that live by their table; a group is known by its office. */
export function officeGroupSubject(services: ProcedureServices): Subject<OfficeGroupRow, OfficeGroupState, unknown> {
  return {
    machine: officeGroupMachine,
    lock: lockOfficeGroup,
    idOf: ({ office }) => office,
    stateOf: ({ state }) => state,
    relationOf: ({ office }) => relationOfOffice(office),
    revisionOf: ({ revision }) => revision,
    policyOf: () => policyInForce(services),
    recordOf: (group) => group,
  };
}
