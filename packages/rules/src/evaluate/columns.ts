import { areToCome, havePassed } from "../facts/calendar.ts";
import { compareProducts } from "../facts/decimal.ts";
import type { LeafForm } from "../operators/model.ts";
import { OF_NOTHING } from "../operators/ratio.ts";
import type { Case } from "./case.ts";
import { MET, NOT_MET } from "./status.ts";

/** A leaf of one form in the row of one subject: its way, times the weight, is added to the row. */
export interface Term<Kind extends LeafForm["kind"]> {
  readonly subject: number;
  readonly weight: number;
  readonly form: Extract<LeafForm, { kind: Kind }>;
}

/** What a run goes over. */
export type Bounds = Pick<Case, "state" | "low" | "high">;

/** Terms of one form, to be added to the rows. */
export interface Column {
  run(facts: Case, rows: Int32Array): void;
}

/**
 * Writes terms one after the other, each as its subject, its weight and what its form asks for. A run goes down one such
 * list, where a call for each term would cost as much as ten of them and a list for each of their parts as much again.
 */
export function listTerms<Kind extends LeafForm["kind"]>(
  terms: readonly Term<Kind>[],
  partsOf: (form: Term<Kind>["form"]) => readonly number[],
): Int32Array {
  return Int32Array.from(terms.flatMap(({ subject, weight, form }) => [subject, weight, ...partsOf(form)]));
}

/** The status as the way: MET is 1 and NOT_MET is 2. Added up, not chosen, since which it is cannot be foreseen. */
export function wayOf(isMet: boolean, isNotMet: boolean): number {
  return Number(isMet) | (Number(isNotMet) << 1);
}

/** Whether what is yes or no is a yes: it has one bound alone. */
export class Agreements implements Column {
  private readonly list: Int32Array;

  constructor(terms: readonly Term<"agreement">[]) {
    this.list = listTerms(terms, ({ fact }) => [fact]);
  }

  run({ low }: Bounds, rows: Int32Array): void {
    const { list } = this;
    for (let at = 0; at < list.length; at += 3) {
      const answer = low[list[at + 2] as number] as number;
      const way = wayOf(answer >= 1, answer < 1);
      (rows[list[at] as number] as number) += Math.imul(way, list[at + 1] as number);
    }
  }
}

/** Whether one quantity is at least another. */
export class Orders implements Column {
  private readonly list: Int32Array;

  constructor(terms: readonly Term<"order">[]) {
    this.list = listTerms(terms, ({ upper, lower }) => [upper, lower]);
  }

  run({ low, high }: Bounds, rows: Int32Array): void {
    const { list } = this;
    for (let at = 0; at < list.length; at += 4) {
      const upper = list[at + 2] as number;
      const lower = list[at + 3] as number;
      const isMet = (low[upper] as number) >= (high[lower] as number);
      const way = wayOf(isMet, (high[upper] as number) < (low[lower] as number));
      (rows[list[at] as number] as number) += Math.imul(way, list[at + 1] as number);
    }
  }
}

/** Whether one quantity is above another. */
export class StrictOrders implements Column {
  private readonly list: Int32Array;

  constructor(terms: readonly Term<"strict order">[]) {
    this.list = listTerms(terms, ({ upper, lower }) => [upper, lower]);
  }

  run({ low, high }: Bounds, rows: Int32Array): void {
    const { list } = this;
    for (let at = 0; at < list.length; at += 4) {
      const upper = list[at + 2] as number;
      const lower = list[at + 3] as number;
      const isMet = (low[upper] as number) > (high[lower] as number);
      const way = wayOf(isMet, (high[upper] as number) <= (low[lower] as number));
      (rows[list[at] as number] as number) += Math.imul(way, list[at + 1] as number);
    }
  }
}

export class Equalities implements Column {
  private readonly list: Int32Array;

  constructor(terms: readonly Term<"equality">[]) {
    this.list = listTerms(terms, ({ left, right, negated }) =>
      negated ? [left, right, NOT_MET, MET] : [left, right, MET, NOT_MET],
    );
  }

  run({ low, high }: Bounds, rows: Int32Array): void {
    const { list } = this;
    for (let at = 0; at < list.length; at += 6) {
      const left = list[at + 2] as number;
      const right = list[at + 3] as number;
      const least = low[left] as number;
      const most = high[left] as number;
      const otherLeast = low[right] as number;
      const otherMost = high[right] as number;
      const isEqual = Number(least === most) & Number(otherLeast === otherMost) & Number(least === otherLeast);
      const isOther = Number(most < otherLeast) | Number(least > otherMost);
      const way = Math.imul(isEqual, list[at + 4] as number) + Math.imul(isOther, list[at + 5] as number);
      (rows[list[at] as number] as number) += Math.imul(way, list[at + 1] as number);
    }
  }
}

export class Ratios implements Column {
  private readonly list: Int32Array;

  constructor(terms: readonly Term<"ratio">[]) {
    this.list = listTerms(terms, ({ numerator, denominator, share, whole }) => [numerator, denominator, share, whole]);
  }

  run({ low, high }: Bounds, rows: Int32Array): void {
    const { list } = this;
    for (let at = 0; at < list.length; at += 6) {
      const part = list[at + 2] as number;
      const all = list[at + 3] as number;
      const share = list[at + 4] as number;
      const whole = list[at + 5] as number;
      const least = low[all] as number;
      const most = high[all] as number;
      let way = most === 0 ? OF_NOTHING : 0;
      if (least > 0) {
        const isMet = compareProducts(low[part] as number, whole, most, share) >= 0;
        way = wayOf(isMet, compareProducts(high[part] as number, whole, least, share) < 0);
      }
      (rows[list[at] as number] as number) += Math.imul(way, list[at + 1] as number);
    }
  }
}

export class Elapsed implements Column {
  private readonly list: Int32Array;

  constructor(terms: readonly Term<"elapsed">[]) {
    this.list = listTerms(terms, ({ since, by, years }) => [since, by, years]);
  }

  run({ low, high }: Bounds, rows: Int32Array): void {
    const { list } = this;
    for (let at = 0; at < list.length; at += 5) {
      const since = list[at + 2] as number;
      const by = list[at + 3] as number;
      const years = list[at + 4] as number;
      const isMet = havePassed(years, high[since] as number, low[by] as number);
      const way = wayOf(isMet, areToCome(years, low[since] as number, high[by] as number));
      (rows[list[at] as number] as number) += Math.imul(way, list[at + 1] as number);
    }
  }
}
