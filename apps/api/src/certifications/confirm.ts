import { type CertificationFile, confirmCertification } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { certificationSubject } from "./subject.ts";

/** Confirms an imported title: another officer than the one who entered it has seen the papers. */
export function confirmTitle(services: ProcedureServices, on: On): Promise<ActOutcome<CertificationFile>> {
  const userId = on.actor.userId ?? "";
  return performAct(
    services.database,
    certificationSubject(services),
    { ...on, act: "confirm", at: services.clock.now() },
    {
      context: async (_, title) => ({
        isConfirmed: title.confirmedBy !== null,
        isSamePerson: title.importedBy === userId,
      }),
      write: async (transaction, title) => {
        const row = await confirmCertification(transaction, title.id, userId);
        return { row, result: row, fields: ["confirmedBy"] };
      },
    },
  );
}
