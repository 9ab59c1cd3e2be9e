import type { AllowSecondApplication } from "@shifan/contract";
import {
  findApplicationException,
  findRound,
  insertApplicationException,
  type OrganizationFile,
  readOrganizationFile,
  updateOrganization,
} from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { organizationSubject } from "./subject.ts";

/**
 * Records the city's exception (Art. 2): an operator of several platforms may have a second application in one round. The regulation knows one
 * applicant and one form; the second is the city's own decision with its ground.
 */
export function allowSecondApplication(
  services: ProcedureServices,
  on: On,
  { roundId, ground }: AllowSecondApplication,
): Promise<ActOutcome<OrganizationFile>> {
  return performAct(
    services.database,
    organizationSubject(services),
    { ...on, act: "allow-second-application", ground, at: services.clock.now() },
    {
      check: async (transaction) => {
        const round = await findRound(transaction, roundId);
        if (round !== null && round.state !== "cancelled") return [];
        return [{ path: "/roundId", code: "unknown_round", message: "没有这个批次，或已经取消" }];
      },
      context: async (transaction, { organization }) => {
        const known = await findApplicationException(transaction, { organizationId: organization.id, roundId });
        return { hasException: known !== null };
      },
      write: async (transaction, { organization }, { at }) => {
        await insertApplicationException(transaction, {
          organizationId: organization.id,
          roundId,
          ground,
          recordedBy: on.actor.userId,
          recordedAt: at,
        });
        const changed = await updateOrganization(transaction, organization.id, {});
        const row = await readOrganizationFile(transaction, changed);
        return { row, result: row, fields: ["exceptions"] };
      },
    },
  );
}
