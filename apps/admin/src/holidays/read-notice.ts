import type { RecordHolidays } from "@shifan/contract";
import { dayText, weekdayText } from "../texts/days.ts";

export type Holiday = RecordHolidays["days"][number];

const paragraph = /[一二三四五六七八九十]+、\s*([^：:\n]{1,20})[：:]([\s\S]*?)(?=\n\s*[一二三四五六七八九十]+、|$)/g;
const dayPattern = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?/g;

type Found = { readonly year: number; readonly month: number; readonly date: number; readonly weekday: string | null };

const textOf = ({ year, month, date }: Found) =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** The days that a sentence names, one after the other; a day without its month is of the month named before it. */
function daysIn(sentence: string, year: number): Found[] {
  const found: Found[] = [];
  for (const [, ownYear, month, date, beside] of sentence.matchAll(dayPattern)) {
    const before = found.at(-1);
    if (month === undefined && before === undefined) continue;
    found.push({
      year: ownYear === undefined ? (before?.year ?? year) : Number(ownYear),
      month: month === undefined ? (before?.month ?? 0) : Number(month),
      date: Number(date),
      weekday: /(?:周|星期)([一二三四五六日])/.exec(beside ?? "")?.[1] ?? null,
    });
  }
  return found;
}

/** All days from one to another, both included. */
function span(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/**
 * The days off and the make-up working days in the text of the State Council's yearly notice, as it is pasted. A weekday that the notice names and
 * the year has not is a doubt: the text is of another year, or was copied wrong.
 */
export function readNotice(text: string, year: number): { days: readonly Holiday[]; doubts: readonly string[] } {
  const days = new Map<string, Holiday>();
  const doubts: string[] = [];
  for (const [, name = "", body = ""] of text.normalize("NFC").matchAll(paragraph)) {
    for (const sentence of body.split(/[。；;]/)) {
      const kind = /上班/.test(sentence) ? "working" : /放假/.test(sentence) ? "off" : null;
      if (kind === null) continue;
      const named = daysIn(sentence, year);
      for (const each of named) {
        const day = textOf(each);
        const isWeekday = each.weekday === null || weekdayText(day) === `星期${each.weekday}`;
        if (!isWeekday) doubts.push(`${name}：${dayText(day)}不是星期${each.weekday}`);
      }
      const [first, last] = named.map(textOf);
      const whole = kind === "off" && /至|到|—|－|-/.test(sentence) && first !== undefined && last !== undefined;
      for (const day of whole ? span(first, last) : named.map(textOf)) days.set(day, { day, kind, name });
    }
  }
  return { days: [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1)), doubts };
}
