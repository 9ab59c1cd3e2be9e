import type { HolidayCalendar } from "@shifan/rules";
import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { holidays, holidayYears } from "../schema/index.ts";

export type HolidayYearRow = typeof holidayYears.$inferSelect;
export type HolidayRow = typeof holidays.$inferSelect;
/** A year as it was announced. */
export type HolidayYear = { year: HolidayYearRow; days: HolidayRow[] };

async function listDays(database: Database, year: number): Promise<HolidayRow[]> {
  return database.select().from(holidays).where(eq(holidays.year, year)).orderBy(asc(holidays.day));
}

/** A year that has been announced; null where nothing is known of it. */
export async function findHolidayYear(database: Database, year: number): Promise<HolidayYear | null> {
  const [row] = await database.select().from(holidayYears).where(eq(holidayYears.year, year));
  return row === undefined ? null : { year: row, days: await listDays(database, year) };
}

/** The same, locked until the end of the transaction. */
export async function lockHolidayYear(transaction: Database, year: number): Promise<HolidayYear | null> {
  const [row] = await transaction.select().from(holidayYears).where(eq(holidayYears.year, year)).for("update");
  return row === undefined ? null : { year: row, days: await listDays(transaction, year) };
}

/** The years of which the days are known, latest first. */
export async function listHolidayYears(database: Database): Promise<HolidayYearRow[]> {
  return database.select().from(holidayYears).orderBy(desc(holidayYears.year));
}

/** How many days off and make-up working days each year has on record. */
export async function countHolidays(
  database: Database,
): Promise<ReadonlyMap<number, Readonly<Record<HolidayRow["kind"], number>>>> {
  const rows = await database
    .select({ year: holidays.year, kind: holidays.kind, days: sql<string>`count(*)` })
    .from(holidays)
    .groupBy(holidays.year, holidays.kind);
  const counts = new Map<number, Record<HolidayRow["kind"], number>>();
  for (const { year, kind, days } of rows) {
    counts.set(year, { ...(counts.get(year) ?? { off: 0, working: 0 }), [kind]: Number(days) });
  }
  return counts;
}

/**
 * Writes a year that is not on record yet, with its days.
 *
 * @returns null where somebody else has written it meanwhile; nothing is written then
 */
export async function insertHolidayYear(
  transaction: Database,
  year: Omit<HolidayYearRow, "revision">,
  days: readonly Omit<HolidayRow, "year">[],
): Promise<HolidayYear | null> {
  const [row] = await transaction
    .insert(holidayYears)
    .values({ ...year, revision: 1 })
    .onConflictDoNothing()
    .returning();
  if (row === undefined) return null;
  await insertDays(transaction, year.year, days);
  return { year: row, days: await listDays(transaction, year.year) };
}

/** Writes years with their days at once; those that somebody else has written meanwhile are left as they are. @returns what was written */
export async function insertHolidayYears(
  transaction: Database,
  years: readonly { year: Omit<HolidayYearRow, "revision">; days: readonly Omit<HolidayRow, "year">[] }[],
): Promise<HolidayYear[]> {
  if (years.length === 0) return [];
  const rows = await transaction
    .insert(holidayYears)
    .values(years.map(({ year }) => ({ ...year, revision: 1 })))
    .onConflictDoNothing()
    .returning();
  const written = new Map(rows.map((row) => [row.year, row]));
  const days = years.flatMap(({ year: { year }, days: own }) =>
    written.has(year) ? own.map((day) => ({ ...day, year })) : [],
  );
  const kept = days.length === 0 ? [] : await transaction.insert(holidays).values(days).returning();
  return rows.map((year) => ({
    year,
    days: kept.filter((day) => day.year === year.year).toSorted((left, right) => (left.day < right.day ? -1 : 1)),
  }));
}

/** Replaces a year as a whole; the transaction has locked it. */
export async function replaceHolidayYear(
  transaction: Database,
  { year, ...changes }: Omit<HolidayYearRow, "revision">,
  days: readonly Omit<HolidayRow, "year">[],
): Promise<HolidayYear> {
  const [row] = await transaction
    .update(holidayYears)
    .set({ ...changes, revision: sql`${holidayYears.revision} + 1` })
    .where(eq(holidayYears.year, year))
    .returning();
  await transaction.delete(holidays).where(eq(holidays.year, year));
  await insertDays(transaction, year, days);
  return { year: row as HolidayYearRow, days: await listDays(transaction, year) };
}

async function insertDays(
  transaction: Database,
  year: number,
  days: readonly Omit<HolidayRow, "year">[],
): Promise<void> {
  if (days.length > 0) await transaction.insert(holidays).values(days.map((day) => ({ ...day, year })));
}

/** The calendar of the given years, for the rules to count working days by; a year that is not on record is not in it. */
export async function readHolidayCalendar(database: Database, years: readonly number[]): Promise<HolidayCalendar> {
  const known = await database
    .select({ year: holidayYears.year })
    .from(holidayYears)
    .where(inArray(holidayYears.year, [...years]));
  const days = await database
    .select()
    .from(holidays)
    .where(inArray(holidays.year, [...years]));
  const of = (kind: HolidayRow["kind"]) => new Set(days.filter((each) => each.kind === kind).map(({ day }) => day));
  return { years: new Set(known.map(({ year }) => year)), off: of("off"), working: of("working") };
}
