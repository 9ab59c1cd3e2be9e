import { one } from "./fixed.ts";
import { compareFractions, type Fraction, fixedFraction, fractionOf } from "./fractions.ts";
import type { Numeral } from "./numeral-value.ts";
import { scanNumeral } from "./numerals.ts";

/** One share as written, and where in the text it stands. */
export interface Share {
  readonly low: Fraction;
  readonly high: Fraction;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
  readonly around: boolean;
  /** The whole that the number is written against: 100 for 90%, 10 for 九成; 0 where it cannot be lent (2/3, 一半). */
  readonly per: bigint;
  readonly end: number;
}
/** A number without a whole: an error by itself, the other end of a range beside a share (80-90%). */
export interface BareNumber {
  readonly code: "bare_number";
  readonly numeral: Numeral;
  readonly end: number;
}
export type ShareScan = Share | BareNumber | { readonly code: "discount" | "unreadable"; readonly end: number } | null;

const wholes = ["百分之百", "百分百", "都满意", "全满意", "全都满意", "全部", "全都", "所有", "清一色", "无一例外"];
const halves = ["一半", "半数", "对半", "半"];
const per: Readonly<Record<string, bigint>> = { 百: 100n, 千: 1_000n, 万: 10_000n };
const perSign: Readonly<Record<string, bigint>> = { "%": 100n, "‰": 1_000n };

/** The share that begins at a place of a normalised text: 九成五, 95.5%, 百分之九十, 三分之二, 90/96, 0.9, 全部. */
export function shareAt(text: string, start: number): ShareScan {
  const whole = wholes.find((word) => text.startsWith(word, start));
  if (whole) return exactly(fractionOf(1n, 1n), start + whole.length);
  const half = halves.find(
    (word) => text.startsWith(word, start) && (word !== "半" || text.charAt(start - 1) === "过"),
  );
  if (half) return exactly(fractionOf(1n, 2n), start + half.length);
  const base = /^([百千万])分之/u.exec(text.slice(start, start + 4));
  if (base) return partsPer(text, start, per[base[1] ?? ""] ?? 100n);
  const scan = scanNumeral(text, start);
  if (!scan) return null;
  if (!scan.numeral) return { code: "unreadable", end: scan.end };
  return shareOfNumeral(text, scan.end, scan.numeral);
}

function partsPer(text: string, start: number, denominator: bigint): ShareScan {
  const scan = scanNumeral(text, start + 3);
  if (!scan?.numeral) return { code: "unreadable", end: start + 3 };
  return spread(scan.numeral, denominator, scan.end);
}

function shareOfNumeral(text: string, afterNumeral: number, numeral: Numeral): ShareScan {
  const at = text.charAt(afterNumeral) === " " ? afterNumeral + 1 : afterNumeral;
  const sign = perSign[text.charAt(at)];
  if (sign !== undefined) return spread(numeral, sign, at + 1);
  if (text.startsWith("个百分点", at)) return { code: "unreadable", end: at + 4 };
  if (text.charAt(at) === "折") return { code: "discount", end: at + 1 };
  if (text.charAt(at) === "成") return tenths(text, at + 1, numeral);
  if (text.startsWith("分之", at)) return ratioOf(text, at + 2, numeral, "denominator");
  if (text.charAt(at) === "/") return ratioOf(text, at + 1, numeral, "numerator");
  const decimal = numeral.low === numeral.high && numeral.low > 0n && numeral.low < one;
  if (decimal) return spread(numeral, 1n, afterNumeral);
  return { code: "bare_number", numeral, end: afterNumeral };
}

/** 九成, 九成五, 九成半, 八九成, 九成多. */
function tenths(text: string, afterWord: number, numeral: Numeral): ShareScan {
  const exact = numeral.low === numeral.high;
  if (!exact || numeral.low % one !== 0n) {
    // 九成多 is written 九成多, but 九多成 is nobody's Chinese; 八九成 comes as a pair.
    return numeral.lowOpen ? { code: "unreadable", end: afterWord } : spread(numeral, 10n, afterWord);
  }
  const next = text.charAt(afterWord);
  if (next === "半") return exactly(fixedFraction(numeral.low + one / 2n, 10n), afterWord + 1);
  if (next === "多" || next === "余") {
    const [low, high] = [fixedFraction(numeral.low, 10n), fixedFraction(numeral.low + one, 10n)];
    return { low, high, lowOpen: true, highOpen: true, around: false, per: 10n, end: afterWord + 1 };
  }
  const tail = scanNumeral(text, afterWord);
  const digit = tail?.numeral && tail.numeral.low === tail.numeral.high ? tail.numeral.low : null;
  if (tail && (digit === null || digit >= 10n * one || digit % one !== 0n)) {
    return { code: "unreadable", end: tail.end };
  }
  const value = numeral.low + (digit ?? 0n) / 10n;
  return exactly(fixedFraction(value, 10n), tail?.end ?? afterWord, 10n);
}

/** 三分之二 names the denominator first, 2/3 and 90/96 the numerator. */
function ratioOf(text: string, at: number, first: Numeral, is: "numerator" | "denominator"): ShareScan {
  const scan = scanNumeral(text, at);
  const second = scan?.numeral;
  if (!scan || !second || !isWhole(first) || !isWhole(second)) return { code: "unreadable", end: scan?.end ?? at };
  const [numerator, denominator] = is === "numerator" ? [first.low, second.low] : [second.low, first.low];
  if (denominator === 0n || text.charAt(scan.end) === "/") return { code: "unreadable", end: scan.end };
  return exactly(fractionOf(numerator, denominator), scan.end);
}

function isWhole(numeral: Numeral): boolean {
  return numeral.low === numeral.high && numeral.low % one === 0n;
}

/** A number over its whole. */
export function spread(numeral: Numeral, per: bigint, end: number): Share {
  const { lowOpen, highOpen, around } = numeral;
  return {
    low: fixedFraction(numeral.low, per),
    high: fixedFraction(numeral.high, per),
    lowOpen,
    highOpen,
    around,
    per,
    end,
  };
}

function exactly(value: Fraction, end: number, per = 0n): Share {
  return { low: value, high: value, lowOpen: false, highOpen: false, around: false, per, end };
}

/** Whether a share lies within 0 and 1. */
export function isShare(share: Share): boolean {
  const [zero, whole] = [fractionOf(0n, 1n), fractionOf(1n, 1n)];
  return compareFractions(share.low, zero) >= 0 && compareFractions(share.low, whole) <= 0;
}
