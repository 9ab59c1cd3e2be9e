import {
  daysAfter,
  type HolidayCalendar,
  type Occasion,
  occasionOn,
  occasionsOf,
  type ReminderRule,
} from "@shifan/rules";

/** The occasion that is to be told of today, by the day that is due. */
export type TellableDays = ReadonlyMap<string, Occasion>;

/** No stretch of days off moves an occasion further. */
const longestHoliday = 30;
const longestYear = 366;

function reachOf({ occasions, worth_telling_days }: ReminderRule): { ahead: number; behind: number } {
  let [ahead, behind] = [0, 0];
  for (const occasion of occasions) {
    switch (occasion.when) {
      case "before":
        ahead = Math.max(ahead, occasion.days + longestHoliday);
        break;
      case "after":
        behind = Math.max(behind, occasion.days);
        break;
      case "last_working_day":
        ahead = Math.max(ahead, longestHoliday);
        break;
      case "in_its_year":
        ahead = Math.max(ahead, longestYear);
        break;
      case "every":
        behind = Math.max(behind, longestYear);
        break;
      case "on_the_day":
        break;
    }
  }
  return { ahead, behind: behind + worth_telling_days };
}

/** Whether every occasion of a rule lies before its day: then nobody is told after it. */
const endsWithItsDay = ({ occasions }: ReminderRule): boolean =>
  occasions.every(({ when }) => when === "before" || when === "last_working_day" || when === "in_its_year");

/** The last day on which telling is of use, as the rule has it. */
export function endOfDuty(rule: ReminderRule, dueOn: string): string | null {
  return endsWithItsDay(rule) ? dueOn : null;
}

/** The days of the last look, by rule: whoever looks again on the same day, by the same calendar, need not count anew. */
const remembered = new WeakMap<ReminderRule, { of: string; days: TellableDays }>();

/** The days of which there is something to tell today: what is due on any other need not be looked for. */
export function tellableDays(rule: ReminderRule, today: string, calendar: HolidayCalendar): TellableDays {
  const of = [today, ...calendar.years, ...calendar.off, "", ...calendar.working].join(" ");
  const last = remembered.get(rule);
  if (last?.of === of) return last.days;
  const days = countTellableDays(rule, today, calendar);
  remembered.set(rule, { of, days });
  return days;
}

function countTellableDays(rule: ReminderRule, today: string, calendar: HolidayCalendar): TellableDays {
  const { ahead, behind } = reachOf(rule);
  const days = new Map<string, Occasion>();
  for (let offset = -behind; offset <= ahead; offset += 1) {
    const due = daysAfter(today, offset);
    const occasion = occasionOn(rule, occasionsOf(rule, due, today, calendar), { today, ends: endOfDuty(rule, due) });
    if (occasion !== null) days.set(due, occasion);
  }
  return days;
}
