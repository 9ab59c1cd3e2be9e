/** A day as the number of days since 1970-01-01: the form in which validated facts hold it. */
export type DayNumber = number;

/** Reads a YYYY-MM-DD that is already known to be a real day. */
export function dayNumber(text: string): DayNumber {
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** Counted in years that begin on 1 March, so that a leap day comes last. */
export function dayOf(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719_468;
}

function civil(day: DayNumber) {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

export function yearOf(day: DayNumber): number {
  return civil(day).year;
}

/** The corresponding day two or three years on (民法典202). Neither year after a leap year has a 29 February. */
export function yearsLater(from: DayNumber, years: 2 | 3): DayNumber {
  const { year, month, day } = civil(from);
  return dayOf(year + years, month, month === 2 && day === 29 ? 28 : day);
}

/** Whether so many years have passed on a day. Most spans are far from the line and need no calendar. */
export function havePassed(years: 2 | 3, from: DayNumber, by: DayNumber): boolean {
  if (by > from + years * 365) return true;
  return by === from + years * 365 && by >= yearsLater(from, years);
}
