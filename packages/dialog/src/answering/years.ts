import { parseDate, yearOfDay } from "@shifan/rules";
import { type Years, yearOfFigure } from "../flow/years.ts";
import type { DialogContext } from "../state.ts";

/** Relative year words and how many years back from today each lies. */
const relative: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2, 大前年: 3 };

/** The words by which a message may name the figure of one year: 2025年, 25年, 去年. */
export function yearWords(fact: string, years: Years, context: DialogContext): string[] {
  const year = yearOfFigure(context.policy, fact, years);
  if (year === null) return [];
  const today = yearOfDay(parseDate(context.today) as number);
  const words = [`${year}年`, `${year % 100}年`, String(year)];
  for (const [word, back] of Object.entries(relative)) if (today - back === year) words.push(word);
  return words;
}
