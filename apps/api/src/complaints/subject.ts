import { type ComplaintRow, lockComplaint } from "@shifan/db";
import {
  type ComplaintContext,
  type ComplaintState,
  type ComplaintSubject,
  complaintMachine,
  type Relation,
  staffComplaintMachine,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Complaints about staff lie with other people than all others: they are a resource of their own. */
export function complaintResource(subject: ComplaintSubject): "complaints" | "staff_complaints" {
  return subject === "staff" ? "staff_complaints" : "complaints";
}

/** Who reaches a complaint is said by its resource alone. */
export const relationOfComplaint: Relation = {
  organization: null,
  district: null,
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
};

/** Complaints about one kind of subject as records that live by their table. */
export function complaintSubjectOf(
  services: ProcedureServices,
  about: ComplaintSubject,
): Subject<ComplaintRow, ComplaintState, ComplaintContext> {
  return {
    machine: about === "staff" ? staffComplaintMachine : complaintMachine,
    lock: lockComplaint,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: () => relationOfComplaint,
    revisionOf: ({ revision }) => revision,
    policyOf: () => policyInForce(services),
    recordOf: (complaint) => complaint,
  };
}
