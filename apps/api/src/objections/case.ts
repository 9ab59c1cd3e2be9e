import {
  type ApplicationRow,
  type Database,
  findCasePublicity,
  listUpheldFindings,
  updateApplication,
} from "@shifan/db";
import type { Actor } from "@shifan/rules";
import { performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { applicationContext } from "../applications/context.ts";
import { applicationSubject } from "../applications/subject.ts";
import { lockCase } from "./subject.ts";

/** The case is held: an objection to it was admitted. */
export function holdCase(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  applicationId: string,
): Promise<void> {
  return actOnCase(services, transaction, actor, applicationId, { act: "object", changes: {} });
}

/** When the last open objection to a held case is closed, the case goes on, or ends where one was upheld. */
export async function settleCase(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  applicationId: string,
): Promise<void> {
  const { state } = await lockCase(transaction, applicationId);
  const publicity = await findCasePublicity(transaction, applicationId);
  if (state !== "objected" || publicity === null || publicity.openObjections > 0) return;
  if (publicity.upheldObjections === 0) {
    await actOnCase(services, transaction, actor, applicationId, { act: "clear-objection", changes: {} });
    return;
  }
  const reason = (await listUpheldFindings(transaction, applicationId)).join("\n");
  await actOnCase(services, transaction, actor, applicationId, { act: "uphold-objection", changes: { reason } });
}

/** An act that follows for the case. What led to it has been decided with the case locked, so that it cannot be refused. */
async function actOnCase(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  applicationId: string,
  { act, changes }: { act: string; changes: Partial<Pick<ApplicationRow, "reason">> },
): Promise<void> {
  const outcome = await performActIn(
    transaction,
    applicationSubject(services),
    { actor, id: applicationId, act, revision: null, at: services.clock.now() },
    {
      context: (_, application, policy) => applicationContext(services, transaction, application, policy),
      write: async (_, application, { to, at }) => {
        const row = await updateApplication(transaction, application.id, at, { state: to, ...changes });
        return { row, result: row, fields: ["state", ...Object.keys(changes)] };
      },
    },
  );
  if (outcome.kind !== "accepted") throw new Error(`${act} did not follow for ${applicationId}: ${outcome.kind}`);
}
