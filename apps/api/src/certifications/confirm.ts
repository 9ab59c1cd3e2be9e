import { type CertificationFile, markPlanned, updateCertification } from "@shifan/db";
import { halfOf, previousPeriod } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { certificationContext, certificationSubject } from "./subject.ts";

/** Confirms an imported title: another officer than the one who entered it has seen the papers. */
export function confirmTitle(services: ProcedureServices, on: On): Promise<ActOutcome<CertificationFile>> {
  const userId = on.actor.userId;
  return performAct(
    services.database,
    certificationSubject(services),
    { ...on, act: "confirm", at: services.clock.now() },
    {
      context: async (_, title) => certificationContext(title, userId, services.clock.today()),
      write: async (transaction, title) => {
        const row = await updateCertification(transaction, title.id, { confirmedBy: userId });
        // Until now it bore on nothing: what fell due before nobody could do, and none of it is asked for. Of the running half everything is.
        await markPlanned(transaction, [title.id], previousPeriod(halfOf(services.clock.today())));
        return { row, result: row, fields: ["confirmedBy"] };
      },
    },
  );
}
