import type { Database } from "@shifan/db";
import { type MandateRow, readOrganizationFile, updateMandate, updateOrganization } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Decided } from "../acts/subject.ts";
import { type MandateFile, mandateContext, mandateSubject } from "./subject.ts";

type Changes = Parameters<typeof updateMandate>[2];
type Change = (file: MandateFile, decided: Decided<MandateRow["state"]>) => Changes;

/** An act on one mandate: what it changes of it, and of the one that it takes the place of. */
function actOnMandate(
  services: ProcedureServices,
  on: On,
  mandateId: string,
  act: string,
  {
    change,
    check,
    ground = null,
    endsStanding = false,
  }: {
    change: Change;
    check?: (transaction: Database) => Promise<InputErrors>;
    ground?: string | null;
    endsStanding?: boolean;
  },
): Promise<ActOutcome<MandateFile>> {
  return performAct(
    services.database,
    mandateSubject(services, mandateId),
    { ...on, act, ground, at: services.clock.now() },
    {
      check: async (transaction) => (await check?.(transaction)) ?? [],
      context: async (_, file) => mandateContext(file),
      write: async (transaction, file, decided) => {
        if (endsStanding) await endStanding(transaction, file, decided.at);
        const mandate = await updateMandate(transaction, mandateId, change(file, decided));
        const organization = await updateOrganization(transaction, file.organization.id, {});
        const row = { ...(await readOrganizationFile(transaction, organization)), mandate };
        return { row, result: row, fields: ["mandates"] };
      },
    },
  );
}

/** Ends the mandate that stands, so that the former holder loses access with this very transaction. */
async function endStanding(transaction: Database, { mandates, mandate }: MandateFile, at: Date): Promise<void> {
  for (const { id, state } of mandates) {
    if (id === mandate.id || (state !== "claimed" && state !== "confirmed")) continue;
    await updateMandate(transaction, id, { state: "ended", decidedAt: at });
  }
}

/** Whether a file may serve as a paper of a mandate: one that the claimant has uploaded for it. */
export type MandateFileCheck = (
  transaction: Database,
  paper: { fileId: string; userId: string; mandateId: string },
) => Promise<boolean>;

/** Puts licence and letter of authority to a claim. */
export function attachMandatePapers(
  services: ProcedureServices & { mayServeAsMandatePaper: MandateFileCheck },
  on: On,
  papers: { mandateId: string; licenceFileId: string; authorizationFileId: string },
): Promise<ActOutcome<MandateFile>> {
  const { mandateId, licenceFileId, authorizationFileId } = papers;
  const userId = on.actor.userId;
  const files = [
    ["/licenceFileId", licenceFileId],
    ["/authorizationFileId", authorizationFileId],
  ] as const;
  const check = async (transaction: Database): Promise<InputErrors> => {
    const errors = [];
    for (const [path, fileId] of files) {
      if (await services.mayServeAsMandatePaper(transaction, { fileId, userId, mandateId })) continue;
      errors.push({ path, code: "unknown_file", message: "没有找到您为这件事上传的这个文件" });
    }
    return errors;
  };
  return actOnMandate(services, on, mandateId, "attach-papers", {
    check,
    change: () => ({ licenceFileId, authorizationFileId }),
  });
}

/** Confirms a claim: from now on the organization can hand in. */
export function confirmMandate(
  services: ProcedureServices,
  on: On,
  mandateId: string,
): Promise<ActOutcome<MandateFile>> {
  return actOnMandate(services, on, mandateId, "confirm-mandate", {
    change: (_, { to, at }) => ({ state: to, decidedAt: at }),
  });
}

/** Gives a contested mandate to the claimant; the former holder's ends with it. */
export function transferMandate(
  services: ProcedureServices,
  on: On,
  mandateId: string,
  reason: string | null,
): Promise<ActOutcome<MandateFile>> {
  return actOnMandate(services, on, mandateId, "transfer-mandate", {
    endsStanding: true,
    ground: reason,
    change: (_, { to, at }) => ({ state: to, decidedAt: at, reason }),
  });
}

/** Refuses a claim with its reason, which the claimant gets to see. */
export function refuseMandate(
  services: ProcedureServices,
  on: On,
  mandateId: string,
  reason: string,
): Promise<ActOutcome<MandateFile>> {
  return actOnMandate(services, on, mandateId, "refuse-mandate", {
    ground: reason,
    change: (_, { to, at }) => ({ state: to, decidedAt: at, reason }),
  });
}

/** Ends a mandate: the holder gives it up, or the district takes it. */
export function endMandate(
  services: ProcedureServices,
  on: On,
  mandateId: string,
  reason: string | null,
): Promise<ActOutcome<MandateFile>> {
  return actOnMandate(services, on, mandateId, "end-mandate", {
    ground: reason,
    change: (_, { to, at }) => ({ state: to, decidedAt: at, reason }),
  });
}
