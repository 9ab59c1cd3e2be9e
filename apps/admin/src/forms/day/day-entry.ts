import { dayText, readDay, weekdayText } from "../../texts/days.ts";

/** What a field of a day makes of what was typed. */
export type DayEntry = {
  /** What the form holds: the day, or the text as it is, which the server then judges at this field. */
  readonly value: string;
  /** What was understood, to be seen below the field; null for nothing. */
  readonly understood: string | null;
  /** Whether something stands there that is no day. */
  readonly isUnread: boolean;
};

/** @param today for a day that was typed without its year */
export function readDayEntry(text: string, today: string): DayEntry {
  const day = readDay(text, today);
  const isBlank = text.trim() === "";
  if (day === null) return { value: isBlank ? "" : text, understood: null, isUnread: !isBlank };
  return { value: day, understood: `${dayText(day)} ${weekdayText(day)}`, isUnread: false };
}
