import { civilOf, formatDate, parseDate } from "@shifan/rules";
import type { Span } from "./calendar-parts.ts";
import { type DateMention, dateMentions, joinDates, type Precision } from "./date-mentions.ts";
import { prepare } from "./normalise.ts";
import { type WordKind, wordAt } from "./quantity-words.ts";

export type DateProblem =
  | "empty"
  | "too_long"
  | "unreadable"
  | "unknown"
  /** 没有: nothing that has a date. */
  | "none"
  /** 长期, 无固定期限: it has no last day. */
  | "open_ended"
  | "question"
  | "no_such_day"
  | "out_of_range"
  /** 3月5日: the year is open. */
  | "year_missing"
  /** 03-05-2021, 21.3.5: day, month and year could be any of them. */
  | "ambiguous"
  /** 农历. */
  | "lunar"
  | "several_dates";

export interface DateReading {
  readonly ok: true;
  /** YYYY-MM-DD, the ends included; null where there is none. One day when both are the same. */
  readonly min: string | null;
  readonly max: string | null;
  readonly precision: Precision;
  readonly approximate: boolean;
  /** Words that today gave a meaning, and the year they came to: to be echoed, and asked about where it surprises. */
  readonly relative: { readonly word: string; readonly year: number } | null;
}
export type DateRefusal = {
  readonly ok: false;
  readonly code: DateProblem;
  /** several_dates: each of them, in order, so that "…到哪天" can take the last. */
  readonly dates?: readonly DateReading[];
};
export interface DateOptions {
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string;
  /** Whether 9月20日 without a year is one of the present year; the year then stands in `relative`. */
  readonly assumePresentYear?: boolean;
}

const clock = /(?<=\d)[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?![\d:]|z|[+-]\d)/gu;
const hindering: readonly WordKind[] = ["turn", "ratio"];

/** Reads a day, or the span of days that a month, a year or 年底 leaves open: 2021年3月5日, 20210305, 去年3月, 昨天. */
export function readDate(text: string, options: DateOptions): DateReading | DateRefusal {
  const prepared = prepare(text);
  if (!prepared.ok) return refuse(prepared.code);
  const today = parseDate(options.today);
  if (today === undefined) throw new RangeError(`today is no day: ${options.today}`);
  const plain = joinDates(prepared.text.replace(clock, ""));
  if (/农历|阴历|正月|腊月|初[一二三四五六七八九十]/u.test(plain)) return refuse("lunar");
  if (/民国|昭和|平成|令和/u.test(plain)) return refuse("unreadable");
  const mentions = dateMentions(plain, today);
  const rest = outside(plain, mentions);
  if (mentions.length === 0) return refuse(withoutDate(plain, rest.kinds));
  if (rest.kinds.has("question")) return refuse("question");
  if (/\d/.test(rest.text) || hindering.some((kind) => rest.kinds.has(kind))) return refuse("unreadable");
  const approximate =
    rest.kinds.has("about") || rest.kinds.has("unknown") || rest.kinds.has("near") || /前后/u.test(plain);
  const readings = readEach(mentions, options, today, approximate);
  if (!Array.isArray(readings)) return readings;
  return combine(readings, plain, mentions);
}

/** The text between the mentions, and the kinds of the words in it. */
function outside(text: string, mentions: readonly DateMention[]): { text: string; kinds: ReadonlySet<WordKind> } {
  let rest = "";
  let from = 0;
  for (const mention of mentions) {
    rest += `${text.slice(from, mention.start)}\n`;
    from = mention.end;
  }
  rest = (rest + text.slice(from)).replace(/不[早晚迟]于/gu, "");
  const kinds = new Set<WordKind>();
  for (let at = 0; at < rest.length; ) {
    const word = wordAt(rest, at);
    if (word) kinds.add(word.kind);
    at += word?.text.length ?? 1;
  }
  return { text: rest, kinds };
}

function withoutDate(text: string, kinds: ReadonlySet<WordKind>): DateProblem {
  if (/长期|永久|无固定期限|没有期限|不限期/u.test(text)) return "open_ended";
  for (const kind of ["unknown", "question"] as const) if (kinds.has(kind)) return kind;
  const nothing = (kinds.has("none") || /^从?未|^不曾/u.test(text)) && !/\d/.test(text);
  return nothing && text.length <= 12 ? "none" : "unreadable";
}

function readEach(
  mentions: readonly DateMention[],
  options: DateOptions,
  today: number,
  approximate: boolean,
): DateReading[] | DateRefusal {
  const readings: DateReading[] = [];
  let knownYear: number | null = null;
  for (const mention of mentions) {
    let { span, word } = mention;
    if (span === "year_missing") {
      const presentYear = options.assumePresentYear ? civilOf(today).year : null;
      const year: number | null = knownYear ?? presentYear;
      if (year === null || mention.inYear === null) return refuse("year_missing");
      span = mention.inYear(year);
      if (knownYear !== null) word = null;
    }
    if (typeof span === "string") return refuse(span);
    knownYear = civilOf(span.first).year;
    readings.push(readingOf(span, mention.precision, approximate, word));
  }
  return readings;
}

function readingOf(span: Span, precision: Precision, approximate: boolean, word: string | null): DateReading {
  const relative = word === null ? null : { word, year: civilOf(span.first).year };
  return { ok: true, min: formatDate(span.first), max: formatDate(span.last), precision, approximate, relative };
}

/** One date, the same date written twice, a span 在…之间, or a bound. */
function combine(
  readings: readonly DateReading[],
  text: string,
  mentions: readonly DateMention[],
): DateReading | DateRefusal {
  const [first, second] = readings;
  const [mention] = mentions;
  if (!first || !mention) return refuse("unreadable");
  const same = readings.every((each) => each.min === first.min && each.max === first.max);
  if (same) return bounded(first, text.slice(0, mention.start), text.slice(mentions.at(-1)?.end ?? mention.end));
  const between = second && readings.length === 2 && /之间|中间/u.test(text);
  if (between && first.min !== null && second.max !== null && first.min <= second.max) {
    return { ...first, max: second.max, relative: first.relative ?? second.relative };
  }
  return { ok: false, code: "several_dates", dates: readings };
}

/** 以前 and 以后 (起 is the day itself) are read with the named time itself included: the wider reading, from which nothing wrong can follow. */
function bounded(reading: DateReading, before: string, after: string): DateReading {
  const upper = /^ ?(?:以前|之前|前(?!后)|为止之前)/u.test(after) || /(?:不[晚迟]于|(?<!不)早于|最晚)$/u.test(before);
  const lower = /^ ?(?:以后|之后|后)/u.test(after) || /(?:不早于|(?<!不)[晚迟]于|最早)$/u.test(before);
  if (upper === lower) return reading;
  return upper ? { ...reading, min: null } : { ...reading, max: null };
}

function refuse(code: DateProblem): DateRefusal {
  return { ok: false, code };
}
