import type { SelfCheckDifferences } from "@shifan/contract";
import type { ApplicationRow } from "@shifan/db";
import { showAnswer } from "@shifan/dialog";
import type { Assessment } from "@shifan/rules";
import type { ProcedureServices } from "../acts/services.ts";
import { checkCase } from "../applications/check-case.ts";
import { policyOfApplication } from "../applications/subject.ts";
import { holderOfToken } from "../chat/holder.ts";
import { type ReadOutcome, readChat } from "../chat/read.ts";
import type { ChatServices } from "../chat/services.ts";
import { differingAnswers } from "./compare.ts";

export type SelfCheckServices = ProcedureServices & ChatServices;

/**
 * Where an application says something else than a self-check of the applicant's own. The self-check is named by its id and token with each look
 * and is kept nowhere beside the application: nobody, whatever they may read, can find out afterwards whose self-check it was.
 */
export async function compareSelfCheck(
  services: SelfCheckServices,
  application: ApplicationRow,
  { sessionId, token }: { sessionId: string; token: string },
): Promise<{ ok: true; differences: SelfCheckDifferences } | Exclude<ReadOutcome, { ok: true }>> {
  const { database, clock, personalKeys } = services;
  const outcome = await readChat(services, sessionId, holderOfToken(token));
  if (!outcome.ok) return outcome;
  const { answers, turn } = outcome.session;
  const policy = await policyOfApplication(services, database, application);
  const day = application.receivedOn ?? clock.today();
  const { facts, assessment } = await checkCase({ personalKeys, clock }, database, application, policy, day);
  // Which papers are there is no answer of anybody's, and grows from day to day.
  const { [policy.document.materials_in_hand]: _, ...stated } = facts;
  return {
    ok: true,
    differences: {
      isFinished: turn.question === null && turn.assessment !== null,
      facts: differingAnswers(policy, answers, stated).map(({ fact, label, text }) => ({
        fact,
        label,
        selfCheck: text,
        application: showAnswer(policy, fact, { value: stated[fact] }),
      })),
      criteria: turn.assessment === null ? [] : differingCriteria(turn.assessment, assessment),
    },
  };
}

function differingCriteria(selfCheck: Assessment, application: Assessment): SelfCheckDifferences["criteria"] {
  const said = new Map(selfCheck.criteria.map(({ id, status }) => [id, status]));
  return application.criteria.flatMap(({ id, article, title, status }) => {
    const before = said.get(id);
    if (before === undefined || before === status) return [];
    return [{ id, article, title, selfCheck: before, application: status }];
  });
}
