import type { Case } from "../evaluate/case.ts";
import { MET, NOT_MET, reachOf, type Status, UNANSWERED, UNDETERMINED } from "../evaluate/status.ts";
import { KNOWN } from "../facts/facts.ts";
import { codeOf } from "./membership.ts";
import { defineTest, type Possession, type Scope, type Test } from "./model.ts";

/** Whether a paper is in hand: as the list says; without a list, if a fact is known that the paper alone shows. */
export function statusOfPossession({ list, bit, shownBy }: Possession, state: Uint8Array, low: Float64Array): Status {
  if (state[list] === KNOWN) return ((low[list] as number) & bit) === 0 ? NOT_MET : MET;
  // By position, which costs less than an iterator: this is asked of every paper of every applicant.
  for (let at = 0; at < shownBy.length; at++) if (state[shownBy[at] as number] === KNOWN) return MET;
  return UNDETERMINED;
}

/** Compiles whether a material is in hand. `listFact` is the set of the materials that are, `shownBy` what they show. */
export function compilePossession(material: string, listFact: string, shownBy: readonly string[], scope: Scope): Test {
  const list = scope.factIndex(listFact);
  const shown = shownBy.map((fact) => scope.factIndex(fact));
  const possession: Possession = { list, bit: 1 << codeOf(list, material, scope), shownBy: shown };
  const status = ({ state, low }: Case): Status => statusOfPossession(possession, state, low);
  return defineTest({
    uses: new Set([list, ...shown]),
    form: { kind: "possession", ...possession },
    opensByWay: true,
    status,
    reach: (facts) => {
      const present = status(facts);
      return present === UNDETERMINED ? UNANSWERED : reachOf(present);
    },
    collect: (facts, into) => {
      if (status(facts) !== UNDETERMINED) return;
      for (const fact of [list, ...shown]) into.add(fact);
    },
  });
}
