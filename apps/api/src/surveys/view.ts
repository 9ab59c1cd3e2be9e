import type { CallSheet, Survey } from "@shifan/contract";
import { type ApplicationRow, findApplication, openMap, type SampledRow } from "@shifan/db";
import { type Actor, applicationMachine, type Grant, openActs, permittingGrant } from "@shifan/rules";
import { noteRead } from "../acts/note-read.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { valuesOfRow } from "../applications/row-values.ts";
import { policyOfApplication, relationOfApplication } from "../applications/subject.ts";
import { formatInstant } from "../clock.ts";
import { inDrawnOrder } from "./draw.ts";
import { maskPhone } from "./mask.ts";
import { listServed } from "./served.ts";
import { readStanding, type SurveyStanding } from "./standing.ts";

/** The application and as whom its survey is read; null when the reader may not: to the applicant there is no survey. */
async function findReadable({ database }: ProcedureServices, actor: Actor, id: string) {
  const application = await findApplication(database, id);
  if (application === null) return null;
  const grant = permittingGrant(actor, "surveys", "read", relationOfApplication(application));
  return grant === null ? null : { application, grant };
}

/** The survey of an application as its reader sees it. Whose names and numbers were read is noted. */
export async function readSurvey(services: ProcedureServices, actor: Actor, id: string): Promise<Survey | null> {
  const { database } = services;
  const found = await findReadable(services, actor, id);
  if (found === null) return null;
  const { application, grant } = found;
  const policy = await policyOfApplication(services, database, application);
  const standing = await readStanding(database, id, policy);
  if (standing.sampled.some(({ personal }) => personal !== null)) {
    await noteReading(
      services,
      actor,
      grant,
      application,
      ["sampled.interviewee", "sampled.position"],
      "sampled.phone",
    );
  }
  return describeSurvey(services, actor, grant, application, standing, policy.document.lifecycle.finding_articles);
}

/** Whom to call: the enterprises that were drawn and have not answered, with the contacts that the applicant named. */
export async function readCallSheet(services: ProcedureServices, actor: Actor, id: string): Promise<CallSheet | null> {
  const { database, personalKeys } = services;
  const found = await findReadable(services, actor, id);
  if (found === null) return null;
  const { application, grant } = found;
  const policy = await policyOfApplication(services, database, application);
  const { sampled } = await readStanding(database, id, policy);
  const waiting = sampled.filter(({ state }) => state === "drawn");
  if (waiting.length > 0) await noteReading(services, actor, grant, application, ["served.contact"], "served.phone");
  const { list, enterprises, entries } = await listServed(database, policy, id);
  const byRow = new Map(enterprises.map((each) => [each.rowId, each]));
  return waiting.map(({ place, rowId, enterprise }) => {
    const served = byRow.get(rowId);
    const rows = (served?.rows ?? []).flatMap((row) => entries[row] ?? []);
    const named = rows.map((row) => valuesOfRow(list, row, personalKeys));
    const first = (column: string) => {
      const value = named.map((values) => values[column]).find((each) => each != null);
      return value == null ? null : String(value);
    };
    const phone = first("phone");
    return {
      place,
      enterprise,
      uscc: served?.code ?? null,
      contact: first("contact"),
      phone: phone === null ? null : phoneFor(grant, phone),
      serviceSummary: first("service_summary"),
    };
  });
}

/** The district calls; others supervise, and need no number for it. */
function readsPhones({ role }: Grant): boolean {
  return role === "district";
}

function phoneFor(grant: Grant, phone: string): string {
  return readsPhones(grant) ? phone : maskPhone(phone);
}

function noteReading(
  { database, clock }: ProcedureServices,
  actor: Actor,
  grant: Grant,
  application: ApplicationRow,
  shown: readonly string[],
  phone: string,
): Promise<void> {
  const fields = readsPhones(grant) ? [...shown, phone] : shown;
  const read = { resource: "surveys", recordId: application.id, fields } as const;
  return noteRead(database, {
    actor,
    grant,
    ...read,
    relation: relationOfApplication(application),
    at: clock.now(),
  });
}

function share(part: number, whole: number): string | null {
  return whole === 0 ? null : `${part}/${whole}`;
}

function describeSurvey(
  services: ProcedureServices,
  actor: Actor,
  grant: Grant,
  application: ApplicationRow,
  standing: SurveyStanding,
  findingArticles: readonly string[],
): Survey {
  const { survey, population, sampled, measured, claimed, conflict, line, minimum, assessment } = standing;
  const count = (state: SampledRow["state"]) => sampled.filter((each) => each.state === state).length;
  const relation = relationOfApplication(application);
  return {
    applicationId: application.id,
    state: application.state,
    draw:
      survey === null
        ? null
        : {
            commitment: survey.commitment,
            seed: survey.seed,
            population: population.map(({ rowId }) => rowId),
            order: inDrawnOrder(survey.seed, population).map(({ rowId }) => rowId),
            drawnAt: formatInstant(survey.drawnAt),
            drawnBy: survey.drawnBy,
          },
    sampled: sampled.map((each) => describeSampled(services, grant, each)),
    progress: {
      answered: count("answered"),
      waiting: count("drawn"),
      replaced: count("replaced"),
      remaining: population.length - sampled.length,
      minimum,
    },
    satisfaction: {
      measured: { ...measured, share: share(measured.satisfied, measured.completed) },
      claimed: { ...claimed, share: share(claimed.satisfied, claimed.listed) },
      line,
      ...conflict,
    },
    findingArticles: [...findingArticles],
    assessment,
    revision: application.revision,
    allowedActs: [...openActs(applicationMachine, { state: application.state, relation, actor })],
  };
}

function describeSampled(
  { personalKeys }: ProcedureServices,
  grant: Grant,
  { applicationId: _application, personal, revision: _revision, ...known }: SampledRow,
): Survey["sampled"][number] {
  const {
    interviewee = null,
    position = null,
    phone = null,
  } = personal === null ? {} : openMap(personalKeys, personal);
  return { ...known, interviewee, position, phone: phone === null ? null : phoneFor(grant, phone) };
}
