import type { Arithmetic } from "../operators/model.ts";

/** Two quantities computed into the slot of a third. */
interface Combination {
  readonly slot: number;
  readonly arithmetic: Arithmetic;
  readonly left: number;
  readonly right: number;
}

/** What a function that rises makes of one quantity. */
interface Conversion {
  readonly slot: number;
  readonly of: (value: number) => number;
  readonly operand: number;
}

/** A quantity computed into a slot of its own. */
export type Computation = Combination | Conversion;

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

/** In one list and without a call: each end of each operand called for would cost as much as ten sums. */
class Combinations {
  private readonly list: Int32Array;

  constructor(combinations: readonly Combination[]) {
    this.list = Int32Array.from(
      combinations.flatMap(({ arithmetic, slot, left, right }) => [codes[arithmetic], slot, left, right]),
    );
  }

  run(lows: Float64Array, highs: Float64Array): void {
    const { list } = this;
    for (let at = 0; at < list.length; at += 4) {
      const to = list[at + 1] as number;
      const left = list[at + 2] as number;
      const right = list[at + 3] as number;
      const low = lows[left] as number;
      const high = highs[left] as number;
      const otherLow = lows[right] as number;
      const otherHigh = highs[right] as number;
      switch (list[at]) {
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

class Conversions {
  private readonly conversions: readonly Conversion[];

  constructor(conversions: readonly Conversion[]) {
    this.conversions = conversions;
  }

  run(lows: Float64Array, highs: Float64Array): void {
    for (let at = 0; at < this.conversions.length; at++) {
      const { slot, operand, of } = this.conversions[at] as Conversion;
      const low = lows[operand] as number;
      const high = highs[operand] as number;
      lows[slot] = Number.isNaN(low) ? low : of(low);
      highs[slot] = high === low ? (lows[slot] as number) : Number.isNaN(high) ? high : of(high);
    }
  }
}

/** What tests compute from facts, worked out once for a case and kept in slots. */
export class Computations {
  private readonly steps: readonly { readonly combinations: Combinations; readonly conversions: Conversions }[];

  /** @param computations each after those that it is computed from */
  constructor(computations: readonly Computation[]) {
    this.steps = stepsOf(computations).map((step) => ({
      combinations: new Combinations(step.filter((each): each is Combination => !("of" in each))),
      conversions: new Conversions(step.filter((each): each is Conversion => "of" in each)),
    }));
  }

  run(lows: Float64Array, highs: Float64Array): void {
    for (let at = 0; at < this.steps.length; at++) {
      const { combinations, conversions } = this.steps[at] as (typeof this.steps)[number];
      combinations.run(lows, highs);
      conversions.run(lows, highs);
    }
  }
}

/** Steps in each of which no combination is of something converted in it, and no conversion of something converted in it. */
function stepsOf(computations: readonly Computation[]): Computation[][] {
  const steps: Computation[][] = [];
  const stepOf = new Map<number, number>();
  for (const each of computations) {
    const operands = "of" in each ? [each.operand] : [each.left, each.right];
    const step = Math.max(0, ...operands.map((operand) => stepOf.get(operand) ?? 0));
    steps[step] = [...(steps[step] ?? []), each];
    stepOf.set(each.slot, "of" in each ? step + 1 : step);
  }
  return steps;
}
