import { type ExpertRow, lockExpert } from "@shifan/db";
import { type ExpertState, expertMachine, type Relation } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches an entry of the pool: beside the city and the auditor, whoever it is about. */
export function relationOfExpert({ userId }: Pick<ExpertRow, "userId">): Relation {
  return { organization: null, district: null, account: userId, isHandedIn: true, isPaper: false, isPublished: false };
}

/** Experts of the pool as records that live by their table. */
export function expertSubject(services: ProcedureServices): Subject<ExpertRow, ExpertState, null> {
  return {
    machine: expertMachine,
    lock: lockExpert,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfExpert,
    revisionOf: ({ revision }) => revision,
    policyOf: () => policyInForce(services),
    recordOf: (expert) => expert,
  };
}
