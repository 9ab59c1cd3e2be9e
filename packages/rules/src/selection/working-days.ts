import { formatDate, parseDate, yearOfDay } from "../facts/calendar.ts";

/** The published calendar: days off and make-up working days of the years that have been announced. Days are YYYY-MM-DD. */
export interface HolidayCalendar {
  /** The years for which the State Council's notice is on record. */
  readonly years: ReadonlySet<number>;
  readonly off: ReadonlySet<string>;
  /** Weekend days on which work is made up. */
  readonly working: ReadonlySet<string>;
}

/** Whether people work on a day; undefined in a year without a notice: a year that is not announced is unknown, never ordinary. */
export function isWorkingDay(calendar: HolidayCalendar, day: string): boolean | undefined {
  const number = parseDate(day);
  if (number === undefined || !calendar.years.has(yearOfDay(number))) return undefined;
  if (calendar.off.has(day)) return false;
  if (calendar.working.has(day)) return true;
  // Day 0 is 1 January 1970, a Thursday.
  const weekday = (((number + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6;
}

/** How many working days lie between two days, both included; undefined where one of the years is not announced. */
export function countWorkingDays(calendar: HolidayCalendar, from: string, to: string): number | undefined {
  const first = parseDate(from);
  const last = parseDate(to);
  if (first === undefined || last === undefined) return undefined;
  let count = 0;
  for (let day = first; day <= last; day += 1) {
    const works = isWorkingDay(calendar, formatDate(day));
    if (works === undefined) return undefined;
    if (works) count += 1;
  }
  return count;
}

/** The day that is the n-th working day counted from a day on, that day included; undefined where a year is not announced. */
export function nthWorkingDay(calendar: HolidayCalendar, from: string, n: number): string | undefined {
  const first = parseDate(from);
  if (first === undefined) return undefined;
  let left = n;
  for (let day = first; ; day += 1) {
    const works = isWorkingDay(calendar, formatDate(day));
    if (works === undefined) return undefined;
    if (works) left -= 1;
    if (left <= 0) return formatDate(day);
  }
}
