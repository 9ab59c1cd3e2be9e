import { areToCome, havePassed } from "../facts/calendar.ts";
import { compareProducts } from "../facts/decimal.ts";
import { type Facts, KNOWN } from "../facts/facts.ts";
import { statusOfHappening } from "../operators/existence.ts";
import type { Happening, LeafForm, Possession } from "../operators/model.ts";
import { statusOfPossession } from "../operators/possession.ts";
import { OF_NOTHING } from "../operators/ratio.ts";
import type { Case } from "./case.ts";
import { MET, NOT_MET, type Status } from "./status.ts";

/** A leaf of one form in the row of one subject: its way, times the weight, is added to the row. */
export interface Term<Kind extends LeafForm["kind"]> {
  readonly subject: number;
  readonly weight: number;
  readonly form: Extract<LeafForm, { kind: Kind }>;
}

/**
 * Terms of one form side by side: a run goes down the columns, where a call for each term would cost as much as ten of them.
 * What is true is a 1 that is multiplied, not a choice between two ways: which it is cannot be foreseen.
 */
abstract class Column<Kind extends LeafForm["kind"]> {
  protected readonly subject: Uint16Array;
  protected readonly weight: Uint16Array;

  constructor(terms: readonly Term<Kind>[]) {
    this.subject = Uint16Array.from(terms, ({ subject }) => subject);
    this.weight = Uint16Array.from(terms, ({ weight }) => weight);
  }
}

export class Orders extends Column<"order"> {
  private readonly upper: Uint16Array;
  private readonly lower: Uint16Array;
  private readonly distance: Float64Array;

  constructor(terms: readonly Term<"order">[]) {
    super(terms);
    this.upper = Uint16Array.from(terms, ({ form }) => form.upper);
    this.lower = Uint16Array.from(terms, ({ form }) => form.lower);
    // Slots hold whole numbers, so that "above" is "at least one more".
    this.distance = Float64Array.from(terms, ({ form }) => Number(form.strict));
  }

  run({ low, high }: Facts, rows: Uint16Array): void {
    const { subject, weight, upper, lower, distance } = this;
    for (let at = 0; at < subject.length; at++) {
      const above = upper[at] as number;
      const below = lower[at] as number;
      const least = distance[at] as number;
      const isMet = Number((low[above] as number) >= (high[below] as number) + least);
      const isNotMet = Number((high[above] as number) < (low[below] as number) + least);
      const way = isMet * MET + isNotMet * NOT_MET;
      (rows[subject[at] as number] as number) += way * (weight[at] as number);
    }
  }
}

export class Equalities extends Column<"equality"> {
  private readonly left: Uint16Array;
  private readonly right: Uint16Array;
  private readonly ifEqual: Uint8Array;

  constructor(terms: readonly Term<"equality">[]) {
    super(terms);
    this.left = Uint16Array.from(terms, ({ form }) => form.left);
    this.right = Uint16Array.from(terms, ({ form }) => form.right);
    this.ifEqual = Uint8Array.from(terms, ({ form }) => (form.negated ? NOT_MET : MET));
  }

  run({ low, high }: Facts, rows: Uint16Array): void {
    const { subject, weight, left, right, ifEqual } = this;
    for (let at = 0; at < subject.length; at++) {
      const least = low[left[at] as number] as number;
      const most = high[left[at] as number] as number;
      const otherLeast = low[right[at] as number] as number;
      const otherMost = high[right[at] as number] as number;
      const isEqual = Number(least === most) & Number(otherLeast === otherMost) & Number(least === otherLeast);
      const isOther = Number(most < otherLeast) | Number(least > otherMost);
      const met = ifEqual[at] as number;
      const way = isEqual * met + isOther * (MET + NOT_MET - met);
      (rows[subject[at] as number] as number) += way * (weight[at] as number);
    }
  }
}

export class Ratios extends Column<"ratio"> {
  private readonly numerator: Uint16Array;
  private readonly denominator: Uint16Array;
  private readonly share: Float64Array;
  private readonly whole: Float64Array;

  constructor(terms: readonly Term<"ratio">[]) {
    super(terms);
    this.numerator = Uint16Array.from(terms, ({ form }) => form.numerator);
    this.denominator = Uint16Array.from(terms, ({ form }) => form.denominator);
    this.share = Float64Array.from(terms, ({ form }) => form.share);
    this.whole = Float64Array.from(terms, ({ form }) => form.whole);
  }

  run({ low, high }: Facts, rows: Uint16Array): void {
    const { subject, weight, numerator, denominator, share, whole } = this;
    for (let at = 0; at < subject.length; at++) {
      const part = numerator[at] as number;
      const all = denominator[at] as number;
      const least = low[all] as number;
      const most = high[all] as number;
      let way = most === 0 ? OF_NOTHING : 0;
      if (least > 0) {
        const [of, wanted] = [whole[at] as number, share[at] as number];
        if (compareProducts(low[part] as number, of, most, wanted) >= 0) way = MET;
        else if (compareProducts(high[part] as number, of, least, wanted) < 0) way = NOT_MET;
      }
      (rows[subject[at] as number] as number) += way * (weight[at] as number);
    }
  }
}

export class Elapsed extends Column<"elapsed"> {
  private readonly since: Uint16Array;
  private readonly by: Uint16Array;
  private readonly years: Uint16Array;

  constructor(terms: readonly Term<"elapsed">[]) {
    super(terms);
    this.since = Uint16Array.from(terms, ({ form }) => form.since);
    this.by = Uint16Array.from(terms, ({ form }) => form.by);
    this.years = Uint16Array.from(terms, ({ form }) => form.years);
  }

  run({ low, high }: Facts, rows: Uint16Array): void {
    const { subject, weight, since, by, years } = this;
    for (let at = 0; at < subject.length; at++) {
      const from = since[at] as number;
      const to = by[at] as number;
      const span = years[at] as number;
      let way = 0;
      if (havePassed(span, high[from] as number, low[to] as number)) way = MET;
      else if (areToCome(span, low[from] as number, high[to] as number)) way = NOT_MET;
      (rows[subject[at] as number] as number) += way * (weight[at] as number);
    }
  }
}

export class Lookups extends Column<"lookup"> {
  private readonly fact: Uint16Array;
  /** Where the ways of each begin; the first of them is that of no code. */
  private readonly start: Uint16Array;
  private readonly ways: Uint8Array;

  constructor(terms: readonly Term<"lookup">[]) {
    super(terms);
    let start = 0;
    this.fact = Uint16Array.from(terms, ({ form }) => form.fact);
    this.start = Uint16Array.from(terms, ({ form }) => {
      const own = start;
      start += 1 + form.ways.length;
      return own;
    });
    this.ways = Uint8Array.from(terms.flatMap(({ form }) => [0, ...form.ways]));
  }

  run({ low }: Facts, rows: Uint16Array): void {
    const { subject, weight, fact, start, ways } = this;
    for (let at = 0; at < subject.length; at++) {
      // No code is NaN, which as a whole number is 0.
      const entry = ((low[fact[at] as number] as number) + 1) | 0;
      const way = ways[(start[at] as number) + entry] as number;
      (rows[subject[at] as number] as number) += way * (weight[at] as number);
    }
  }
}

export class Happenings extends Column<"happened"> {
  private readonly happenings: readonly Happening[];

  constructor(terms: readonly Term<"happened">[]) {
    super(terms);
    this.happenings = terms.map(({ form }) => form);
  }

  run({ state, low }: Facts, rows: Uint16Array): void {
    const { subject, weight, happenings } = this;
    for (let at = 0; at < subject.length; at++) {
      const way = statusOfHappening(happenings[at] as Happening, state, low);
      (rows[subject[at] as number] as number) += way * (weight[at] as number);
    }
  }
}

export class Possessions extends Column<"possession"> {
  private readonly possessions: readonly Possession[];

  constructor(terms: readonly Term<"possession">[]) {
    super(terms);
    this.possessions = terms.map(({ form }) => form);
  }

  run({ state, low }: Facts, rows: Uint16Array): void {
    const { subject, weight, possessions } = this;
    for (let at = 0; at < subject.length; at++) {
      const way = statusOfPossession(possessions[at] as Possession, state, low);
      (rows[subject[at] as number] as number) += way * (weight[at] as number);
    }
  }
}

export class Givens extends Column<"given"> {
  private readonly fact: Uint16Array;

  constructor(terms: readonly Term<"given">[]) {
    super(terms);
    this.fact = Uint16Array.from(terms, ({ form }) => form.fact);
  }

  run({ state }: Facts, rows: Uint16Array): void {
    const { subject, weight, fact } = this;
    for (let at = 0; at < subject.length; at++) {
      const way = state[fact[at] as number] === KNOWN ? MET : NOT_MET;
      (rows[subject[at] as number] as number) += way * (weight[at] as number);
    }
  }
}

/** What only a call tells. */
export class Asked extends Column<"asked"> {
  private readonly asks: readonly ((facts: Case) => Status)[];

  constructor(terms: readonly Term<"asked">[]) {
    super(terms);
    this.asks = terms.map(({ form }) => form.status);
  }

  run(facts: Case, rows: Uint16Array): void {
    const { subject, weight, asks } = this;
    for (let at = 0; at < subject.length; at++) {
      const way = (asks[at] as (facts: Case) => Status)(facts);
      (rows[subject[at] as number] as number) += way * (weight[at] as number);
    }
  }
}
