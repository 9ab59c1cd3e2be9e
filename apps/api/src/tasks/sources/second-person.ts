import type { TaskKind } from "@shifan/contract";
import {
  certificationReachColumns,
  listDraftInterpretations,
  listOpenCorrections,
  listReportedChanges,
  listUnconfirmedTitles,
  organizationChangeReachColumns,
  type WaitingForSecond,
  withinReach,
} from "@shifan/db";
import { articleFor, type Found, spellDay, type TaskContext, type TaskSource, workOn } from "../source.ts";
import { ownFirstStep } from "./sanctions.ts";

type Told = {
  kind: TaskKind;
  article: string;
  resource: string;
  filter: Readonly<Record<string, unknown>>;
  say: (count: number) => string;
};

/** What waits for a second person, that of the reader's own first step apart and marked. */
function tell({ today }: TaskContext, waiting: readonly WaitingForSecond[], told: Told): Found[] {
  return waiting.map((each) => {
    const first = each.firstOn === null ? "" : `，最早${spellDay(each.firstOn, today)}`;
    return {
      kind: told.kind,
      text: `${told.say(each.count)}${first}${each.isOwn ? `，${ownFirstStep}` : ""}`,
      article: told.article,
      count: each.count,
      dueOn: null,
      work: workOn(told.resource, each, told.filter),
      mayAct: !each.isOwn,
    };
  });
}

/** Titles entered from papers: one counts once a second officer has confirmed it. */
export const unconfirmedTitles: TaskSource = async (context) => {
  const reach = context.reach("certifications", "confirm");
  if (reach === null) return [];
  const within = withinReach(reach, certificationReachColumns);
  const waiting = await listUnconfirmedTitles(context.services.database, { within, userId: context.userId });
  return tell(context, waiting, {
    kind: "titles_to_confirm",
    article: articleFor(context, "certifications", "confirm"),
    resource: "certifications",
    filter: { isConfirmed: false },
    say: (count) => `补录的资格待第二人确认${count}件`,
  });
};

/** Corrections of what the papers of a title say: they hold once a second officer has looked at them. */
export const openCorrections: TaskSource = async (context) => {
  const reach = context.reach("certifications", "confirm-correction");
  if (reach === null) return [];
  const within = withinReach(reach, certificationReachColumns);
  const waiting = await listOpenCorrections(context.services.database, { within, userId: context.userId });
  return tell(context, waiting, {
    kind: "title_corrections_to_confirm",
    article: articleFor(context, "certifications", "confirm-correction"),
    resource: "certifications",
    filter: { hasCorrection: true },
    say: (count) => `资格的更正待第二人确认${count}件`,
  });
};

/** Drafts of interpretations: another issues them than who wrote them. */
export const draftInterpretations: TaskSource = async (context) => {
  const reach = context.reach("interpretations", "issue");
  if (reach === null) return [];
  const within = withinReach(reach, {});
  const waiting = await listDraftInterpretations(context.services.database, { within, userId: context.userId });
  return tell(context, waiting, {
    kind: "interpretations_to_issue",
    article: articleFor(context, "interpretations", "issue"),
    resource: "interpretations",
    filter: { state: "draft" },
    say: (count) => `解释草稿待第二人核对印发${count}件`,
  });
};

/** Changes of units: another reviews them than who reported them. */
export const reportedChanges: TaskSource = async (context) => {
  const reach = context.reach("organization_changes", "accept");
  if (reach === null) return [];
  const within = withinReach(reach, organizationChangeReachColumns);
  const waiting = await listReportedChanges(context.services.database, { within, userId: context.userId });
  return tell(context, waiting, {
    kind: "changes_to_check",
    article: articleFor(context, "organization_changes", "accept"),
    resource: "organization-changes",
    filter: { state: "reported" },
    say: (count) => `单位变更待审核${count}件`,
  });
};
