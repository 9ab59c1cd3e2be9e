import {
  type CertificationFile,
  type CertificationRow,
  type Database,
  type SanctionFile,
  updateCertification,
} from "@shifan/db";
import { type Actor, actsOnTitle } from "@shifan/rules";
import { performActIn } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { certificationContext, certificationSubject } from "../certifications/subject.ts";
import { exemptOpenObligations, reviveExempted } from "../obligations/title-end.ts";

type End = Partial<Pick<CertificationRow, "endedOn" | "endServedOn" | "endDocumentNumber" | "endSource">>;

/** The title ends on the day on which its sanction takes effect; what would fall due from that day on is owed no more. */
export async function endTitle(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  { kind, certificationId, documentNumber }: SanctionFile,
): Promise<void> {
  const endedOn = services.clock.today();
  const end = { endedOn, endDocumentNumber: documentNumber, endSource: documentNumber };
  const ground = documentNumber;
  await actOnTitle(services, transaction, actor, certificationId, { act: actsOnTitle[kind], ground, end });
  await exemptOpenObligations(services, transaction, { certificationId, endedOn, actor, ground });
}

/** The service of the decision is recorded with the title as well: a ban counts from it. */
export async function serveTitleEnd(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  { certificationId, documentNumber }: SanctionFile,
  servedOn: string,
): Promise<void> {
  const end = { endServedOn: servedOn };
  await actOnTitle(services, transaction, actor, certificationId, { act: "serve-end", ground: documentNumber, end });
}

/** The title stands again as if the withdrawn decision had not been: with its own last day, without a ban, with everything that it owes. */
export async function reinstateTitle(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  { certificationId, effectiveOn, reinstatementNumber: ground }: SanctionFile,
): Promise<void> {
  const end = { endedOn: null, endServedOn: null, endDocumentNumber: null, endSource: null };
  const title = await actOnTitle(services, transaction, actor, certificationId, { act: "reinstate", ground, end });
  await reviveExempted(services, transaction, { title, endedOn: effectiveOn ?? "", actor, ground });
}

/** An act that follows for the title. What led to it has been decided, so that it cannot be refused. */
async function actOnTitle(
  services: ProcedureServices,
  transaction: Database,
  actor: Actor,
  certificationId: string,
  { act, ground, end }: { act: string; ground: string | null; end: End },
): Promise<CertificationFile> {
  const today = services.clock.today();
  const outcome = await performActIn(
    transaction,
    certificationSubject(services),
    { actor, id: certificationId, act, revision: null, ground, at: services.clock.now() },
    {
      context: async (_, title) => certificationContext(title, actor.userId, today),
      write: async (_, title, { to }) => {
        const row = await updateCertification(transaction, title.id, { ...end, state: to });
        return { row, result: row, fields: ["state", ...Object.keys(end)] };
      },
    },
  );
  if (outcome.kind !== "accepted") throw new Error(`${act} did not follow for ${certificationId}: ${outcome.kind}`);
  return outcome.result;
}
