import { type ApplicationRow, type Database, lockApplication, stateOfSurvey, updateApplication } from "@shifan/db";
import { type ApplicationState, articleOfAct, type Policy, permittingGrant } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Decided } from "../acts/subject.ts";
import { applicationContext, type ContextAdditions } from "../applications/context.ts";
import { applicationSubject, policyOfApplication, relationOfApplication } from "../applications/subject.ts";
import { noteSurvey } from "./note.ts";
import { readStanding, type SurveyStanding, surveyContext } from "./standing.ts";

/** What an accepted act on a survey is carried out with. */
export type SurveyDecided = Decided<ApplicationState> & { readonly on: On; readonly standing: SurveyStanding };

/** One act on the survey of an application. */
export type SurveyAct = {
  readonly act: string;
  readonly ground?: string | null;
  /** What of the input cannot stand beside what is on record; asked once there is a survey that is still open. */
  check?(standing: SurveyStanding, policy: Policy): InputErrors;
  /** What the act brings to the decision. */
  adds?(transaction: Database, application: ApplicationRow, policy: Policy): Promise<ContextAdditions>;
  /** Writes what the act changes. @returns the names of what was changed, and why if that is only known now */
  write?(
    transaction: Database,
    application: ApplicationRow,
    decided: SurveyDecided,
  ): Promise<{ fields: readonly string[]; ground?: string }>;
};

/**
 * Does an act on the survey of an application (第十条). The survey is locked with its application and shares its revision, so that of two officers at
 * the same moment one comes second. The trail gets an entry of the application, and one of the survey with its whole new state.
 */
export function actOnSurvey(
  services: ProcedureServices,
  on: On,
  { act, ground = null, check, adds, write }: SurveyAct,
): Promise<ActOutcome<ApplicationRow>> {
  const { database, clock } = services;
  return database.transaction(async (transaction) => {
    const errors = check === undefined ? [] : await errorsOf(services, transaction, on, act, check);
    if (errors.length > 0) return invalid(...errors);
    let standing: SurveyStanding;
    const request = { ...on, act, ground, at: clock.now() };
    return performActIn(transaction, applicationSubject(services), request, {
      context: async (_, application, policy) => {
        standing = await readStanding(transaction, application.id, policy);
        const brought = { survey: surveyContext(standing), ...(await adds?.(transaction, application, policy)) };
        return applicationContext(services, transaction, application, policy, brought);
      },
      write: async (_, application, decided) => {
        const before = standing.survey && (await stateOfSurvey(transaction, application.id));
        const written = await write?.(transaction, application, { ...decided, on, standing });
        const row = await updateApplication(transaction, application.id, decided.at, { state: decided.to });
        const fields = ["state", ...(written?.fields ?? [])];
        await noteSurvey(transaction, on.actor, decided, {
          application: row,
          act,
          article: articleOfAct(decided.policy.document, "applications", act),
          ground: written?.ground ?? ground,
          fields,
          state: await stateOfSurvey(transaction, application.id),
          before,
          revision: row.revision,
        });
        return { row, result: row, fields };
      },
    });
  });
}

/** Faults of the input, told to nobody but who may do the act, and only where nothing else stands in its way. */
async function errorsOf(
  services: ProcedureServices,
  transaction: Database,
  { actor, id, revision }: On,
  act: string,
  check: NonNullable<SurveyAct["check"]>,
): Promise<InputErrors> {
  const application = await lockApplication(transaction, id);
  if (application === null || application.revision !== revision || application.state !== "accepted") return [];
  if (permittingGrant(actor, "applications", act, relationOfApplication(application)) === null) return [];
  const policy = await policyOfApplication(services, transaction, application);
  const standing = await readStanding(transaction, id, policy);
  return standing.survey === null ? [] : check(standing, policy);
}
