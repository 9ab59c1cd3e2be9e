const dayMilliseconds = 86_400_000;

/** The days off and the weekend days on which work is made up, as they stand on record. */
export interface DaysOnRecord {
  readonly off: ReadonlySet<string>;
  readonly working: ReadonlySet<string>;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** Whether people work on a day: written for the proof, and not what the product asks. */
export function isWorked(day: string, { off, working }: DaysOnRecord): boolean {
  if (off.has(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return working.has(day) || (weekday !== 0 && weekday !== 6);
}

/** The day itself or the last one before it on which people work. */
export function workedOnOrBefore(day: string, days: DaysOnRecord): string {
  let found = day;
  while (!isWorked(found, days)) found = addDays(found, -1);
  return found;
}

/** The first day after another on which people work. */
export function nextWorked(day: string, days: DaysOnRecord): string {
  let found = addDays(day, 1);
  while (!isWorked(found, days)) found = addDays(found, 1);
  return found;
}
