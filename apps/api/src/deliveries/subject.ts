import { type DeliveryFile, lockDeliveryFile, standingOf } from "@shifan/db";
import { type DeliveryState, deliveryMachine, type Relation } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches a delivery is said by its resource alone. */
export const relationOfDelivery: Relation = {
  organization: null,
  district: null,
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
};

/** Deliveries as records that live by their table. */
export function deliverySubject(services: ProcedureServices): Subject<DeliveryFile, DeliveryState, unknown> {
  return {
    machine: deliveryMachine,
    lock: lockDeliveryFile,
    idOf: ({ delivery }) => delivery.id,
    stateOf: standingOf,
    relationOf: () => relationOfDelivery,
    revisionOf: ({ delivery }) => delivery.revision,
    policyOf: () => policyInForce(services),
    // What it is about and for whom; what becomes of it is the provider's.
    recordOf: ({ delivery: { id, subject, resource, recordId, occasion, dueOn, recipientId, revision } }) => ({
      id,
      subject,
      resource,
      recordId,
      occasion,
      dueOn,
      recipientId,
      revision,
    }),
  };
}
