import { type ApplicationRow, type Database, findApplication } from "@shifan/db";
import { type ApplicationContext, type Policy, scoreSheetOf } from "@shifan/rules";
import type { ProcedureServices } from "../../acts/services.ts";
import { uncheckedMaterials } from "../../applications/city-acts.ts";
import { applicationContext, type ContextAdditions } from "../../applications/context.ts";
import { acceptAdditions } from "../../applications/district-acts.ts";
import { handInAdditions } from "../../applications/hand-in.ts";
import { applicationSubject } from "../../applications/subject.ts";
import { listCandidates } from "../../panels/candidates.ts";
import { panelContext, readPanelStanding } from "../../panels/standing.ts";
import { isAgainstFinding } from "../../recommendations/recommend-case.ts";
import { drawingOf } from "../../surveys/draw.ts";
import { readStanding, surveyContext } from "../../surveys/standing.ts";
import { inquire, type RecordInquiry } from "../inquiry.ts";

/** One application, asked as its own acts ask. */
export async function inquireOfApplication(services: ProcedureServices, id: string): Promise<RecordInquiry | null> {
  const { database } = services;
  const row = await findApplication(database, id);
  if (row === null) return null;
  return inquire({
    subject: applicationSubject(services),
    row,
    contextOf: async (act, policy) =>
      applicationContext(services, database, row, policy, await additionsOf(services, row, policy, act)),
    atBest,
  });
}

/** Reasons may be written, findings acknowledged, a discussion recorded, free experts appointed: all of these the forms ask for. */
function atBest(context: ApplicationContext): ApplicationContext {
  const { panel } = context;
  return {
    ...context,
    hasReasons: true,
    isAcknowledged: true,
    panel: panel === null ? null : { ...panel, isDiscussed: true },
  };
}

type Additions = (
  services: ProcedureServices,
  database: Database,
  row: ApplicationRow,
  policy: Policy,
) => Promise<ContextAdditions>;

const ofSurvey: Additions = async (_, database, { id }, policy) => ({
  survey: surveyContext(await readStanding(database, id, policy)),
});

/** What each act looks up beside what all of them do. */
const additions: Readonly<Record<string, Additions>> = {
  submit: (services, database, row, policy) =>
    handInAdditions(services, database, row, policy, { act: "submit", acknowledged: null }),
  resubmit: (services, database, row, policy) =>
    handInAdditions(services, database, row, policy, { act: "resubmit", acknowledged: null }),
  accept: acceptAdditions,
  "draw-sample": async (services, database, row, policy) => ({
    ...(await ofSurvey(services, database, row, policy)),
    drawing: await drawingOf(database, row.id, policy),
  }),
  "record-answer": ofSurvey,
  "replace-sampled": ofSurvey,
  "assess-operation": ofSurvey,
  "complete-survey": ofSurvey,
  recommend: async (services, database, row, policy) => ({
    againstFinding: await isAgainstFinding(services, database, row, policy),
  }),
  receive: async (services, database, row, policy) => ({
    uncheckedMaterials: await uncheckedMaterials(services, database, row, policy),
  }),
  "assign-experts": async ({ clock }, database, row, policy) => ({
    panel: await largestPanel(database, row, policy, clock.today()),
  }),
  "finish-review": async (_, database, { id }, policy) => ({
    panel: panelContext(await readPanelStanding(database, id, policy)),
  }),
};

function additionsOf(services: ProcedureServices, row: ApplicationRow, policy: Policy, act: string) {
  return additions[act]?.(services, services.database, row, policy) ?? Promise.resolve({});
}

/** The panel as it would stand with everybody of the pool who may judge the case: one fewer where that is even. */
async function largestPanel(database: Database, application: ApplicationRow, policy: Policy, today: string) {
  scoreSheetOf(policy.document);
  const standing = await readPanelStanding(database, application.id, policy);
  const candidates = await listCandidates(database, application, { policy, standing, fields: [], today });
  const free = candidates.filter(({ exclusion }) => exclusion === null).length;
  const most = standing.assigned + free;
  return panelContext(standing, { assigned: most % 2 === 1 ? most : Math.max(most - 1, 0) });
}
