import { daysAfter } from "../facts/calendar.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import { type HolidayCalendar, isWorkingDay } from "../selection/working-days.ts";

export type ReminderRule = PolicyDocument["reminders"]["rules"][number];
type OccasionRule = ReminderRule["occasions"][number];

/** A day on which something is told of. The id tells it from the others of the same duty, whatever day it is moved to. */
export interface Occasion {
  readonly id: string;
  /** YYYY-MM-DD, a day of work where the rule asks for one. */
  readonly day: string;
}

/** No stretch of days off is longer. */
const longestHoliday = 30;

/** The last day of work that is not after a day. A day of a year without a notice stays: nobody knows whether people work on it. */
function lastWorkingDay(calendar: HolidayCalendar, day: string): string {
  for (let back = 0; back <= longestHoliday; back += 1) {
    const earlier = daysAfter(day, -back);
    const works = isWorkingDay(calendar, earlier);
    if (works === undefined) return day;
    if (works) return earlier;
  }
  return day;
}

function namedDays(rule: OccasionRule, due: string, until: string, calendar: HolidayCalendar): Occasion[] {
  switch (rule.when) {
    case "before":
      return [{ id: `before-${rule.days}`, day: daysAfter(due, -rule.days) }];
    case "on_the_day":
      return [{ id: "on-the-day", day: due }];
    case "after":
      return [{ id: `after-${rule.days}`, day: daysAfter(due, rule.days) }];
    case "last_working_day":
      return [{ id: "last-working-day", day: lastWorkingDay(calendar, due) }];
    case "in_its_year":
      return [{ id: `in-its-year-${rule.day}`, day: `${due.slice(0, 4)}-${rule.day}` }];
    case "every":
      return everyFewDays(due, until, rule.days);
  }
}

function everyFewDays(from: string, until: string, days: number): Occasion[] {
  const found: Occasion[] = [];
  for (let count = 0, day = from; day <= until; count += 1, day = daysAfter(from, count * days)) {
    found.push({ id: `every-${count + 1}`, day });
  }
  return found;
}

/**
 * The days on which something due is told of, in their order. Of several that fall on one day, as before a long holiday, the nearest to the
 * due day is told: nobody is told the same twice in a day.
 *
 * @param due its day, YYYY-MM-DD
 * @param until how far repeated occasions are listed
 */
export function occasionsOf(rule: ReminderRule, due: string, until: string, calendar: HolidayCalendar): Occasion[] {
  const byDay = new Map<string, Occasion>();
  const named = rule.occasions.flatMap((each) => namedDays(each, due, until, calendar));
  for (const { id, day } of named.toSorted((one, other) => compare(one.day, other.day))) {
    const told = rule.on_day_off === "working_day_before" ? lastWorkingDay(calendar, day) : day;
    byDay.set(told, { id, day: told });
  }
  return [...byDay.values()].toSorted((one, other) => compare(one.day, other.day));
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * What is to be told of on a day: the latest occasion that has come, if it is still worth telling. Earlier ones that were missed are passed over:
 * after a standstill everybody is told once, and not of what is past.
 *
 * @param ends the last day on which telling is of use, as a deadline is; null where no day ends it
 */
export function occasionOn(
  rule: ReminderRule,
  occasions: readonly Occasion[],
  { today, ends }: { readonly today: string; readonly ends: string | null },
): Occasion | null {
  const latest = occasions.findLast(({ day }) => day <= today);
  if (latest === undefined || (ends !== null && today > ends)) return null;
  return today <= daysAfter(latest.day, rule.worth_telling_days) ? latest : null;
}
