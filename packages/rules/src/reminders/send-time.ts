import { daysAfter } from "../facts/calendar.ts";
import type { PolicyDocument } from "../policy/schema.ts";
import { type HolidayCalendar, isWorkingDay } from "../selection/working-days.ts";

/** Day, hour and minute in Shanghai, YYYY-MM-DDTHH:MM: as texts they stand in the order of time. */
export type Moment = string;

const dayOf = (moment: Moment): string => moment.slice(0, 10);
const timeOf = (moment: Moment): string => moment.slice(11, 16);

type QuietHours = PolicyDocument["reminders"]["quiet_hours"];

/** No stretch of days off is longer. */
const longestHoliday = 30;

/**
 * The first moment from one on at which people want to hear something: outside the quiet hours, on a day of work. In a year without a notice
 * nobody knows the days of work, and only the hours count.
 */
function firstOpenMoment(from: Moment, { quiet, calendar }: { quiet: QuietHours; calendar: HolidayCalendar }): Moment {
  const isLate = timeOf(from) >= quiet.from;
  const isEarly = timeOf(from) < quiet.until;
  let moment = isLate
    ? `${daysAfter(dayOf(from), 1)}T${quiet.until}`
    : isEarly
      ? `${dayOf(from)}T${quiet.until}`
      : from;
  for (let tried = 0; tried < longestHoliday && isWorkingDay(calendar, dayOf(moment)) === false; tried += 1) {
    moment = `${daysAfter(dayOf(moment), 1)}T${quiet.until}`;
  }
  return moment;
}

/** Whether people want to hear something at a moment. */
export function isOpenMoment(moment: Moment, open: { quiet: QuietHours; calendar: HolidayCalendar }): boolean {
  return firstOpenMoment(moment, open) === moment;
}

/**
 * When a message goes. It waits for the morning and for a day of work; where a hard deadline would pass meanwhile, it does not wait.
 *
 * @param planned when it was to go
 * @param deadline the moment from which telling is of no use; null where there is none
 * @returns null where it would come too late
 */
export function timeToSend(
  { planned, now, deadline, isHard }: { planned: Moment; now: Moment; deadline: Moment | null; isHard: boolean },
  open: { quiet: QuietHours; calendar: HolidayCalendar },
): Moment | null {
  const earliest = planned > now ? planned : now;
  if (deadline !== null && earliest >= deadline) return null;
  const moment = firstOpenMoment(earliest, open);
  if (deadline === null || moment < deadline) return moment;
  return isHard ? earliest : null;
}
