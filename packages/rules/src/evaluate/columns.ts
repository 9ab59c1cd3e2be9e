import { areToCome, havePassed } from "../facts/calendar.ts";
import { compareProducts } from "../facts/decimal.ts";
import { type Facts, KNOWN } from "../facts/facts.ts";
import { statusOfHappening } from "../operators/existence.ts";
import type { Form, Happening } from "../operators/model.ts";
import { MET, NOT_MET, negate, type Status, UNDETERMINED } from "./status.ts";

/**
 * Tests of one form side by side: each run goes down the columns and writes a status for each of them. A call for each test
 * costs as much as ten rows.
 */
export interface Row<Kind extends Form["kind"]> {
  /** Where its status goes. */
  readonly node: number;
  readonly form: Extract<Form, { kind: Kind }>;
}

/** At least so much of one quantity. */
export interface Floor {
  readonly node: number;
  readonly slot: number;
  readonly floor: number;
}

const columnOf = <Each>(rows: readonly Each[], of: (row: Each) => number): Uint16Array => Uint16Array.from(rows, of);

export class Floors {
  private readonly node: Uint16Array;
  private readonly slot: Uint16Array;
  private readonly floor: Float64Array;

  constructor(rows: readonly Floor[]) {
    this.node = columnOf(rows, ({ node }) => node);
    this.slot = columnOf(rows, ({ slot }) => slot);
    this.floor = Float64Array.from(rows, ({ floor }) => floor);
  }

  run({ low, high }: Facts, statuses: Uint8Array): void {
    const { node, slot, floor } = this;
    for (let at = 0; at < node.length; at++) {
      const least = floor[at] as number;
      // At most one of the two holds. Added up, not chosen: which it is cannot be foreseen.
      const isMet = Number((low[slot[at] as number] as number) >= least);
      const isNotMet = Number((high[slot[at] as number] as number) < least);
      statuses[node[at] as number] = isMet * MET + isNotMet * NOT_MET;
    }
  }
}

export class Lookups {
  private readonly node: Uint16Array;
  private readonly fact: Uint16Array;
  private readonly start: Uint16Array;
  private readonly statuses: Uint8Array;

  constructor(rows: readonly Row<"lookup">[]) {
    let start = 0;
    this.node = columnOf(rows, ({ node }) => node);
    this.fact = columnOf(rows, ({ form }) => form.fact);
    this.start = columnOf(rows, ({ form }) => {
      start += form.statuses.length;
      return start - form.statuses.length;
    });
    this.statuses = Uint8Array.from(rows.flatMap(({ form }) => form.statuses));
  }

  run({ low }: Facts, statuses: Uint8Array): void {
    const { node, fact, start } = this;
    for (let at = 0; at < node.length; at++) {
      const code = low[fact[at] as number] as number;
      statuses[node[at] as number] = code >= 0 ? (this.statuses[(start[at] as number) + code] as number) : UNDETERMINED;
    }
  }
}

export class Orders {
  private readonly node: Uint16Array;
  private readonly upper: Uint16Array;
  private readonly lower: Uint16Array;
  private readonly isStrict: Uint8Array;

  constructor(rows: readonly Row<"order">[]) {
    this.node = columnOf(rows, ({ node }) => node);
    this.upper = columnOf(rows, ({ form }) => form.upper);
    this.lower = columnOf(rows, ({ form }) => form.lower);
    this.isStrict = Uint8Array.from(rows, ({ form }) => Number(form.strict));
  }

  run({ low, high }: Facts, statuses: Uint8Array): void {
    const { node, upper, lower, isStrict } = this;
    for (let at = 0; at < node.length; at++) {
      const above = upper[at] as number;
      const below = lower[at] as number;
      // Slots hold whole numbers, so that "above" is "at least one more".
      const distance = isStrict[at] as number;
      const open = (high[above] as number) < (low[below] as number) + distance ? NOT_MET : UNDETERMINED;
      statuses[node[at] as number] = (low[above] as number) >= (high[below] as number) + distance ? MET : open;
    }
  }
}

export class Equalities {
  private readonly node: Uint16Array;
  private readonly left: Uint16Array;
  private readonly right: Uint16Array;
  private readonly isNegated: Uint8Array;

  constructor(rows: readonly Row<"equality">[]) {
    this.node = columnOf(rows, ({ node }) => node);
    this.left = columnOf(rows, ({ form }) => form.left);
    this.right = columnOf(rows, ({ form }) => form.right);
    this.isNegated = Uint8Array.from(rows, ({ form }) => Number(form.negated));
  }

  run({ low, high }: Facts, statuses: Uint8Array): void {
    const { node, left, right, isNegated } = this;
    for (let at = 0; at < node.length; at++) {
      const least = low[left[at] as number] as number;
      const most = high[left[at] as number] as number;
      const otherLeast = low[right[at] as number] as number;
      const otherMost = high[right[at] as number] as number;
      const isEqual = least === most && otherLeast === otherMost && least === otherLeast;
      const isOther = most < otherLeast || least > otherMost;
      const equal = isEqual ? MET : isOther ? NOT_MET : UNDETERMINED;
      statuses[node[at] as number] = isNegated[at] === 1 ? negate(equal) : equal;
    }
  }
}

export class Ratios {
  private readonly node: Uint16Array;
  private readonly numerator: Uint16Array;
  private readonly denominator: Uint16Array;
  private readonly share: Float64Array;
  private readonly whole: Float64Array;

  constructor(rows: readonly Row<"ratio">[]) {
    this.node = columnOf(rows, ({ node }) => node);
    this.numerator = columnOf(rows, ({ form }) => form.numerator);
    this.denominator = columnOf(rows, ({ form }) => form.denominator);
    this.share = Float64Array.from(rows, ({ form }) => form.share);
    this.whole = Float64Array.from(rows, ({ form }) => form.whole);
  }

  run({ low, high }: Facts, statuses: Uint8Array): void {
    const { node, numerator, denominator, share, whole } = this;
    for (let at = 0; at < node.length; at++) {
      const part = numerator[at] as number;
      const all = denominator[at] as number;
      const least = low[all] as number;
      let status: Status = UNDETERMINED;
      if (least > 0) {
        const [of, wanted] = [whole[at] as number, share[at] as number];
        if (compareProducts(low[part] as number, of, high[all] as number, wanted) >= 0) status = MET;
        else if (compareProducts(high[part] as number, of, least, wanted) < 0) status = NOT_MET;
      }
      statuses[node[at] as number] = status;
    }
  }
}

export class Elapsed {
  private readonly node: Uint16Array;
  private readonly since: Uint16Array;
  private readonly by: Uint16Array;
  private readonly years: Uint16Array;

  constructor(rows: readonly Row<"elapsed">[]) {
    this.node = columnOf(rows, ({ node }) => node);
    this.since = columnOf(rows, ({ form }) => form.since);
    this.by = columnOf(rows, ({ form }) => form.by);
    this.years = columnOf(rows, ({ form }) => form.years);
  }

  run({ low, high }: Facts, statuses: Uint8Array): void {
    const { node, since, by, years } = this;
    for (let at = 0; at < node.length; at++) {
      const from = since[at] as number;
      const to = by[at] as number;
      const span = years[at] as number;
      const isMet = havePassed(span, high[from] as number, low[to] as number);
      const open = areToCome(span, low[from] as number, high[to] as number) ? NOT_MET : UNDETERMINED;
      statuses[node[at] as number] = isMet ? MET : open;
    }
  }
}

export class Happenings {
  private readonly node: Uint16Array;
  private readonly happenings: readonly Happening[];

  constructor(rows: readonly Row<"happened">[]) {
    this.node = columnOf(rows, ({ node }) => node);
    this.happenings = rows.map(({ form }) => form);
  }

  run({ state, low }: Facts, statuses: Uint8Array): void {
    const { node, happenings } = this;
    for (let at = 0; at < node.length; at++) {
      statuses[node[at] as number] = statusOfHappening(happenings[at] as Happening, state, low);
    }
  }
}

export class Givens {
  private readonly node: Uint16Array;
  private readonly fact: Uint16Array;

  constructor(rows: readonly Row<"given">[]) {
    this.node = columnOf(rows, ({ node }) => node);
    this.fact = columnOf(rows, ({ form }) => form.fact);
  }

  run({ state }: Facts, statuses: Uint8Array): void {
    const { node, fact } = this;
    for (let at = 0; at < node.length; at++) {
      statuses[node[at] as number] = state[fact[at] as number] === KNOWN ? MET : NOT_MET;
    }
  }
}
