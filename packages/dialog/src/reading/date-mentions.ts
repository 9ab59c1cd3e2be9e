import { civilOf } from "@shifan/rules";
import {
  daysSpan,
  monthsSpan,
  partOfMonth,
  partOfYear,
  readMonthOrDay,
  readYearDigits,
  type Span,
  type SpanProblem,
  yearSpan,
} from "./calendar-parts.ts";
import { readWholeNumber } from "./numerals.ts";

export type Precision = "day" | "part_of_month" | "month" | "part_of_year" | "year";
/** One time named in a text. */
export interface DateMention {
  readonly span: Span | SpanProblem | "year_missing" | "ambiguous";
  readonly precision: Precision;
  /** Month and day of a mention without a year, to be completed from the one before it or by assumption. */
  readonly inYear: ((year: number) => Span | SpanProblem) | null;
  /** The words whose meaning depends on today. */
  readonly word: string | null;
  readonly start: number;
  readonly end: number;
}
type Found = Omit<DateMention, "start" | "end"> & { readonly length: number };
type Reader = (match: RegExpExecArray, today: number) => Omit<Found, "length"> | null;

const digit = "[\\d〇零一二三四五六七八九]";
const number = "(?:\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})";
const yearWord = "大前年|前年|去年|上一?年|今年|本年|当年|这一?年|明年|来年|下一年|后年";
const partWord = "年底|年末|年初|年中|底|末|初|中|上半年?|下半年?|第?[一二三四1-4]季度|q[1-4]";
const day = `(?:(${number})(?:[日号]|(?=$|[\\s,;。、)]))|(初|中旬?|底|末|上旬|下旬))`;
const yearOffsets: Readonly<Record<string, number>> = { 大: -3, 前: -2, 去: -1, 上: -1, 明: 1, 来: 1, 下: 1, 后: 2 };
const dayWords: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  当天: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};
const weekOffsets: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1 };
const monthOffsets: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 当: 0, 下: 1 };

const readers: readonly (readonly [pattern: RegExp, read: Reader])[] = [
  [/(?<!\d)(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{1,2})(?!\d)/y, () => ({ ...nothing, span: "ambiguous" })],
  [/(?<![\d.])((?:19|20)\d{2})([-./]| )(\d{1,2})(?:\2(\d{1,2})(?!\d)日?)?(?!\d)/y, readNumeric],
  [/(?<![\d.])((?:19|20)\d{2})(\d{2})(\d{2})?(?!\d)/y, readCompact],
  [
    new RegExp(
      `(?<!${digit})(?:(${yearWord})|(${digit}{4}|${digit}{2}(?!年[前后]))年)度?的?(?:(元|${number})月份?${day}?|(${partWord}))?`,
      "y",
    ),
    readWithYear,
  ],
  [
    new RegExp(
      `(?<!${digit})(?:(?:19|20)\\d{2}|[一二][〇零九]${digit}{2})(?!${digit}|[.%,万亿千百十多余家个人次元块份台平户名])`,
      "y",
    ),
    readBareYear,
  ],
  [new RegExp(`(上上|[上本这当下])个?月${day}?`, "y"), readRelativeMonth],
  [new RegExp(`(?<!${digit}|十)(元|${number})月份?${day}?`, "y"), readWithoutYear],
  [new RegExp(`(?<!${digit}|十)(${number})[日号]`, "y"), readDayAlone],
  [/(年底|年末|年初|年中|上半年|下半年|第?[一二三四1-4]季度|月[初中底末])/y, readPartAlone],
  [/大前天|前天|昨[天日]|[今明][天日]|当天|大?后天/uy, readDayWord],
  [/(上上|[上本这下])个?(?:周|星期|礼拜)([一二三四五六日天])?/uy, readWeek],
  [/(\d{1,4}|[一二三四五六七八九十两百]{1,5})(天|个月|年)(?:之|以)?(前|后)/uy, readDistance],
];

/** "2021 年 3 月 5 日" as one word. */
export function joinDates(text: string): string {
  return text.replace(/(?<=[\d年月]) (?=[年月日号])|(?<=[年月]) (?=\d)/gu, "");
}

/** Every time that a normalised text names, in order. Reads no date into a number with other digits around it. */
export function dateMentions(text: string, today: number): readonly DateMention[] {
  const mentions: DateMention[] = [];
  let at = 0;
  while (at < text.length) {
    const found = mentionAt(text, at, today);
    if (found) mentions.push({ ...found, start: at, end: at + found.length });
    at += found?.length ?? 1;
  }
  return mentions;
}

function mentionAt(text: string, at: number, today: number): Found | null {
  for (const [pattern, read] of readers) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const found = match ? read(match, today) : null;
    if (match && found) return { ...found, length: match[0].length };
  }
  return null;
}

const nothing = { precision: "day", inYear: null, word: null } as const;

function readNumeric([, year = "", , month = "", date]: RegExpExecArray): Omit<Found, "length"> {
  return inMonth(Number(year), Number(month), date, undefined);
}

function readCompact(match: RegExpExecArray): Omit<Found, "length"> {
  const [, year = "", month = "", date] = match;
  return inMonth(Number(year), Number(month), date, undefined);
}

function readWithYear(match: RegExpExecArray, today: number): Omit<Found, "length"> | null {
  const [whole, relative, digits, month, date, part, yearPart] = match;
  const year = relative === undefined ? readYearDigits(digits ?? "", today) : relativeYear(relative, today);
  if (year === null) return null;
  const word = relative === undefined ? null : relative;
  if (month !== undefined) return { ...inMonth(year, readMonthOrDay(month), date, part), word };
  if (yearPart === undefined) return { span: yearSpan(year), precision: "year", inYear: null, word };
  // "2021年中标" and "今年初步" go on as other words.
  if (yearPart.length === 1 && /[标期旬级间步次]/u.test(match.input.charAt(match.index + whole.length))) return null;
  return { span: partOfYear(year, yearPart), precision: "part_of_year", inYear: null, word };
}

function readBareYear(match: RegExpExecArray, today: number): Omit<Found, "length"> | null {
  const year = readYearDigits(match[0], today);
  return year === null ? null : { span: yearSpan(year), precision: "year", inYear: null, word: null };
}

function readRelativeMonth(match: RegExpExecArray, today: number): Omit<Found, "length"> {
  const [whole, which = "", date, part] = match;
  const { year, month } = civilOf(today);
  const shifted = year * 12 + month - 1 + (monthOffsets[which] ?? 0);
  return { ...inMonth(Math.floor(shifted / 12), (shifted % 12) + 1, date, part), word: whole };
}

function readWithoutYear(match: RegExpExecArray): Omit<Found, "length"> {
  const [whole, month = "", date, part] = match;
  const inYear = (year: number) => inMonth(year, readMonthOrDay(month), date, part).span as Span | SpanProblem;
  const { precision } = inMonth(2000, readMonthOrDay(month), date, part);
  return { span: "year_missing", precision, inYear, word: whole };
}

function readDayAlone(match: RegExpExecArray, today: number): Omit<Found, "length"> {
  const [whole, date = ""] = match;
  const { month } = civilOf(today);
  const inYear = (year: number) => inMonth(year, month, date, undefined).span as Span | SpanProblem;
  return { span: "year_missing", precision: "day", inYear, word: whole };
}

function readPartAlone(match: RegExpExecArray, today: number): Omit<Found, "length"> {
  const [whole] = match;
  const { month } = civilOf(today);
  const ofMonth = whole.startsWith("月");
  const inYear = (year: number) => (ofMonth ? partOfMonth(year, month, whole.charAt(1)) : partOfYear(year, whole));
  return { span: "year_missing", precision: ofMonth ? "part_of_month" : "part_of_year", inYear, word: whole };
}

function readDayWord(match: RegExpExecArray, today: number): Omit<Found, "length"> {
  const date = today + (dayWords[match[0]] ?? 0);
  return { ...nothing, span: { first: date, last: date }, word: match[0] };
}

function readWeek(match: RegExpExecArray, today: number): Omit<Found, "length"> {
  const [whole, which = "", weekday] = match;
  // 1970-01-01 was a Thursday.
  const monday = today - ((((today + 3) % 7) + 7) % 7) + 7 * (weekOffsets[which] ?? 0);
  if (weekday === undefined)
    return { ...nothing, span: { first: monday, last: monday + 6 }, precision: "part_of_month", word: whole };
  const date = monday + "一二三四五六日".indexOf(weekday === "天" ? "日" : weekday);
  return { ...nothing, span: { first: date, last: date }, word: whole };
}

/** 三天前 is a day; 两个月前 a month, 三年前 a year, neither meant to the day. */
function readDistance(match: RegExpExecArray, today: number): Omit<Found, "length"> | null {
  const [word, digits = "", unit, direction] = match;
  const amount = readWholeNumber(digits);
  if (amount === null || amount > 1_000) return null;
  const signed = direction === "前" ? -amount : amount;
  const { year, month } = civilOf(today);
  if (unit === "天") return { ...nothing, span: { first: today + signed, last: today + signed }, word };
  if (unit === "年") return { span: yearSpan(year + signed), precision: "year", inYear: null, word };
  const shifted = year * 12 + month - 1 + signed;
  const [inYear, inMonth] = [Math.floor(shifted / 12), (((shifted % 12) + 12) % 12) + 1];
  return { span: monthsSpan(inYear, inMonth, inMonth), precision: "month", inYear: null, word };
}

function inMonth(
  year: number,
  month: number | null,
  date: string | undefined,
  part: string | undefined,
): Omit<Found, "length"> {
  const shared = { inYear: null, word: null };
  if (month === null) return { ...shared, span: "unreadable", precision: "month" };
  if (part !== undefined) return { ...shared, span: partOfMonth(year, month, part), precision: "part_of_month" };
  if (date === undefined) return { ...shared, span: monthsSpan(year, month, month), precision: "month" };
  const number = readMonthOrDay(date);
  const span = number === null ? "unreadable" : daysSpan(year, month, number, number);
  return { ...shared, span, precision: "day" };
}

function relativeYear(word: string, today: number): number {
  return civilOf(today).year + (yearOffsets[word.charAt(0)] ?? 0);
}
