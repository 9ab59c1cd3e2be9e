import type { SurveyAssessment } from "@shifan/contract";
import {
  type ApplicationRow,
  type Database,
  findSurvey,
  listSampled,
  lockApplication,
  updateApplication,
} from "@shifan/db";
import { type Policy, permittingGrant } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import { type ActOutcome, type InputErrors, invalid } from "../acts/outcome.ts";
import { performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { checkCase } from "../applications/check-case.ts";
import { applicationContext } from "../applications/context.ts";
import { applicationSubject, relationOfApplication } from "../applications/subject.ts";
import { checkDay } from "../organizations/input.ts";
import { checkPlaceInLetter, type Letter, putIntoLetter } from "./letter.ts";

/** One case of a letter: its rank, the district's opinion, and reasons where the findings speak against it. */
export type RecommendedCase = { readonly rank: number; readonly opinion: string; readonly reasons: string };

/** Recommends one case in a letter (第十条), in a transaction that may do more: what is refused leaves the others untouched. */
export async function recommendCase(
  services: ProcedureServices,
  transaction: Database,
  on: On,
  letter: Letter,
  { rank, opinion, reasons }: RecommendedCase,
): Promise<ActOutcome<ApplicationRow>> {
  const errors = await errorsOf(transaction, on, letter, rank, services.clock.today());
  if (errors.length > 0) return invalid(...errors);
  const ground = reasons === "" ? null : reasons;
  const at = services.clock.now();
  return performActIn(
    transaction,
    applicationSubject(services),
    { ...on, act: "recommend", ground, at },
    {
      context: async (_, application, policy) =>
        applicationContext(services, transaction, application, policy, {
          againstFinding: await isAgainstFinding(services, transaction, application, policy),
          hasReasons: reasons !== "",
        }),
      write: async (_, application, { to, grant, policy }) => {
        const by = { userId: on.actor.userId, grant, policy, at };
        await putIntoLetter(transaction, letter, application, { rank, opinion }, by);
        const row = await updateApplication(transaction, application.id, at, { state: to, reason: ground });
        return { row, result: row, fields: ["state", "reason", "recommendation"] };
      },
    },
  );
}

/** Faults of the input, told to nobody but who may recommend the case, and only where it waits for it. */
async function errorsOf(
  transaction: Database,
  { actor, id, revision }: On,
  letter: Letter,
  rank: number,
  today: string,
): Promise<InputErrors> {
  const application = await lockApplication(transaction, id);
  if (application === null || application.revision !== revision || application.state !== "surveyed") return [];
  if (permittingGrant(actor, "applications", "recommend", relationOfApplication(application)) === null) return [];
  const days = (await listSampled(transaction, id)).flatMap(({ answeredOn }) => answeredOn ?? []);
  return [
    ...checkDay(letter.issuedOn, "/issuedOn", today),
    ...(days.some((day) => day > letter.issuedOn)
      ? [{ path: "/issuedOn", code: "before_answer", message: "推荐文件的日期不能早于最后一家答复的日期" }]
      : []),
    ...(await checkPlaceInLetter(transaction, letter, application, rank)),
  ];
}

/** Whether the district's own finding, the verdict from the form or a cross-check speaks against the case. */
export async function isAgainstFinding(
  services: ProcedureServices,
  transaction: Database,
  application: ApplicationRow,
  policy: Policy,
): Promise<boolean> {
  const survey = await findSurvey(transaction, application.id);
  const assessment = (survey?.assessment ?? null) as SurveyAssessment | null;
  if (assessment?.finding.some(({ met }) => met === "no") === true) return true;
  const day = application.receivedOn ?? services.clock.today();
  return (await checkCase(services, transaction, application, policy, day)).speaksAgainst;
}
