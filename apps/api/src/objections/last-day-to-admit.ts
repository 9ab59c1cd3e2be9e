import {
  formatDate,
  type HolidayCalendar,
  lifecycleFigure,
  nthWorkingDay,
  type Policy,
  parseDate,
} from "@shifan/rules";

/**
 * The last day on which it is to be decided whether an objection is admitted: so many working days, the day on which it came not counted.
 *
 * @returns null where the calendar is not known that far
 */
export function lastDayToAdmit(
  calendar: HolidayCalendar,
  { document }: Pick<Policy, "document">,
  receivedOn: string,
): string | null {
  const days = lifecycleFigure(document, "objection_admission_working_days");
  return nthWorkingDay(calendar, formatDate((parseDate(receivedOn) ?? 0) + 1), days) ?? null;
}
