import type { HolidayEffects, RecordHolidays } from "@shifan/contract";
import {
  type Database,
  findRound,
  listObjectionsToAdmit,
  listRunningPublicities,
  type NoticeRow,
  readHolidayCalendar,
} from "@shifan/db";
import { type HolidayCalendar, lifecycleFigure, nthWorkingDay } from "@shifan/rules";
import { policyOfRound } from "../acts/policy-of-round.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { lastDayToAdmit } from "../objections/last-day-to-admit.ts";
import { policyOfObjection } from "../objections/subject.ts";

/** The calendar as it would be with a year's days in the place of what is on record of that year. */
function withYear(calendar: HolidayCalendar, year: number, days: RecordHolidays["days"]): HolidayCalendar {
  const others = (kept: ReadonlySet<string>) => [...kept].filter((day) => !day.startsWith(`${year}-`));
  const of = (kind: "off" | "working") => days.filter((each) => each.kind === kind).map(({ day }) => day);
  return {
    years: new Set([...calendar.years, year]),
    off: new Set([...others(calendar.off), ...of("off")]),
    working: new Set([...others(calendar.working), ...of("working")]),
  };
}

type Calendars = { readonly before: HolidayCalendar; readonly after: HolidayCalendar };

/**
 * What recording a year's days would do to what is counted in working days now: publicities that run, whose last day was published and stays, and
 * objections of which it is still to be decided whether they are admitted, whose last day moves by itself. Last days that the law names by their
 * date do not move.
 */
export async function readHolidayEffects(
  services: ProcedureServices,
  year: number,
  days: RecordHolidays["days"],
): Promise<HolidayEffects> {
  const { database, clock } = services;
  // A period may begin in one year and end in the next.
  const before = await readHolidayCalendar(database, [year - 1, year, year + 1]);
  const calendars = { before, after: withYear(before, year, days) };
  const publicities = await Promise.all(
    (await listRunningPublicities(database, clock.today())).map((notice) => effectOn(services, notice, calendars)),
  );
  return {
    publicities: publicities.filter(({ before, after, isTooShort }) => before !== after || isTooShort),
    objections: await effectsOnObjections(services, database, calendars),
  };
}

async function effectOn(
  { database, catalog, clock }: ProcedureServices,
  { id, title, roundId, startsOn, endsOn }: NoticeRow,
  { before, after }: Calendars,
): Promise<HolidayEffects["publicities"][number]> {
  const round = await findRound(database, roundId ?? "");
  if (round === null || startsOn === null || endsOn === null) throw new Error(`the publicity ${id} is not whole`);
  const policy = await policyOfRound(catalog, round, clock.today());
  const workingDays = lifecycleFigure(policy.document, "publicity_working_days");
  const endOf = (calendar: HolidayCalendar) => nthWorkingDay(calendar, startsOn, workingDays) ?? null;
  const earliest = endOf(after);
  return {
    ...{ noticeId: id, title, startsOn, endsOn, workingDays },
    before: endOf(before),
    after: earliest,
    isTooShort: earliest !== null && endsOn < earliest,
  };
}

async function effectsOnObjections(
  services: ProcedureServices,
  database: Database,
  { before, after }: Calendars,
): Promise<HolidayEffects["objections"]> {
  const moved = new Map<string, HolidayEffects["objections"][number]>();
  for (const { noticeId, receivedOn } of await listObjectionsToAdmit(database)) {
    const policy = await policyOfObjection(services, database, noticeId);
    const [was, is] = [before, after].map((calendar) => lastDayToAdmit(calendar, policy, receivedOn));
    if (was === is || was === undefined || is === undefined) continue;
    const key = `${receivedOn} ${was} ${is}`;
    moved.set(key, { receivedOn, before: was, after: is, count: (moved.get(key)?.count ?? 0) + 1 });
  }
  return [...moved.values()];
}
