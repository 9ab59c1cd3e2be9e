import { type InterpretationRow, lockInterpretation } from "@shifan/db";
import {
  type InterpretationContext,
  type InterpretationState,
  interpretationMachine,
  type Relation,
} from "@shifan/rules";
import { policyInForce } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Subject } from "../acts/subject.ts";

/** Who reaches an interpretation: what is no draft is public. */
export function relationOfInterpretation({ state }: Pick<InterpretationRow, "state">): Relation {
  const isPublished = state !== "draft";
  return { organization: null, district: null, account: null, isHandedIn: true, isPaper: false, isPublished };
}

/** Interpretations as records that live by their table. */
export function interpretationSubject(
  services: ProcedureServices,
): Subject<InterpretationRow, InterpretationState, InterpretationContext> {
  return {
    machine: interpretationMachine,
    lock: lockInterpretation,
    idOf: ({ id }) => id,
    stateOf: ({ state }) => state,
    relationOf: relationOfInterpretation,
    revisionOf: ({ revision }) => revision,
    policyOf: () => policyInForce(services),
    recordOf: (interpretation) => interpretation,
  };
}

/** What of a draft decides whether a person may issue it: another has written it, and nothing is missing. */
export function interpretationContext(
  { createdBy, question, answer, documentNumber }: InterpretationRow,
  userId: string | null,
): InterpretationContext {
  const isComplete = [question, answer, documentNumber].every((text) => text.trim() !== "");
  return { isSamePerson: createdBy === userId, isComplete };
}
