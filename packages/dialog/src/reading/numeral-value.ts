import { type Fixed, one } from "./fixed.ts";
import type { Amount, Item } from "./numeral-items.ts";

/** What a numeral says: one value, or the ends between which it lies (六十多, 十几, 五六十). */
export interface Numeral {
  readonly low: Fixed;
  readonly high: Fixed;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  /** 来: about that many, also fewer. */
  readonly around: boolean;
  /** The place of the last digit that is not 0. */
  readonly place: Fixed;
  /** 万 and 亿 at the end (1 if none): what "100到120万" lends to its first number. */
  readonly scale: bigint;
  /** The same with 十百千: "1到2百万". */
  readonly tail: bigint;
  readonly hasUnit: boolean;
  /** Written with 万, 亿, w or k anywhere. */
  readonly scaled: boolean;
  /** 百, 千万: no digit at all. 百度 and 万一 begin so too; such a numeral counts only after 近, 上, 过 and the like. */
  readonly bare: boolean;
}

interface Span {
  readonly low: Fixed;
  readonly high: Fixed;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  readonly around: boolean;
}

const ten = 10n;

/** The value of a numeral's parts by the section method (亿, 万, 千百十), or null where they make no number. */
export function evaluateNumeral(items: readonly Item[]): Numeral | null {
  const sum = new Sum();
  for (const item of items) {
    if (!sum.take(item)) return null;
  }
  return sum.result();
}

/**
 * Adds up parts from the highest to the lowest. `total` holds the finished 亿 and 万; the section is what stands before
 * the next of them. A method answers false where a part cannot follow what came before.
 */
class Sum {
  private total = 0n;
  private totalSpan: Span | null = null;
  private section = 0n;
  private span: Span | null = null;
  private pending: Amount | null = null;
  private started = false;
  private zero = false;
  /** After a decimal (1.5百万) and after 多 and 半 no further digits may follow. */
  private closed = false;
  private finished = false;
  private lastUnit: bigint | null = null;
  private lastScale: bigint | null = null;
  private place = one;
  private scale = 1n;
  private tail = 1n;
  private hasUnit = false;
  private bare = false;

  take(item: Item): boolean {
    switch (item.kind) {
      case "amount":
        return this.takeAmount(item);
      case "unit":
        return this.takeUnit(item.value);
      case "scale":
        return this.takeScale(item.value);
      case "zero":
        if (this.pending || this.closed || this.span || this.totalSpan) return false;
        this.zero = true;
        return true;
      case "more":
        return this.takeMore(item.around);
      case "half":
        return this.takeHalf();
    }
  }

  result(): Numeral | null {
    if (!this.settle(this.lastUnit ?? this.lastScale, true) || this.zero) return null;
    const { place, scale, tail, hasUnit, bare } = this;
    const shared = { place, scale, tail, hasUnit, bare, scaled: this.lastScale !== null };
    if (this.totalSpan) return { ...this.totalSpan, ...shared };
    if (this.span) return { ...shift(this.span, 1n, this.total), ...shared };
    const value = this.total + this.section;
    return { low: value, high: value, lowOpen: false, highOpen: false, around: false, ...shared };
  }

  private takeAmount(amount: Amount): boolean {
    if (this.pending || this.closed || this.span || this.totalSpan) return false;
    this.pending = amount;
    this.scale = 1n;
    this.tail = 1n;
    return true;
  }

  private takeUnit(unit: bigint): boolean {
    if (this.closed || this.span || this.totalSpan) return false;
    const first = !this.started && this.lastScale === null;
    if (!this.pending && !first && unit !== ten) return false;
    if (!this.pending && first && unit !== ten) this.bare = true;
    const amount = this.pending ?? oneOf;
    const reach = amount.high * unit;
    const limit = this.lastUnit === null ? null : this.lastUnit * one;
    if (limit !== null && (amount.vague === "no" ? reach >= limit : reach > limit)) return false;
    this.add(amount, unit);
    this.lastUnit = unit;
    this.hasUnit = true;
    this.scale = 1n;
    this.tail *= unit;
    return true;
  }

  private takeScale(scale: bigint): boolean {
    if (!this.settle(this.lastUnit, false) || this.zero) return false;
    if (!this.started && !this.span) return this.takeScaleAlone(scale);
    const limit = this.lastScale === null ? null : this.lastScale * one;
    if (this.lastScale === scale) return false;
    const raises = this.lastScale !== null && scale > this.lastScale;
    const base = raises ? this.total * scale : this.total;
    const reach = (this.span?.high ?? this.section) * scale;
    if (!raises && limit !== null && reach > limit) return false;
    if (this.span) {
      this.totalSpan = shift(this.span, scale, base);
      this.closed = true;
    }
    this.total = base + this.section * scale;
    this.span = null;
    this.section = 0n;
    this.started = false;
    this.lastUnit = null;
    this.scaleBy(scale);
    return true;
  }

  /** 万亿, and a numeral that begins with its scale (近万). */
  private takeScaleAlone(scale: bigint): boolean {
    if (this.lastScale === null) {
      this.bare = true;
      this.total = scale * one;
    } else if (this.lastScale < scale && this.scale > 1n) {
      this.total *= scale;
      if (this.totalSpan) this.totalSpan = shift(this.totalSpan, scale, 0n);
    } else return false;
    this.scaleBy(scale);
    return true;
  }

  private scaleBy(scale: bigint): void {
    this.lastScale = scale;
    this.place *= scale;
    this.scale *= scale;
    this.tail *= scale;
  }

  private takeMore(around: boolean): boolean {
    if (this.finished || this.span || this.totalSpan) return false;
    if (!this.settle(this.lastUnit ?? this.lastScale, true) || this.span) return false;
    const base = this.started ? this.section : this.total;
    if (base <= 0n) return false;
    // 一百零几 ends below 110, though its last place is that of 百.
    const width = this.zero ? ten * one : this.place;
    const span = {
      low: around ? base - base / ten : base,
      high: base + width,
      lowOpen: !around,
      highOpen: true,
      around,
    };
    if (this.started) this.span = span;
    else this.totalSpan = span;
    this.zero = false;
    this.closed = true;
    this.finished = true;
    return true;
  }

  private takeHalf(): boolean {
    if (this.started || this.closed || this.pending || this.zero || this.lastScale === null || this.totalSpan)
      return false;
    this.total += (this.lastScale * one) / 2n;
    this.place = (this.lastScale * one) / ten;
    this.closed = true;
    return true;
  }

  /**
   * Puts the amount that waits for a unit where it belongs. A single digit after 百, 千, 万 is the next lower unit:
   * 一百五 is 150. After 零 or 十, with several digits or before another 万 it is not: 一百零五, 3万5000.
   */
  private settle(anchor: bigint | null, last: boolean): boolean {
    const amount = this.pending;
    if (!amount) return true;
    if (anchor === null) return this.add(amount, 1n);
    const small = amount.high < one;
    if (anchor === ten || this.zero || amount.digits > 1 || small) {
      return amount.low < anchor * one && this.add(amount, 1n);
    }
    return last && amount.whole && this.add(amount, anchor / ten);
  }

  private add(amount: Amount, unit: bigint): boolean {
    const leading = this.section === 0n && this.total === 0n;
    const [low, high] = [amount.low * unit, amount.high * unit];
    if (amount.vague === "no") {
      this.section += low;
      this.place = amount.place * unit;
      if (!amount.whole) this.closed = true;
    } else {
      const open = amount.vague === "several" && !leading;
      const base = this.section;
      this.span = { low: open ? base : base + low, high: base + high, lowOpen: open, highOpen: true, around: false };
      this.place = unit * one;
    }
    this.pending = null;
    this.zero = false;
    this.started = true;
    return true;
  }
}

const oneOf: Amount = { kind: "amount", low: one, high: one, vague: "no", digits: 1, whole: true, place: one };

function shift(span: Span, factor: bigint, base: Fixed): Span {
  return { ...span, low: base + span.low * factor, high: base + span.high * factor };
}
