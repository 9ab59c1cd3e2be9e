import type { ReminderSubject } from "@shifan/rules";
import type { ReminderSource } from "../source.ts";

/** The days off of the next year, from a set day on, until they are on record. */
const holidayCalendar: ReminderSource = async ({ document, calendar }, { days, recordIds }) =>
  days
    .filter((day) => day.endsWith(document.reminders.holidays_from.day))
    .map((dueOn) => ({ dueOn, year: Number(dueOn.slice(0, 4)) + 1 }))
    .filter(({ year }) => !calendar.years.has(year) && (recordIds === null || recordIds.includes(String(year))))
    .map(({ dueOn, year }) => ({
      resource: "holidays",
      recordId: String(year),
      dueOn,
      told: { audience: "administrator" as const, role: "administrator" as const, district: null },
      matter: `${year}年放假安排`,
      work: { resource: "holidays", recordId: null, filter: {} },
      values: async () => ({ year: String(year) }),
    }));

export const holidaySources = { holiday_calendar: holidayCalendar } satisfies Partial<
  Record<ReminderSubject, ReminderSource>
>;
