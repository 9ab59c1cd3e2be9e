const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const oneDay = 86_400_000;
const daysOfWeek = 7;

/** The day so many days later; earlier for a negative number. @param day YYYY-MM-DD */
export function daysLater(day: string, days: number): string {
  return dayOf(instantOf(day) + days * oneDay);
}

/** The same day so many months later, or the month's last where there is none: 31 January, one month on, is 28 or 29 February. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(first + (Math.min(date, lastDate) - 1) * oneDay);
}

/** Which day of its week, Monday being 0. */
export function placeInWeek(day: string): number {
  return (new Date(instantOf(day)).getUTCDay() + daysOfWeek - 1) % daysOfWeek;
}

/** The weeks of the month in which a day lies, each from Monday to Sunday; null for days of its neighbours. */
export function weeksOf(day: string): readonly (readonly (string | null)[])[] {
  const month = day.slice(0, 7);
  const first = `${month}-01`;
  const start = daysLater(first, -placeInWeek(first));
  const weeks: (string | null)[][] = [];
  for (let monday = start; monday.slice(0, 7) <= month; monday = daysLater(monday, daysOfWeek)) {
    const days = Array.from({ length: daysOfWeek }, (_, place) => daysLater(monday, place));
    weeks.push(days.map((each) => (each.startsWith(month) ? each : null)));
  }
  return weeks;
}

/** To which day a key leads from another in a calendar; null for keys that lead nowhere. */
export function dayByKey(key: string, day: string): string | null {
  switch (key) {
    case "ArrowLeft":
      return daysLater(day, -1);
    case "ArrowRight":
      return daysLater(day, 1);
    case "ArrowUp":
      return daysLater(day, -daysOfWeek);
    case "ArrowDown":
      return daysLater(day, daysOfWeek);
    case "Home":
      return daysLater(day, -placeInWeek(day));
    case "End":
      return daysLater(day, daysOfWeek - 1 - placeInWeek(day));
    case "PageUp":
      return monthsLater(day, -1);
    case "PageDown":
      return monthsLater(day, 1);
    default:
      return null;
  }
}
