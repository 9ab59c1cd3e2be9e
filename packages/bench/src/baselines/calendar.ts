/** A day as the number 20260610: ordered like the calendar, its year one division away. */
export type DayNumber = number;

/** Reads a YYYY-MM-DD that is already known to be a real day. */
export function dayNumber(text: string): DayNumber {
  return Number(text.slice(0, 4)) * 10_000 + Number(text.slice(5, 7)) * 100 + Number(text.slice(8, 10));
}

export function yearOf(day: DayNumber): number {
  return Math.floor(day / 10_000);
}

/** The corresponding day two or three years on (民法典202). Neither year after a leap year has a 29 February. */
export function yearsLater(day: DayNumber, years: 2 | 3): DayNumber {
  const later = day + years * 10_000;
  return day % 10_000 === 229 ? later - 1 : later;
}
