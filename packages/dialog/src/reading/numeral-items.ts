import { scanArabic } from "./arabic.ts";
import { type Fixed, fixedOf, one } from "./fixed.ts";
import { digitAt, isZero, scaleAt, tensAt, unitAt } from "./numeral-characters.ts";

/** A number before its unit. `low` and `high` differ for 五六十 and 几十 only; `high` is then the first value too large. */
export interface Amount {
  readonly kind: "amount";
  readonly low: Fixed;
  readonly high: Fixed;
  readonly vague: "no" | "pair" | "several";
  /** One digit may be a shortened tail (三万五); more are what they say (3万5000). */
  readonly digits: number;
  readonly whole: boolean;
  readonly place: Fixed;
}
export type Item =
  | Amount
  | { readonly kind: "unit"; readonly value: bigint }
  | { readonly kind: "scale"; readonly value: bigint }
  | { readonly kind: "zero" }
  /** 多, 余, 几: above, by less than the last place. 来 may also be below. */
  | { readonly kind: "more"; readonly around: boolean }
  /** 两万半. */
  | { readonly kind: "half" };

export type ItemProblem = "unreadable" | "too_large";
export type ItemScan = { readonly items: readonly Item[]; readonly end: number; readonly code: ItemProblem | null };

type Piece = { readonly items: readonly Item[]; readonly end: number } | ItemProblem | null;

/** The parts of the numeral that begins at a place; no items where none begins. The end moves on even when unreadable. */
export function scanItems(text: string, start: number): ItemScan {
  const items: Item[] = [];
  let end = start;
  for (;;) {
    const at = items.length > 0 ? afterFiller(text, end) : end;
    const piece = readPiece(text, at, items.at(-1));
    if (piece === null) return { items, end, code: null };
    if (typeof piece === "string") return { items, end: at + 1, code: piece };
    items.push(...piece.items);
    end = piece.end;
  }
}

/** "150 万" and "1个亿": a space or 个 between a number and what multiplies it. */
function afterFiller(text: string, index: number): number {
  const next = text.charAt(index) === " " ? index + 1 : index;
  if (text.charAt(next) === "个" && /^个[多余来]?亿/u.test(text.slice(next, next + 3))) return next + 1;
  const multiplies = unitAt(text, next) !== undefined || scaleAt(text, next) !== undefined;
  return multiplies || /[多余]/u.test(text.charAt(next)) ? next : index;
}

function readPiece(text: string, at: number, previous: Item | undefined): Piece {
  const character = text.charAt(at);
  const tens = tensAt(text, at);
  if (tens !== undefined) return { items: [exact(BigInt(tens)), { kind: "unit", value: 10n }], end: at + 1 };
  const unit = unitAt(text, at);
  if (unit !== undefined) return { items: [{ kind: "unit", value: unit }], end: at + 1 };
  const scale = previous || "万亿".includes(character) ? scaleAt(text, at) : undefined;
  if (scale !== undefined) return { items: [{ kind: "scale", value: scale }], end: at + 1 };
  if (previous && previous.kind !== "amount" && isZero(character)) return { items: [{ kind: "zero" }], end: at + 1 };
  return readVague(text, at, previous) ?? readArabic(text, at, previous) ?? readDigits(text, at, previous);
}

function readVague(text: string, at: number, previous: Item | undefined): Piece {
  const character = text.charAt(at);
  const next = text.charAt(at + 1);
  if (character === "几" || character === "数") return readSeveral(text, at, previous);
  if (character === "半") {
    if (previous?.kind === "scale") return { items: [{ kind: "half" }], end: at + 1 };
    if (previous === undefined && next !== "" && "个亿百".includes(next)) {
      const skip = next === "个" ? 2 : 1;
      if (next === "个" && text.charAt(at + 2) !== "亿") return null;
      return {
        items: [{ ...exact(0n), low: one / 2n, high: one / 2n, whole: false, place: one / 10n }],
        end: at + skip,
      };
    }
  }
  if (!previous || previous.kind === "more") return null;
  const continues = character === "来" ? "自源了到" : "少半次元额";
  if ((character === "多" || character === "余" || character === "来") && !(next !== "" && continues.includes(next))) {
    return { items: [{ kind: "more", around: character === "来" }], end: at + 1 };
  }
  return null;
}

/** 几十, 数百 (two to nine of them), 十几 and 60几 (more, but less than ten more). 数 alone is a word, as in 人数. */
function readSeveral(text: string, at: number, previous: Item | undefined): Piece {
  const multiplies = unitAt(text, at + 1) !== undefined || "万亿".includes(text.charAt(at + 1) || " ");
  const afterNumber = previous?.kind === "amount" || (previous?.kind === "unit" && !unitAt(text, at + 1));
  if (text.charAt(at) === "几" && (afterNumber || (previous && !multiplies))) {
    return { items: [{ kind: "more", around: false }], end: at + 1 };
  }
  if (!multiplies && (text.charAt(at) === "数" || previous !== undefined)) return null;
  const amount: Amount = { ...exact(2n), high: 10n * one, vague: "several" };
  return { items: [amount], end: at + 1 };
}

function readArabic(text: string, at: number, previous: Item | undefined): Piece {
  const arabic = scanArabic(text, at);
  if (!arabic) return null;
  if (previous?.kind === "amount") return "unreadable";
  if (arabic.value === null) return arabic.broken ? "unreadable" : "too_large";
  const { end, digits, whole, place } = arabic;
  const point = chinesePoint(text, end);
  if (point && whole) {
    const value = fixedOf("0", point.digits);
    if (value === null) return "unreadable";
    return { items: [fractionOf(arabic.value + value, digits, point.digits)], end: point.end };
  }
  const amount: Amount = { kind: "amount", low: arabic.value, high: arabic.value, vague: "no", digits, whole, place };
  return { items: [amount], end };
}

function readDigits(text: string, at: number, previous: Item | undefined): Piece {
  const run = digitRun(text, at);
  const point = chinesePoint(text, run.end);
  // 六十点五: the point follows a unit and no digit.
  const pointHere = run.digits === "" && previous && previous.kind !== "amount" ? chinesePoint(text, at) : null;
  if (pointHere) {
    const value = fixedOf("0", pointHere.digits);
    return value === null ? "unreadable" : { items: [fractionOf(value, 1, pointHere.digits)], end: pointHere.end };
  }
  if (run.digits === "") return null;
  if (previous?.kind === "amount") return "unreadable";
  if (point) {
    const value = fixedOf(run.digits, point.digits);
    return value === null
      ? "unreadable"
      : { items: [fractionOf(value, run.digits.length, point.digits)], end: point.end };
  }
  return digitsAsAmount(run.digits, run.end, previous);
}

/** 二〇二一 and 一五零 digit by digit; 五六 and 三五 as "five or six"; 六五 could be either, and is not read. */
function digitsAsAmount(digits: string, end: number, previous: Item | undefined): Piece {
  const [first = 0, second = 0] = [...digits].map(Number);
  if (digits.length === 1) return { items: [exact(BigInt(first))], end };
  const pair = digits.length === 2 && (second === first + 1 || digits === "35") && first > 0;
  if (pair) {
    return { items: [{ ...exact(BigInt(first)), high: BigInt(second + 1) * one, vague: "pair" }], end };
  }
  const value = digits.length >= 3 || digits.includes("0") ? fixedOf(digits) : null;
  if (value === null || (previous && previous.kind !== "scale")) return "unreadable";
  return { items: [{ ...exact(0n), low: value, high: value, digits: digits.length }], end };
}

/** A run of Chinese digits; "五、六十" is a run too, since a unit follows and six comes after five. */
function digitRun(text: string, start: number): { readonly digits: string; readonly end: number } {
  let digits = "";
  let end = start;
  for (let digit = digitAt(text, end); digit !== undefined; digit = digitAt(text, end)) {
    digits += digit;
    end += 1;
  }
  const next = text.charAt(end) === "、" && digits.length === 1 ? digitAt(text, end + 1) : undefined;
  const multiplied = unitAt(text, end + 2) !== undefined || "万亿".includes(text.charAt(end + 2) || " ");
  if (next !== undefined && next === Number(digits) + 1 && multiplied) return { digits: digits + next, end: end + 2 };
  return { digits, end };
}

/** The decimals after 点, in either kind of digits. */
function chinesePoint(text: string, at: number): { readonly digits: string; readonly end: number } | null {
  if (text.charAt(at) !== "点") return null;
  const run = digitRun(text, at + 1);
  if (run.digits !== "") return run;
  let end = at + 1;
  while (/\d/.test(text.charAt(end))) end += 1;
  return end === at + 1 ? null : { digits: text.slice(at + 1, end), end };
}

function exact(value: bigint): Amount {
  return { kind: "amount", low: value * one, high: value * one, vague: "no", digits: 1, whole: true, place: one };
}

function fractionOf(value: Fixed, digits: number, decimals: string): Amount {
  const places = Math.max(1, Math.min(9, decimals.replace(/0+$/, "").length));
  return {
    kind: "amount",
    low: value,
    high: value,
    vague: "no",
    digits,
    whole: false,
    place: one / 10n ** BigInt(places),
  };
}
