import { findRunningRound, listTitlesEndingOn, listTitlesOfAll, listTitlesRevokedOn } from "@shifan/db";
import {
  addMonths,
  daysAfter,
  formatDate,
  lastDayOfBan,
  lifecycleFigure,
  parseDate,
  type ReminderSubject,
  type ReminderValues,
  titleObstacles,
  yearOf,
} from "@shifan/rules";
import type { ReminderContext, ReminderSource } from "../source.ts";
import { dayValues } from "../spell.ts";
import { toldDistrict } from "./together.ts";

/** Whether one can apply now, for those who may: the round with its last day, or that none is announced. */
async function roundValues(context: ReminderContext): Promise<ReminderValues> {
  const { services, today } = context;
  const round = await findRunningRound(services.database, services.defaultPolicy);
  const isOpen = round?.state === "open" && (round.submissionDeadline ?? "") >= today;
  return {
    round_year: isOpen ? String(round.year) : null,
    unannounced_year: round === null ? yearOf(today) : null,
    ...dayValues(context, { day: "round_due", left: "round_left" }, isOpen ? round.submissionDeadline : null),
  };
}

/** Titles that end and that nothing follows yet. */
const titleEnd: ReminderSource = async (context, { days, recordIds: ids }) => {
  const { services, today } = context;
  const ending = await listTitlesEndingOn(services.database, { days, ids });
  return ending.flatMap(({ id, organizationId, platformName, district, validTo: dueOn }) => {
    const on = { resource: "certifications", recordId: id, dueOn, matter: `${platformName}：资格到期与再次申报` };
    const isThisYear = yearOf(dueOn) === yearOf(today);
    return [
      {
        ...on,
        told: { audience: "platform" as const, organizationId },
        values: async () => ({
          ...(await roundValues(context)),
          ...(isThisYear ? {} : { round_year: null, unannounced_year: null }),
          this_year: isThisYear ? "今年" : null,
          end_year: isThisYear ? null : yearOf(dueOn),
        }),
      },
      { ...on, told: toldDistrict(district), values: async () => ({ name: platformName }) },
    ];
  });
};

/** Bans whose last day has passed; a unit that another one still bars is not told. */
const banEnd: ReminderSource = async (context, { days, recordIds: ids }) => {
  const { services, document } = context;
  const banYears = lifecycleFigure(document, "ban_years");
  const revoked = await listTitlesRevokedOn(services.database, { days: days.flatMap(beforeBan(banYears)), ids });
  const organizations = [...new Set(revoked.map(({ organizationId }) => organizationId))];
  const all = await listTitlesOfAll(services.database, organizations);
  return revoked.flatMap((title) => {
    const { id, organizationId } = title;
    const dueOn = lastDayOfBan(title, banYears);
    if (dueOn === null || !days.includes(dueOn)) return [];
    const { barredUntil, titleValidTo } = titleObstacles(all.get(organizationId) ?? [], daysAfter(dueOn, 1), banYears);
    if (barredUntil !== null || titleValidTo !== null) return [];
    return {
      resource: "certifications",
      recordId: id,
      dueOn,
      told: { audience: "platform" as const, organizationId },
      values: () => roundValues(context),
    };
  });
};

/** The days on which a revocation may lie whose ban ends on a day: that of the date so many years before, and those that a leap year moves onto it. */
const beforeBan =
  (years: number) =>
  (day: string): string[] => {
    const then = addMonths(parseDate(day) ?? Number.NaN, -years * 12);
    return [formatDate(then), formatDate(then + 1)];
  };

export const titleSources = {
  title_end: titleEnd,
  ban_end: banEnd,
} satisfies Partial<Record<ReminderSubject, ReminderSource>>;
