import { applicationStateLabels, type Matter, type MissingMaterial } from "@shifan/contract";
import {
  type ApplicationRow,
  findApplication,
  findCasePublicity,
  findOrganizationName,
  findRound,
  listApplications,
  type RoundRow,
} from "@shifan/db";
import { type Actor, articleOfAct, reachableBy } from "@shifan/rules";
import type { KeptReturn } from "../applications/context.ts";
import { policyOfApplication } from "../applications/subject.ts";
import { readFindings } from "../applications/view.ts";
import type { ReminderContext } from "../reminders/source.ts";
import { spellLastDay } from "../reminders/spell.ts";
import { applicationWords, type LastDay } from "./application-words.ts";

/** More of them nobody has under way. */
const applicationsAtMost = 20;

/** The cases of those for whom somebody acts, as far as their rounds are not over. */
export async function mattersOfApplications(context: ReminderContext, actor: Actor): Promise<Matter[]> {
  const grants = actor.grants.filter(({ role }) => role === "applicant");
  const { database } = context.services;
  const { rows } = await listApplications(database, {
    reach: reachableBy({ ...actor, grants }, "applications", "read"),
    filter: {},
    page: {
      sort: { field: "changedAt", descending: true },
      limit: applicationsAtMost,
      from: 0,
      after: null,
      countUpTo: applicationsAtMost,
    },
    day: context.today,
  });
  const matters: Matter[] = [];
  for (const { id } of rows) {
    const application = await findApplication(database, id);
    const round = application && (await findRound(database, application.roundId));
    if (application === null || round === null || round.state === "archived") continue;
    matters.push(await describe(context, application, round));
  }
  return matters;
}

async function describe(context: ReminderContext, application: ApplicationRow, round: RoundRow): Promise<Matter> {
  const { services, today, calendar } = context;
  const { id, organizationId, state } = application;
  const { document } = await policyOfApplication(services, services.database, application);
  const words = applicationWords[state];
  const dueOn = words.lastDay === null ? null : await lastDayOf(context, application, round, words.lastDay);
  return {
    resource: "applications",
    recordId: id,
    organizationId,
    organizationName: await findOrganizationName(services.database, organizationId, today),
    title: `${round.year}年度申报`,
    stateText: applicationStateLabels[state],
    says: sayWithReason(application, words.says),
    next: words.next,
    isYours: words.isYours,
    dueOn,
    dueText: dueOn === null ? null : spellLastDay(dueOn, today, calendar),
    article: articleOfAct(document, "applications", words.act),
    missing: words.isYours ? await missingMaterials(services, application) : [],
  };
}

async function lastDayOf(
  { services }: ReminderContext,
  { id, returned }: ApplicationRow,
  { submissionDeadline, recommendationDeadline }: RoundRow,
  lastDay: LastDay,
): Promise<string | null> {
  switch (lastDay) {
    case "submission":
      return submissionDeadline;
    case "recommendation":
      return recommendationDeadline;
    case "correction":
      return (returned as KeptReturn | null)?.until ?? null;
    case "publicity":
      return (await findCasePublicity(services.database, id))?.endsOn ?? null;
  }
}

/** What is to be put right, or why it was refused, in the words of whoever decided. */
function sayWithReason({ state, returned, reason }: ApplicationRow, says: string): string {
  if (state === "returned") {
    const defects = (returned as KeptReturn | null)?.defects ?? [];
    return defects.length === 0
      ? says
      : `${says}，要改${defects.length}处：${defects.map(({ text }) => text).join("；")}`;
  }
  return reason === null ? says : `${says}。理由：${reason}`;
}

/** What of the papers is not there yet, or would not be taken as it is. */
export async function missingMaterials(
  services: ReminderContext["services"],
  application: ApplicationRow,
): Promise<MissingMaterial[]> {
  const { materials } = await readFindings(services, application);
  return materials
    .filter(({ status, isOptional }) => (status === "missing" && !isOptional) || status === "invalid")
    .map(({ id, title, article, reasons }) => ({ id, title, article, reasons: reasons.map(({ text }) => text) }));
}
