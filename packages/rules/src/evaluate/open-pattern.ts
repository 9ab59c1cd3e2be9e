import { KNOWN } from "../facts/facts.ts";
import { isQuantity } from "../facts/kinds.ts";
import type { Scope } from "../operators/model.ts";
import type { Case } from "./case.ts";

/** Patterns count from here; below is none. */
export const NO_PATTERN = -1;

/** What some facts leave open, as one number: of each whether it is known, and of a choice which it is. */
export class OpenPattern {
  private readonly facts: Uint16Array;
  private readonly isFigure: Uint8Array;
  private readonly weight: Float64Array;
  private readonly isCountable: boolean;

  constructor(facts: Iterable<number>, { factKind }: Pick<Scope, "factKind">) {
    this.facts = Uint16Array.from(facts);
    this.isFigure = Uint8Array.from(this.facts, (fact) => Number(isQuantity(factKind(fact).kind)));
    let weight = 1;
    this.weight = Float64Array.from(this.facts, (fact) => {
      const { kind, values } = factKind(fact);
      const own = weight;
      weight *=
        states * (1 + (isQuantity(kind) ? 1 : kind === "set" ? 2 ** values.length : Math.max(2, values.length)));
      return own;
    });
    this.isCountable = Number.isSafeInteger(weight);
  }

  /** NO_PATTERN where one of them is known to lie in a span: how wide it is would matter too. */
  of({ state, low, high }: Case): number {
    const { facts, isFigure, weight } = this;
    if (!this.isCountable) return NO_PATTERN;
    let pattern = 0;
    for (let at = 0; at < facts.length; at++) {
      const fact = facts[at] as number;
      const value = low[fact] as number;
      const isExact = value === (high[fact] as number);
      if (!isExact && state[fact] === KNOWN) return NO_PATTERN;
      const digit = isExact ? (isFigure[at] === 1 ? 1 : value + 1) : 0;
      pattern += (digit * states + (state[fact] as number)) * (weight[at] as number);
    }
    return pattern;
  }
}

/** Absent, known, 不清楚. */
const states = 3;
