import { randomUUID } from "node:crypto";
import type { PublishList } from "@shifan/contract";
import { insertNotice, lockCasesOf, updateCases, updateRound } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import { performOnAllIn } from "../acts/perform-on-all.ts";
import type { ProcedureServices } from "../acts/services.ts";
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
        const request = { actor: on.actor, act: "publish", at };
        await performOnAllIn(transaction, applicationSubject(services), request, {
          rows: proposed,
          policy,
          write: (state) =>
            updateCases(
              transaction,
              proposed.map(({ id }) => id),
              at,
              { state },
            ),
        });
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
            createdBy: on.actor.userId,
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
