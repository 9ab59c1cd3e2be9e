import { type CertificationFile, updateCertification } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { certificationContext, certificationSubject } from "./subject.ts";

/**
 * Gives up an imported title before anybody has confirmed it: whoever entered it withdraws it, anybody else refuses it. It stays on record and
 * bears on nothing; nothing was planned of it. The papers may be entered again.
 */
export function discardTitle(
  services: ProcedureServices,
  on: On,
  { act, reason }: { act: "refuse" | "withdraw"; reason: string },
): Promise<ActOutcome<CertificationFile>> {
  const { database, clock } = services;
  const { userId } = on.actor;
  const today = clock.today();
  return performAct(
    database,
    certificationSubject(services),
    { ...on, act, ground: reason, at: clock.now() },
    {
      context: async (_, title) => certificationContext(title, userId, today, { hasReasons: true }),
      write: async (transaction, { id }) => {
        const discarded = { discardedOn: today, discardedBy: userId, discardReason: reason };
        const row = await updateCertification(transaction, id, discarded);
        return { row, result: row, fields: Object.keys(discarded) };
      },
    },
  );
}
