import { calendarYearOf, firstDayOf, isPeriod, spellDate, spellPeriod } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";

/** What is told of a period: half a year, or a whole one. */
export type Periodic = {
  readonly isAnnual: boolean;
  readonly period: string;
  /** What it is called, such as 总结, and what is done with it first, such as 填写. */
  readonly name: string;
  readonly begin: string;
};

/** What of a period cannot stand: a half in the place of a year or the other way round, or one that has not begun on the day. */
export function checkPeriod({ isAnnual, period, name, begin }: Periodic, today: string): InputErrors {
  const path = "/period";
  if (!isPeriod(period) || isAnnual !== (period === String(calendarYearOf(period)))) {
    const message = isAnnual ? `年度${name}写年份，如2027` : `半年${name}写上半年或下半年，如2027-H1`;
    return [{ path, code: "other_kind", message }];
  }
  const first = firstDayOf(period);
  if (today >= first) return [];
  const message = `${spellPeriod(period)}还没有开始，${spellDate(first)}起可以${begin}`;
  return [{ path, code: "not_begun", message }];
}
