import { type Database, readHolidayCalendar } from "@shifan/db";
import { formatDate, lifecycleFigure, nthWorkingDay, type Policy, parseDate, spellDate } from "@shifan/rules";
import type { InputErrors } from "../acts/outcome.ts";
import { checkDay } from "../organizations/input.ts";

/** When a publicity runs, as it was asked for. */
export type AskedPeriod = {
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
  readonly periodGround?: string | undefined;
};

export type OfficialPublication = { readonly officialPublishedOn: string };

/** The last day that a publicity may have at the earliest; undefined while the holidays of its days are not announced. */
export async function earliestEnd(
  database: Database,
  policy: Policy,
  startsOn: string,
): Promise<{ days: number; day: string | undefined }> {
  const days = lifecycleFigure(policy.document, "publicity_working_days");
  const year = Number(startsOn.slice(0, 4));
  const calendar = await readHolidayCalendar(database, [year, year + 1]);
  return { days, day: nthWorkingDay(calendar, startsOn, days) };
}

/**
 * The last day of a publicity: the one asked for, or the first that gives it its working days. What cannot be: too short a time, a beginning before
 * the bureau's own site had it, and days of work that nobody can count yet without words on how they were counted.
 */
export async function settlePeriod(
  database: Database,
  policy: Policy,
  asked: AskedPeriod & Partial<OfficialPublication>,
  today: string,
): Promise<{ endsOn: string } | { errors: InputErrors }> {
  const { startsOn, endsOn, officialPublishedOn, periodGround } = asked;
  const days = [
    ...noSuchDay("startsOn", startsOn),
    ...(endsOn === undefined ? [] : noSuchDay("endsOn", endsOn)),
    ...(officialPublishedOn === undefined ? [] : checkDay(officialPublishedOn, "/officialPublishedOn", today)),
  ];
  if (days.length > 0) return { errors: days };
  const earliest = await earliestEnd(database, policy, startsOn);
  const errors = [
    ...(officialPublishedOn !== undefined && startsOn < officialPublishedOn
      ? [beforeOfficial(officialPublishedOn)]
      : []),
    ...(endsOn === undefined ? [] : tooEarly(endsOn, startsOn, earliest, today)),
    ...(earliest.day === undefined ? unknownCalendar(startsOn, endsOn, periodGround) : []),
  ];
  if (errors.length > 0) return { errors };
  const settled = endsOn ?? earliest.day ?? "";
  return settled < today ? { errors: [isOver("/startsOn")] } : { endsOn: settled };
}

function noSuchDay(name: string, day: string): InputErrors {
  if (parseDate(day) !== undefined) return [];
  return [{ path: `/${name}`, code: "no_such_day", message: "没有这一天，请再核对一下日期" }];
}

function beforeOfficial(day: string) {
  const message = `公示不能早于在市工信局网站发布的那天：${spellDate(day)}`;
  return { path: "/startsOn", code: "before_official", message };
}

function isOver(path: string) {
  return { path, code: "in_the_past", message: "按这个日期公示已经结束，请核对" };
}

function tooEarly(
  endsOn: string,
  startsOn: string,
  { days, day }: { days: number; day: string | undefined },
  today: string,
): InputErrors {
  // However the holidays fall, so many days of work take at least so many days.
  const least = day ?? formatDate((parseDate(startsOn) ?? 0) + days - 1);
  if (endsOn < least) {
    const message = `公示至少${days}个工作日，最早到${spellDate(least)}`;
    return [{ path: "/endsOn", code: "too_early", message }];
  }
  return endsOn < today ? [isOver("/endsOn")] : [];
}

function unknownCalendar(startsOn: string, endsOn: string | undefined, ground: string | undefined): InputErrors {
  const message = `${startsOn.slice(0, 4)}年或次年的节假日安排还没有公布，工作日推算不出来`;
  return [
    ...(endsOn === undefined ? [{ path: "/endsOn", code: "required", message: `${message}，请写公示最后一天` }] : []),
    ...(ground === undefined
      ? [{ path: "/periodGround", code: "required", message: `${message}，请写明按哪些工作日计算` }]
      : []),
  ];
}
