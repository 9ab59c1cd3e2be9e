import type { Case } from "../evaluate/case.ts";
import { MET, NOT_MET, reachOf, type Status, UNANSWERED, UNDETERMINED } from "../evaluate/status.ts";
import { defineTest, type Scope, type Test } from "./model.ts";

/** Whether a fact has been given at all. For rules that hold "while nothing is known of it". */
export function compileGiven(fact: string, scope: Scope): Test {
  const index = scope.factIndex(fact);
  const status = (facts: Case): Status => (facts.isKnown(index) ? MET : NOT_MET);
  return defineTest({
    uses: new Set([index]),
    form: { kind: "given", fact: index },
    view: { count: 2, of: (facts) => Number(facts.isKnown(index)) },
    status,
    reach: (facts) => (facts.isKnown(index) ? reachOf(MET) : UNANSWERED),
    collect: (facts, into) => {
      if (!facts.isKnown(index)) into.add(index);
    },
  });
}

/**
 * Whether the event that a date fact records has happened. Leaving the date out says "no such event" only once one of the
 * facts that the policy names for this has been given (naming none: at once); 不清楚 never says it.
 */
export function compileHappened(fact: string, scope: Scope): Test {
  const index = scope.factIndex(fact);
  const ifGiven = scope.absentIfGiven(index);
  const never = scope.neverIf(index);
  const status = (facts: Case): Status => {
    if (facts.isKnown(index)) return MET;
    if (never && facts.isKnown(never.fact) && facts.low[never.fact] === never.code) return NOT_MET;
    if (!ifGiven || !facts.isAbsent(index)) return UNDETERMINED;
    return ifGiven.length === 0 || ifGiven.some((other) => facts.isKnown(other)) ? NOT_MET : UNDETERMINED;
  };
  return defineTest({
    uses: new Set(never ? [index, never.fact] : [index]),
    status,
    reach: (facts) => {
      const present = status(facts);
      return present === UNDETERMINED ? UNANSWERED : reachOf(present);
    },
    collect: (facts, into) => {
      if (status(facts) !== UNDETERMINED) return;
      into.add(index);
      if (never && !facts.isKnown(never.fact)) into.add(never.fact);
    },
    part: index,
  });
}
