import { parseDate, spellDate } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";

/** A real day from one to another, both included; null where there is no such end. */
export function checkBetween(
  day: string,
  path: string,
  { earliest, latest }: { earliest: string | null; latest: string | null },
): InputErrors {
  if (parseDate(day) === undefined) return [{ path, code: "no_such_day", message: "没有这一天，请再核对一下日期" }];
  if (earliest !== null && day < earliest) {
    return [{ path, code: "too_early", message: `不早于${spellDate(earliest)}` }];
  }
  return latest !== null && day > latest ? [{ path, code: "too_late", message: `不晚于${spellDate(latest)}` }] : [];
}

/** A real day that is today or still to come. */
export function checkDayToCome(day: string, path: string, today: string): InputErrors {
  return checkBetween(day, path, { earliest: today, latest: null });
}
