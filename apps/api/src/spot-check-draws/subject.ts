import { lockSpotCheckDraw, type SpotCheckDrawRow } from "@shifan/db";
import { type Relation, type SpotCheckDrawContext, type SpotCheckDrawState, spotCheckDrawMachine } from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches a draw is said by its resource alone. */
export const relationOfDraw: Relation = {
  organization: null,
  district: null,
  account: null,
  isHandedIn: true,
  isPaper: false,
  isPublished: false,
};

/** Draws of spot checks as records that live by their table. */
export function spotCheckDrawSubject(
  services: ProcedureServices,
): Subject<SpotCheckDrawRow, SpotCheckDrawState, SpotCheckDrawContext> {
  return {
    machine: spotCheckDrawMachine,
    lock: lockSpotCheckDraw,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: () => relationOfDraw,
    revisionOf: ({ revision }) => revision,
    policyOf: () => policyInForce(services),
    recordOf: (draw) => draw,
  };
}
