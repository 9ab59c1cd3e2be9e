/**
 * Calendar days as whole numbers (days since 1970-01-01), so that dates compare and add like integers and no time zone can
 * enter. Everything here is a day in Asia/Shanghai; the conversion from an instant happens once, in the clock of the app.
 */

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 of a proleptic Gregorian date; months are 1–12. What is not finite has no day: NaN. */
export function dayOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719_468;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The inverse of {@link dayOf}. */
export function civilOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function yearOfDay(dayNumber: number): number {
  return civilOf(dayNumber).year;
}

/** Months since year 0, so that two days of one calendar month are equal. */
export function monthOfDay(dayNumber: number): number {
  const { year, month } = civilOf(dayNumber);
  return year * 12 + month - 1;
}

/** The corresponding day so many months on or back; where the month has no such day, its last. */
export function addMonths(dayNumber: number, months: number): number {
  const { year, month, day } = civilOf(dayNumber);
  const index = year * 12 + month - 1 + months;
  const [targetYear, targetMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** The corresponding day so many years on; where the month has no such day, its last (民法典 202). */
export function addYears(dayNumber: number, years: number): number {
  const { year, month, day } = civilOf(dayNumber);
  return dayOf(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

/**
 * Whether so many years from a day on have passed by another, the corresponding day included; false where a day is unknown.
 * So many years are at least and at most so many days: most spans are far from the line and need no calendar.
 */
export function havePassed(years: number, from: number, by: number): boolean {
  return by >= from + years * 366 || (by >= from + years * 365 && by >= addYears(from, years));
}

/** Whether so many years from a day on have not passed by another; false where a day is unknown. */
export function areToCome(years: number, from: number, by: number): boolean {
  return by < from + years * 365 || (by < from + years * 366 && by < addYears(from, years));
}

const zero = "0".charCodeAt(0);
const hyphen = "-".charCodeAt(0);

/** The number that the digits from `start` up to `end` write; NaN where one of them is no digit. */
function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Reads a strict YYYY-MM-DD that exists in the calendar; undefined for anything else. */
export function parseDate(text: string): number | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined;
  const year = numberAt(text, 0, 4);
  const month = numberAt(text, 5, 7);
  const day = numberAt(text, 8, 10);
  // Asked this way round, what is no number is refused too.
  const exists = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? dayOf(year, month, day) : undefined;
}

/** "-01" to "-31". */
const twoDigits = Array.from({ length: 32 }, (_, number) => `-${String(number).padStart(2, "0")}`);

function spellDay(dayNumber: number): string {
  const { year, month, day } = civilOf(dayNumber);
  return String(year).padStart(4, "0") + twoDigits[month] + twoDigits[day];
}

/** The days spelled last, each in its place: those of 22 years have places of their own. A power of two. */
const mostSpelled = 8_192;
const spelledDays = new Int32Array(mostSpelled);
const spelled: string[] = Array.from({ length: mostSpelled }, () => spellDay(0));

/** YYYY-MM-DD. */
export function formatDate(dayNumber: number): string {
  const place = dayNumber & (mostSpelled - 1);
  if (spelledDays[place] !== dayNumber) {
    spelled[place] = spellDay(dayNumber);
    spelledDays[place] = dayNumber;
  }
  return spelled[place] as string;
}

/** The day so many days on, or back where they are negative. Days are YYYY-MM-DD. @throws RangeError for a day that does not exist */
export function daysAfter(day: string, days: number): string {
  const number = parseDate(day);
  if (number === undefined) throw new RangeError(`no such day: ${day}`);
  return formatDate(number + days);
}
