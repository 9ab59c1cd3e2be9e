import { randomUUID } from "node:crypto";
import type { PublishList } from "@shifan/contract";
import {
  type ApplicationRow,
  type Database,
  insertNotice,
  lockCasesOf,
  updateApplication,
  updateRound,
} from "@shifan/db";
import type { Policy } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct, performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { applicationContext } from "../applications/context.ts";
import { applicationSubject } from "../applications/subject.ts";
import { roundContext, roundSubject } from "../rounds/subject.ts";
import { listedCases } from "./listed-cases.ts";
import { settlePeriod } from "./period.ts";
import { notePublished } from "./subject.ts";

/**
 * Publishes the proposed list of a round (第十一条): the round and each of its proposed cases move to publicity, and the notice holds the cases as they
 * stand on that day. All of it or nothing.
 *
 * @returns the id of the notice
 */
export function publishList(
  services: ProcedureServices,
  on: On,
  { periodGround, ...body }: PublishList,
): Promise<ActOutcome<string>> {
  const today = services.clock.today();
  let endsOn = "";
  return performAct(
    services.database,
    roundSubject(services),
    { ...on, act: "publish-list", at: services.clock.now() },
    {
      check: async (transaction, _, policy) => {
        const settled = await settlePeriod(transaction, policy, { ...body, periodGround }, today);
        if ("errors" in settled) return settled.errors;
        endsOn = settled.endsOn;
        return [];
      },
      context: (transaction, round) => roundContext(transaction, round, today),
      write: async (transaction, round, { to, grant, policy, at }) => {
        const proposed = await lockCasesOf(transaction, round.id, "proposed");
        const cases = await listedCases(transaction, policy, { roundId: round.id, state: "proposed", day: today });
        for (const application of proposed) await publishCase(services, transaction, on, application, policy);
        const file = await insertNotice(
          transaction,
          {
            ...body,
            id: randomUUID(),
            roundId: round.id,
            kind: "publicity",
            state: "published",
            endsOn,
            periodGround: periodGround ?? null,
            publishedAt: at,
            extendsId: null,
            reason: null,
            createdBy: on.actor.userId ?? "",
            createdAt: at,
          },
          cases,
        );
        await notePublished(transaction, on.actor, { grant, policy, at }, file);
        const row = await updateRound(transaction, round.id, { state: to });
        return { row, result: file.notice.id, fields: ["state"] };
      },
    },
  );
}

/** One case of the list: an act of its own in the trail. The row is locked, and its policy is the round's. */
async function publishCase(
  services: ProcedureServices,
  transaction: Database,
  { actor }: On,
  application: ApplicationRow,
  policy: Policy,
): Promise<void> {
  const { id } = application;
  const outcome = await performActIn(
    transaction,
    { ...applicationSubject(services), lock: async () => application, policyOf: async () => policy },
    { actor, id, act: "publish", revision: null, at: services.clock.now() },
    {
      context: () => applicationContext(services, transaction, application, policy),
      write: async (_, __, { to, at }) => {
        const row = await updateApplication(transaction, id, at, { state: to });
        return { row, result: row, fields: ["state"] };
      },
    },
  );
  if (outcome.kind !== "accepted") throw new Error(`a proposed case was not published: ${id}, ${outcome.kind}`);
}
