import { daysAfter, parseDate } from "@shifan/rules";

const figures: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};
const daysOfUnit: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 个月: 30 };
const longestDays = 366;

const stretch = /^(\d{1,3}|[一二两三四五六七八九十]|半)?个?(天|日|周|星期|礼拜|月)$/u;
const day = /^(?:直?到|至)?(?:(\d{4})[年-])?(\d{1,2})[月-](\d{1,2})日?(?:为止)?$/u;

/**
 * Until which day somebody wants to hear nothing, that day included: 3天, 一周, 直到9月1日, 2026-09-01; nothing said: today.
 *
 * @param today YYYY-MM-DD
 * @returns null where it is not understood, lies behind, or more than a year ahead
 */
export function readMuteUntil(text: string, today: string): string | null {
  const said = text.normalize("NFKC").replaceAll(/\s/g, "");
  if (said === "") return today;
  if (said === "到明天" || said === "明天") return today;
  const until = untilDay(said, today) ?? afterStretch(said, today);
  return until !== null && until >= today && until <= daysAfter(today, longestDays) ? until : null;
}

function afterStretch(said: string, today: string): string | null {
  const [, count, unit = ""] = stretch.exec(said) ?? [];
  if (unit === "") return null;
  const whole = daysOfUnit[unit === "月" ? "个月" : unit] ?? 1;
  if (count === "半") return unit === "月" ? daysAfter(today, 14) : null;
  const number = count === undefined ? 1 : (figures[count] ?? Number(count));
  return number === 0 ? null : daysAfter(today, number * whole - 1);
}

/** A day without its year is the next of the name. */
function untilDay(said: string, today: string): string | null {
  const [, year, month = "", date = ""] = day.exec(said) ?? [];
  if (month === "") return null;
  const of = (each: string) => `${each}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const thisYear = today.slice(0, 4);
  const named = of(year ?? thisYear);
  const meant = year === undefined && named < today ? of(String(Number(thisYear) + 1)) : named;
  return parseDate(meant) === undefined ? null : meant;
}
