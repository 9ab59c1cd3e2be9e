import type { Database } from "@shifan/db";
import { countRoundCases, hasOtherRound, lockRound, type RoundRow } from "@shifan/db";
import { type Relation, type RoundContext, type RoundState, roundMachine } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches a round: what is no draft is public. */
export function relationOfRound({ state }: Pick<RoundRow, "state">): Relation {
  return {
    organization: null,
    district: null,
    account: null,
    isHandedIn: true,
    isPaper: false,
    isPublished: state !== "draft",
  };
}

/** Rounds as records that live by their table. */
export function roundSubject({ catalog, clock }: ProcedureServices): Subject<RoundRow, RoundState, RoundContext> {
  return {
    machine: roundMachine,
    lock: lockRound,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfRound,
    revisionOf: ({ revision }) => revision,
    policyOf: (_, round) => policyOfRound(catalog, round, clock.today()),
    recordOf: (round) => round,
  };
}

/** In which states of a round it matters how its cases stand. */
const statesOfSelection: ReadonlySet<RoundState> = new Set(["in_review", "list_proposed", "in_publicity"]);

/** What is on record around a round. */
export async function roundContext(
  transaction: Database,
  round: RoundRow,
  today: string,
  extendedTo: RoundContext["extendedTo"] = null,
): Promise<RoundContext> {
  const { policyId, year, id, submissionDeadline, recommendationDeadline } = round;
  return {
    today,
    hasOtherRound: await hasOtherRound(transaction, { policyId, year, except: id }),
    submissionDeadline,
    recommendationDeadline,
    extendedTo,
    cases: statesOfSelection.has(round.state) ? await countRoundCases(transaction, round) : null,
  };
}
