import { applicationStateLabels } from "@shifan/contract";
import {
  type ApplicationState,
  type HolidayCalendar,
  type PolicyDocument,
  type ReminderValues,
  spellDate,
  spellDaysLeft,
} from "@shifan/rules";

/** 9月8日 of the present year, 2027年1月31日 of another. */
export function spellDay(day: string, today: string): string {
  const spelt = spellDate(day);
  return day.slice(0, 4) === today.slice(0, 4) ? spelt.slice(spelt.indexOf("年") + 1) : spelt;
}

/** What every text may ask for: the day, and how many are left. */
export function commonValues(dueOn: string, today: string, calendar: HolidayCalendar): ReminderValues {
  return { due: spellDay(dueOn, today), left: spellDaysLeft(today, dueOn, calendar) };
}

/** 9月25日24:00前，还有11天（8个工作日）; of a day that is past 9月25日24:00已到期，已过3天. */
export function spellLastDay(dueOn: string, today: string, calendar: HolidayCalendar): string {
  const day = `${spellDay(dueOn, today)}24:00`;
  return `${day}${dueOn < today ? "已到期" : "前"}，${spellDaysLeft(today, dueOn, calendar)}`;
}

/** A day and how many are left until it, under names of its own; both null where there is no day. */
export function dayValues(
  { today, calendar }: { today: string; calendar: HolidayCalendar },
  { day, left }: { day: string; left: string },
  value: string | null,
): ReminderValues {
  if (value === null) return { [day]: null, [left]: null };
  return { [day]: spellDay(value, today), [left]: spellDaysLeft(today, value, calendar) };
}

/** So many names are told; the rest is counted. */
const namesTold = 5;

/** 甲公司、乙公司等9家; null where there is none. */
export function spellNames(names: readonly string[], unit: string): string | null {
  if (names.length === 0) return null;
  const told = names.slice(0, namesTold).join("、");
  return names.length > namesTold ? `${told}等${names.length}${unit}` : told;
}

/** What is to be mended or brought, told in full up to some: 甲；乙等9项. Null where there is none. */
export function spellItems(items: readonly string[]): string | null {
  if (items.length === 0) return null;
  const told = items.slice(0, namesTold).join("；");
  return items.length > namesTold ? `${told}等${items.length}项` : told;
}

/** A reason as part of a sentence: without the mark at its end. Null where nobody gave one. */
export function spellReason(reason: string | null): string | null {
  const told = reason?.trim().replace(/[。．.；;，,]+$/u, "") ?? "";
  return told === "" ? null : told;
}

/** 2026年度申报（草稿）: a case as its applicant knows it. */
export function spellCase(year: number, state: ApplicationState): string {
  return `${year}年度申报（${applicationStateLabels[state]}）`;
}

/** The name of a recommending department; null for one that the policy does not know. */
export function spellDistrict({ districts }: Pick<PolicyDocument, "districts">, district: string): string | null {
  return districts.find(({ id }) => id === district)?.name ?? null;
}
