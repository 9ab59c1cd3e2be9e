import { lockObligation, type ObligationRow } from "@shifan/db";
import {
  isLateAfterLastDay,
  type ObligationContext,
  type ObligationState,
  obligationMachine,
  type Relation,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** What obligations are handled with. */
export type ObligationServices = Pick<ProcedureServices, "database" | "catalog" | "clock" | "defaultPolicy">;

/** Who reaches an obligation: the platform that it is about, the district, the city. */
export function relationOfObligation({
  organizationId,
  district,
}: Pick<ObligationRow, "organizationId" | "district">): Relation {
  return { organization: organizationId, district, account: null, isHandedIn: true, isPaper: true, isPublished: false };
}

/** Obligations as records that live by their table. */
export function obligationSubject(
  services: ObligationServices,
): Subject<ObligationRow, ObligationState, ObligationContext> {
  return {
    machine: obligationMachine,
    lock: lockObligation,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfObligation,
    revisionOf: ({ revision }) => revision,
    policyOf: () => policyInForce(services),
    recordOf: (row) => row,
  };
}

/**
 * What the table of obligations asks of one. What follows from other acts asks neither for reasons nor for the holder, nor whether an appraisal is
 * recorded.
 */
export function contextOfObligation(
  row: ObligationRow,
  asked: { today: string; isHolder?: boolean; hasReasons?: boolean; isUnrecorded?: boolean },
): ObligationContext {
  const { dueOn, doneOn } = row;
  const { today, isHolder = false, hasReasons = false, isUnrecorded = false } = asked;
  return { today, dueOn, doneOn, mayBeLate: isLateAfterLastDay({ ...row, isUnrecorded }), isHolder, hasReasons };
}
