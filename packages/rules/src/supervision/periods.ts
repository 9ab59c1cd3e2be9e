/**
 * Calendar halves and years by name: "2027-H1", "2027-H2", "2027". Names of one kind sort as their time does. Days are YYYY-MM-DD in Shanghai.
 */

const halfName = /^(\d{4})-H(1|2)$/;
const yearName = /^(\d{4})$/;

function partsOf(period: string): { year: number; half: 1 | 2 | null } {
  const half = halfName.exec(period);
  if (half !== null) return { year: Number(half[1]), half: half[2] === "1" ? 1 : 2 };
  const year = yearName.exec(period);
  if (year === null) throw new Error(`${period} is no period`);
  return { year: Number(year[1]), half: null };
}

const fourDigits = (year: number) => String(year).padStart(4, "0");

/** Whether a text names a half or a year. */
export function isPeriod(text: string): boolean {
  return halfName.test(text) || yearName.test(text);
}

/** The calendar half in which a day lies. */
export function halfOf(day: string): string {
  return `${day.slice(0, 4)}-H${day.slice(5, 7) <= "06" ? 1 : 2}`;
}

/** The calendar year of a day, as the name of a period. */
export function yearOf(day: string): string {
  return day.slice(0, 4);
}

/** The year in which a period lies, as a number. @throws Error for what is no period */
export function calendarYearOf(period: string): number {
  return partsOf(period).year;
}

/** @throws Error for what is no period */
export function firstDayOf(period: string): string {
  const { year, half } = partsOf(period);
  return `${fourDigits(year)}-${half === 2 ? "07" : "01"}-01`;
}

/** The last day, which the period includes. @throws Error for what is no period */
export function lastDayOf(period: string): string {
  const { year, half } = partsOf(period);
  return `${fourDigits(year)}-${half === 1 ? "06-30" : "12-31"}`;
}

/** The period of the same kind before. @throws Error for what is no period */
export function previousPeriod(period: string): string {
  const { year, half } = partsOf(period);
  if (half === null) return fourDigits(year - 1);
  return half === 2 ? `${fourDigits(year)}-H1` : `${fourDigits(year - 1)}-H2`;
}

/** The period of the same kind after. @throws Error for what is no period */
export function nextPeriod(period: string): string {
  const { year, half } = partsOf(period);
  if (half === null) return fourDigits(year + 1);
  return half === 1 ? `${fourDigits(year)}-H2` : `${fourDigits(year + 1)}-H1`;
}

/** The two halves of a year, or the half itself. @throws Error for what is no period */
export function halvesOf(period: string): readonly string[] {
  const { year, half } = partsOf(period);
  return half === null ? [`${fourDigits(year)}-H1`, `${fourDigits(year)}-H2`] : [period];
}

/** Every period from one to another of the same kind, both included; none where the first lies behind the last. */
export function periodsFrom(first: string, last: string): readonly string[] {
  const periods: string[] = [];
  for (let period = first; period <= last; period = nextPeriod(period)) periods.push(period);
  return periods;
}

/** 2027年上半年, 2027年. @throws Error for what is no period */
export function spellPeriod(period: string): string {
  const { year, half } = partsOf(period);
  return `${year}年${half === null ? "" : half === 1 ? "上半年" : "下半年"}`;
}
