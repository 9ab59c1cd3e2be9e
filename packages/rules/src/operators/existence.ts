import type { Case } from "../evaluate/case.ts";
import { MET, NOT_MET, reachOf, type Status, UNANSWERED, UNDETERMINED } from "../evaluate/status.ts";
import { ABSENT, KNOWN } from "../facts/facts.ts";
import { defineTest, type Happening, type Scope, type Test } from "./model.ts";

/** Whether a fact has been given at all. For rules that hold "while nothing is known of it". */
export function compileGiven(fact: string, scope: Scope): Test {
  const index = scope.factIndex(fact);
  const status = (facts: Case): Status => (facts.isKnown(index) ? MET : NOT_MET);
  return defineTest({
    uses: new Set([index]),
    form: { kind: "given", fact: index },
    opensByWay: true,
    status,
    reach: (facts) => (facts.isKnown(index) ? reachOf(MET) : UNANSWERED),
    collect: (facts, into) => {
      if (!facts.isKnown(index)) into.add(index);
    },
  });
}

/** Whether it has happened, by the states of the facts and the codes of choices. */
export function statusOfHappening(happening: Happening, state: Uint8Array, low: Float64Array): Status {
  const { fact, never, ifGiven } = happening;
  if (state[fact] === KNOWN) return MET;
  if (never >= 0 && state[never] === KNOWN && low[never] === happening.neverCode) return NOT_MET;
  if (ifGiven === null || state[fact] !== ABSENT) return UNDETERMINED;
  for (let at = 0; at < ifGiven.length; at++) if (state[ifGiven[at] as number] === KNOWN) return NOT_MET;
  return ifGiven.length === 0 ? NOT_MET : UNDETERMINED;
}

/**
 * Whether the event that a date fact records has happened. Leaving the date out says "no such event" only once one of the
 * facts that the policy names for this has been given (naming none: at once); 不清楚 never says it.
 */
export function compileHappened(fact: string, scope: Scope): Test {
  const index = scope.factIndex(fact);
  const ifGiven = scope.absentIfGiven(index);
  const never = scope.neverIf(index);
  const happening: Happening = {
    fact: index,
    never: never?.fact ?? -1,
    neverCode: never?.code ?? 0,
    ifGiven: ifGiven ?? null,
  };
  const status = ({ state, low }: Case): Status => statusOfHappening(happening, state, low);
  return defineTest({
    uses: new Set(never ? [index, never.fact] : [index]),
    form: { kind: "happened", ...happening },
    opensByWay: !never,
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
