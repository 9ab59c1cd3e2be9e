import type { Arithmetic } from "../operators/model.ts";

/** A quantity computed from two slots into a third. */
export interface Computation {
  readonly slot: number;
  readonly arithmetic: Arithmetic;
  readonly left: number;
  readonly right: number;
}

const SUM = 0;
const DIFFERENCE = 1;
const LATEST = 2;
const SMALLER = 3;
const BETWEEN = 4;
const codes: Record<Arithmetic, number> = {
  sum: SUM,
  difference: DIFFERENCE,
  latest: LATEST,
  smaller: SMALLER,
  between: BETWEEN,
};

/**
 * What tests compute from facts, worked out once for a case and kept in slots: in columns, since a call for each end of
 * each operand costs as much as ten sums. Each comes after those that it is computed from.
 */
export class Computations {
  private readonly code: Uint8Array;
  private readonly slot: Uint16Array;
  private readonly left: Uint16Array;
  private readonly right: Uint16Array;

  constructor(computations: readonly Computation[]) {
    this.code = Uint8Array.from(computations.map(({ arithmetic }) => codes[arithmetic]));
    this.slot = Uint16Array.from(computations.map(({ slot }) => slot));
    this.left = Uint16Array.from(computations.map(({ left }) => left));
    this.right = Uint16Array.from(computations.map(({ right }) => right));
  }

  run(lows: Float64Array, highs: Float64Array): void {
    const { code, slot, left, right } = this;
    for (let at = 0; at < code.length; at++) {
      const low = lows[left[at] as number] as number;
      const high = highs[left[at] as number] as number;
      const otherLow = lows[right[at] as number] as number;
      const otherHigh = highs[right[at] as number] as number;
      const to = slot[at] as number;
      switch (code[at]) {
        case SUM:
          lows[to] = low + otherLow;
          highs[to] = high + otherHigh;
          break;
        case DIFFERENCE:
          lows[to] = low - otherHigh;
          highs[to] = high - otherLow;
          break;
        case LATEST:
          lows[to] = Math.max(low, otherLow);
          highs[to] = Math.max(high, otherHigh);
          break;
        case SMALLER:
          lows[to] = Math.min(low, otherLow);
          highs[to] = Math.min(high, otherHigh);
          break;
        default:
          lows[to] = low;
          highs[to] = otherHigh;
      }
    }
  }
}
