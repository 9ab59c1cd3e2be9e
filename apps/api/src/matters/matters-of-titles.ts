import { type Matter, stateLabels } from "@shifan/contract";
import { findOrganizationName, listObligations, listTitlesOf, obligationReachColumns, withinReach } from "@shifan/db";
import { type Actor, articleOfAct, daysAfter, reachableBy, standingOfTitle } from "@shifan/rules";
import { describeObligation } from "../obligations/view.ts";
import type { ReminderContext } from "../reminders/source.ts";
import { spellDay, spellLastDay } from "../reminders/spell.ts";

/** What falls due later is nobody's matter yet. */
const daysAhead = 100;
const obligationsAtMost = 50;

/** What those for whom somebody acts owe by their titles (第十二条、第十三条), with what may be done, and their titles. */
export async function mattersOfTitles(context: ReminderContext, actor: Actor): Promise<Matter[]> {
  const grants = actor.grants.filter(({ role }) => role === "applicant");
  return [...(await owed(context, { ...actor, grants })), ...(await titles(context, grants))];
}

async function owed(context: ReminderContext, actor: Actor): Promise<Matter[]> {
  const { services, today, document, calendar } = context;
  const { rows } = await listObligations(services.database, {
    within: withinReach(reachableBy(actor, "obligations", "read"), obligationReachColumns),
    filter: { state: "due", holder: "platform" },
    page: { descending: false, limit: obligationsAtMost, from: 0, after: null, countUpTo: obligationsAtMost },
    day: today,
  });
  const matters: Matter[] = [];
  for (const row of rows.filter(({ dueOn }) => dueOn <= daysAfter(today, daysAhead))) {
    const { id, title, article, periodText, standing, standingText, isBinding, dueOn } = describeObligation(
      { document },
      actor,
      row,
      today,
    );
    const organizationId = row.organizationId ?? "";
    matters.push({
      resource: "obligations",
      recordId: id,
      organizationId,
      organizationName: await findOrganizationName(services.database, organizationId, today),
      title: periodText === "" ? title : `${title}（${periodText}）`,
      stateText: standing === "late" ? "逾期未办" : stateLabels.obligations.due,
      says: standingText,
      next: isBinding ? "由您办理" : null,
      isYours: isBinding,
      dueOn,
      dueText: spellLastDay(dueOn, today, calendar),
      article,
      missing: [],
    });
  }
  return matters;
}

async function titles(context: ReminderContext, grants: Actor["grants"]): Promise<Matter[]> {
  const { services, today, document, calendar } = context;
  const matters: Matter[] = [];
  for (const organizationId of new Set(grants.flatMap(({ organizations }) => organizations))) {
    for (const title of await listTitlesOf(services.database, organizationId)) {
      const standing = standingOfTitle(title, today);
      if (standing !== "valid" || title.confirmedBy === null) continue;
      matters.push({
        resource: "certifications",
        recordId: title.id,
        organizationId,
        organizationName: await findOrganizationName(services.database, organizationId, today),
        title: `${title.platformName}的示范平台资格`,
        stateText: stateLabels.certifications[standing],
        says: `有效期到${spellDay(title.validTo, today)}`,
        next: null,
        isYours: false,
        dueOn: title.validTo,
        dueText: spellLastDay(title.validTo, today, calendar),
        article: articleOfAct(document, "certifications", "confirm"),
        missing: [],
      });
    }
  }
  return matters;
}
