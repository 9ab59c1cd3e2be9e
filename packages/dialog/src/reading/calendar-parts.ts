import { civilOf, dayOf, daysInMonth } from "@shifan/rules";
import { readWholeNumber } from "./numerals.ts";

/** Days as whole numbers since 1970-01-01, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}
export type SpanProblem = "no_such_day" | "out_of_range" | "unreadable";

const firstYear = 1949;
const lastYear = 2100;

/** 2021, 二〇二一, 21, 二一. Of two digits: not more than twenty years ahead, else of the last century (98 is 1998). */
export function readYearDigits(text: string, today: number): number | null {
  const digits = [...text].map((character) => "〇一二三四五六七八九".indexOf(character === "零" ? "〇" : character));
  const written = /^\d+$/.test(text) ? text : digits.includes(-1) ? "" : digits.join("");
  if (written.length === 4) return Number(written);
  if (written.length !== 2) return null;
  const year = Number(written);
  const now = civilOf(today).year;
  const century = now - (now % 100);
  return century + year > now + 20 ? century - 100 + year : century + year;
}

/** 3, 03, 三, 十二, 廿五, 元 (the first month). */
export function readMonthOrDay(text: string): number | null {
  return text === "元" ? 1 : readWholeNumber(text);
}

export function yearSpan(year: number): Span | SpanProblem {
  return monthsSpan(year, 1, 12);
}

export function monthsSpan(year: number, from: number, to: number): Span | SpanProblem {
  if (year < firstYear || year > lastYear) return "out_of_range";
  if (from < 1 || to > 12) return "no_such_day";
  return { first: dayOf(year, from, 1), last: dayOf(year, to, daysInMonth(year, to)) };
}

export function daysSpan(year: number, month: number, from: number, to: number): Span | SpanProblem {
  const whole = monthsSpan(year, month, month);
  if (typeof whole === "string") return whole;
  if (from < 1 || to > daysInMonth(year, month)) return "no_such_day";
  return { first: dayOf(year, month, from), last: dayOf(year, month, to) };
}

/** 初, 中, 底 and the 旬 of a month. */
export function partOfMonth(year: number, month: number, part: string): Span | SpanProblem {
  const whole = monthsSpan(year, month, month);
  if (typeof whole === "string") return whole;
  if (part === "初" || part === "上旬") return daysSpan(year, month, 1, 10);
  if (part === "中" || part === "中旬") return daysSpan(year, month, 11, 20);
  return daysSpan(year, month, 21, daysInMonth(year, month));
}

/**
 * 初 (to March), 中 (June and July), 底 and 末 (December), halves and quarters of a year. Wide on purpose: what follows
 * from every day of the span is right, and where the day matters it is asked for.
 */
export function partOfYear(year: number, part: string): Span | SpanProblem {
  if (part.startsWith("上半")) return monthsSpan(year, 1, 6);
  if (part.startsWith("下半")) return monthsSpan(year, 7, 12);
  const quarter = /[1-4一二三四]/u.exec(part)?.[0];
  if (quarter !== undefined) {
    const number = readMonthOrDay(quarter) ?? 1;
    return monthsSpan(year, number * 3 - 2, number * 3);
  }
  if (part.endsWith("初")) return monthsSpan(year, 1, 3);
  if (part.endsWith("中")) return monthsSpan(year, 6, 7);
  return monthsSpan(year, 12, 12);
}
