const weekdays = ["日", "一", "二", "三", "四", "五", "六"] as const;

/** A day as officials write it: 2026年9月14日. @param day YYYY-MM-DD */
export function dayText(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** The same without the year of today: 9月14日. */
export function shortDayText(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? dayText(day).replace(/^\d+年/, "") : dayText(day);
}

/** 星期一. @param day YYYY-MM-DD */
export function weekdayText(day: string): string {
  return `星期${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;
}

/** Whole days from one day to another; negative when the second lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/**
 * How far a last day is. Of one that is past nothing is said, since what was owed may have been done in time; only what is still open is late.
 */
export function leftText(day: string, today: string, isOpen: boolean): string {
  const left = daysBetween(today, day);
  if (left > 0) return `还有${left}天`;
  if (left === 0) return "今天24:00截止";
  return isOpen ? `已过${-left}天` : "";
}

/** An instant in Beijing time: 2026年9月14日 10:00. @param instant ISO 8601 with an offset */
export function instantText(instant: string): string {
  const beijing = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${dayText(beijing.slice(0, 10))} ${beijing.slice(11, 16)}`;
}

/**
 * A day as people type it: 2026-9-14, 2026.9.14, 2026年9月14日, 20260914, or 9月14日 of this year.
 *
 * @returns YYYY-MM-DD; null for what is no day
 */
export function readDay(text: string, today: string): string | null {
  const plain = text.normalize("NFKC").trim();
  const whole =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  const short = /^(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(plain);
  const parts = whole?.slice(1) ?? (short === null ? null : [today.slice(0, 4), ...short.slice(1)]);
  if (parts === null) return null;
  const [year = "", month = "", date = ""] = parts;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : null;
}
