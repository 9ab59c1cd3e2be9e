import type { Arithmetic } from "../operators/model.ts";

/** A quantity computed into a slot of its own: from two others, or by a function that rises from one. */
export type Computation = { readonly slot: number } & (
  | { readonly arithmetic: Arithmetic; readonly left: number; readonly right: number }
  | { readonly of: (value: number) => number; readonly operand: number }
);

const SUM = 0;
const DIFFERENCE = 1;
const LATEST = 2;
const SMALLER = 3;
const BETWEEN = 4;
const CONVERSION = 5;
const codes: Record<Arithmetic, number> = {
  sum: SUM,
  difference: DIFFERENCE,
  latest: LATEST,
  smaller: SMALLER,
  between: BETWEEN,
};

const asItIs = (value: number): number => value;

/**
 * What tests compute from facts, worked out once for a case and kept in slots: in columns, since a call for each end of
 * each operand costs as much as ten sums. Each comes after those that it is computed from.
 */
export class Computations {
  private readonly code: Uint8Array;
  private readonly slot: Uint16Array;
  private readonly left: Uint16Array;
  private readonly right: Uint16Array;
  private readonly conversions: readonly ((value: number) => number)[];

  constructor(computations: readonly Computation[]) {
    this.code = Uint8Array.from(computations, (each) => ("of" in each ? CONVERSION : codes[each.arithmetic]));
    this.slot = Uint16Array.from(computations, ({ slot }) => slot);
    this.left = Uint16Array.from(computations, (each) => ("of" in each ? each.operand : each.left));
    this.right = Uint16Array.from(computations, (each) => ("of" in each ? each.operand : each.right));
    this.conversions = computations.map((each) => ("of" in each ? each.of : asItIs));
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
        case BETWEEN:
          lows[to] = low;
          highs[to] = otherHigh;
          break;
        default: {
          const of = this.conversions[at] as (value: number) => number;
          lows[to] = Number.isNaN(low) ? low : of(low);
          highs[to] = high === low ? (lows[to] as number) : Number.isNaN(high) ? high : of(high);
        }
      }
    }
  }
}
