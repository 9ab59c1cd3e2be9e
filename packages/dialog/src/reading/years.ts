import { civilOf, parseDate } from "@shifan/rules";
import { type DateMention, dateMentions, joinDates } from "./date-mentions.ts";
import { normalise, prepare } from "./normalise.ts";

export interface YearMention {
  readonly year: number;
  /** The word that today gave a meaning (去年); null for a year written in digits. */
  readonly word: string | null;
}
export type YearReading =
  | {
      readonly ok: true;
      readonly year: number;
      readonly relative: { readonly word: string; readonly year: number } | null;
    }
  | { readonly ok: false; readonly code: YearProblem };
export type YearProblem = "empty" | "too_long" | "unreadable" | "out_of_range" | "several_years";

/**
 * The calendar years that a message names, beside whatever else it says ("去年96家", "2024年末160万"): for asking when they
 * differ from the year of the question.
 */
export function yearsMentioned(text: string, today: string): readonly YearMention[] {
  const plain = joinDates(normalise(text));
  return dateMentions(plain, dayNumber(today)).flatMap((mention) => {
    // 2010家 and 2021.3万 are amounts: beside figures a year says 年 or is part of a whole date.
    const written = plain.slice(mention.start, mention.end);
    return /年|\d{4}[-./]\d{1,2}[-./]\d/u.test(written) ? yearNamed(mention) : [];
  });
}

/** Reads one calendar year: 2025年度, 2025, 二〇二五年, 25年, 去年, 上年度. */
export function readYear(text: string, today: string): YearReading {
  const prepared = prepare(text);
  if (!prepared.ok) return { ok: false, code: prepared.code };
  // "25" alone can only be a year where a year is asked.
  const written = /^\d{2}$/.test(prepared.text) ? `${prepared.text}年` : joinDates(prepared.text);
  const mentions = dateMentions(written, dayNumber(today));
  if (mentions.some((mention) => mention.span === "out_of_range")) return { ok: false, code: "out_of_range" };
  const years = mentions.flatMap(yearNamed);
  const [first] = years;
  const whole = mentions.every((mention) => mention.precision === "year" || mention.precision === "part_of_year");
  if (!first || !whole || /不是|[?吗]/u.test(written)) return { ok: false, code: "unreadable" };
  if (years.some((each) => each.year !== first.year)) return { ok: false, code: "several_years" };
  const { year, word } = first;
  return { ok: true, year, relative: word === null ? null : { word, year } };
}

/** 上个月 and 昨天 have a year too, but name none. */
function yearNamed({ span, word }: DateMention): readonly YearMention[] {
  if (typeof span === "string" || (word !== null && !word.includes("年"))) return [];
  return [{ year: civilOf(span.first).year, word }];
}

function dayNumber(today: string): number {
  const day = parseDate(today);
  if (day === undefined) throw new RangeError(`today is no day: ${today}`);
  return day;
}
