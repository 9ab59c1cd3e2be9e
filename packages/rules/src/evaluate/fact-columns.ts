import { KNOWN } from "../facts/facts.ts";
import { statusOfHappening } from "../operators/existence.ts";
import type { Happening, Possession } from "../operators/model.ts";
import { statusOfPossession } from "../operators/possession.ts";
import type { Case } from "./case.ts";
import { type Bounds, type Column, listTerms, type Term, wayOf } from "./columns.ts";
import type { Status } from "./status.ts";

/** A way for each code of a choice. */
export class Lookups implements Column {
  private readonly list: Int32Array;
  /** Those of each, one after the other; the first of them is that of no code. */
  private readonly ways: Uint8Array;

  constructor(terms: readonly Term<"lookup">[]) {
    let start = 0;
    this.list = listTerms(terms, ({ fact, ways }) => {
      start += 1 + ways.length;
      return [fact, start - 1 - ways.length];
    });
    this.ways = Uint8Array.from(terms.flatMap(({ form }) => [0, ...form.ways]));
  }

  run({ low }: Bounds, rows: Int32Array): void {
    const { list, ways } = this;
    for (let at = 0; at < list.length; at += 4) {
      // No code is NaN, which as a whole number is 0.
      const entry = ((low[list[at + 2] as number] as number) + 1) | 0;
      const way = ways[(list[at + 3] as number) + entry] as number;
      (rows[list[at] as number] as number) += Math.imul(way, list[at + 1] as number);
    }
  }
}

export class Givens implements Column {
  private readonly list: Int32Array;

  constructor(terms: readonly Term<"given">[]) {
    this.list = listTerms(terms, ({ fact }) => [fact]);
  }

  run({ state }: Bounds, rows: Int32Array): void {
    const { list } = this;
    const known: number = KNOWN;
    for (let at = 0; at < list.length; at += 3) {
      const isGiven = state[list[at + 2] as number] === known;
      (rows[list[at] as number] as number) += Math.imul(wayOf(isGiven, !isGiven), list[at + 1] as number);
    }
  }
}

export class Happenings implements Column {
  private readonly list: Int32Array;
  private readonly happenings: readonly Happening[];

  constructor(terms: readonly Term<"happened">[]) {
    this.list = listTerms(terms, () => []);
    this.happenings = terms.map(({ form }) => form);
  }

  run({ state, low }: Bounds, rows: Int32Array): void {
    const { list, happenings } = this;
    for (let at = 0; at < happenings.length; at++) {
      const way = statusOfHappening(happenings[at] as Happening, state, low);
      (rows[list[2 * at] as number] as number) += Math.imul(way, list[2 * at + 1] as number);
    }
  }
}

export class Possessions implements Column {
  private readonly list: Int32Array;
  private readonly possessions: readonly Possession[];

  constructor(terms: readonly Term<"possession">[]) {
    this.list = listTerms(terms, () => []);
    this.possessions = terms.map(({ form }) => form);
  }

  run({ state, low }: Bounds, rows: Int32Array): void {
    const { list, possessions } = this;
    for (let at = 0; at < possessions.length; at++) {
      const way = statusOfPossession(possessions[at] as Possession, state, low);
      (rows[list[2 * at] as number] as number) += Math.imul(way, list[2 * at + 1] as number);
    }
  }
}

/** What only a call tells. */
export class Asked implements Column {
  private readonly list: Int32Array;
  private readonly asks: readonly ((facts: Case) => Status)[];

  constructor(terms: readonly Term<"asked">[]) {
    this.list = listTerms(terms, () => []);
    this.asks = terms.map(({ form }) => form.status);
  }

  run(facts: Case, rows: Int32Array): void {
    const { list, asks } = this;
    for (let at = 0; at < asks.length; at++) {
      const way = (asks[at] as (facts: Case) => Status)(facts);
      (rows[list[2 * at] as number] as number) += Math.imul(way, list[2 * at + 1] as number);
    }
  }
}
