import { listDraftsByReportMonth, listReturnsDueOn } from "@shifan/db";
import { daysAfter, type ReminderSubject, type ReminderValues } from "@shifan/rules";
import type { KeptReturn } from "../../applications/context.ts";
import type { ReminderSource } from "../source.ts";
import { dayValues, spellCase, spellDay, spellItems } from "../spell.ts";

const isLastOfMonth = (day: string): boolean => daysAfter(day, 1).endsWith("-01");

/** 9月 of the present year, 2025年12月 of another. */
const spellMonth = (day: string, today: string): string => spellDay(day, today).replace(/\d+日$/u, "");

/** Drafts whose report is only good for the month that ends, or has ended. */
const creditReportMonth: ReminderSource = async (context, { days, recordIds: ids }) => {
  const { services, today, document } = context;
  const { facts } = document.reminders.papers_of_month;
  const asked = { facts, days: days.filter(isLastOfMonth), ids, today };
  const drafts = await listDraftsByReportMonth(services.database, asked);
  return drafts.flatMap(({ id, organizationId, year, reportedOn, submissionDeadline }) => {
    const dueOn = days.find((day) => isLastOfMonth(day) && day.slice(0, 7) === reportedOn.slice(0, 7));
    if (dueOn === undefined) return [];
    const isOver = today > dueOn;
    return {
      resource: "applications",
      recordId: id,
      dueOn,
      // The month is over with its day; that its report is of no use any more is worth telling until the round ends.
      endsOn: submissionDeadline,
      told: { audience: "applicant" as const, organizationId },
      matter: spellCase(year, "draft"),
      values: async (): Promise<ReminderValues> => ({
        ...dayValues(context, { day: "due", left: "left" }, submissionDeadline),
        ...dayValues(context, { day: "month_end", left: "month_left" }, isOver ? null : dueOn),
        reported_on: spellDay(reportedOn, today),
        month: spellMonth(dueOn, today),
        next_month: spellMonth(daysAfter(dueOn, 1), today),
        past_month: isOver ? spellMonth(dueOn, today) : null,
      }),
    };
  });
};

/** What was returned and is not handed in again yet. */
const returnedForCorrection: ReminderSource = async ({ services, document }, { days, recordIds: ids }) => {
  const returned = await listReturnsDueOn(services.database, { days, ids });
  return returned.map(({ id, organizationId, year, until, returned: kept }) => ({
    resource: "applications",
    recordId: id,
    dueOn: until,
    told: { audience: "applicant" as const, organizationId },
    matter: spellCase(year, "returned"),
    values: async () => ({ missing: spellDefects(document, kept as KeptReturn) }),
  }));
};

/** What is to be mended, each with the paper that it is about. */
export function spellDefects(
  { materials }: { materials: readonly { id: string; title: string }[] },
  { defects }: KeptReturn,
): string | null {
  const spelt = defects.map(({ material, text }) => {
    const title = materials.find(({ id }) => id === material)?.title;
    return `${title === undefined ? "" : `${title}：`}${text.trim().replace(/[。；;]+$/u, "")}`;
  });
  return spellItems(spelt);
}

export const applicationSources = {
  credit_report_month: creditReportMonth,
  returned_for_correction: returnedForCorrection,
} satisfies Partial<Record<ReminderSubject, ReminderSource>>;
