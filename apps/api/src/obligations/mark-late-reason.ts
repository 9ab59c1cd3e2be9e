import { type ObligationRow, readObligation, updateObligation } from "@shifan/db";
import type { On } from "../acts/begin.ts";
import type { ActOutcome } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import { contextOfObligation, type ObligationServices, obligationSubject } from "./subject.ts";
import { isHeldBy } from "./view.ts";

/** Whoever owes it says why it is late. It stays late: no reason waives an obligation. */
export function markLateReason(
  services: ObligationServices,
  on: On,
  lateReason: string,
): Promise<ActOutcome<ObligationRow>> {
  const { clock, database } = services;
  const today = clock.today();
  return performAct(
    database,
    obligationSubject(services),
    { ...on, act: "mark-late-reason", at: clock.now() },
    {
      context: async (transaction, row) =>
        contextOfObligation(row, {
          today,
          isHolder: isHeldBy(on.actor, row),
          hasReasons: true,
          isUnrecorded: (await readObligation(transaction, row.id))?.isUnrecorded ?? false,
        }),
      write: async (transaction, { id }) => {
        const row = await updateObligation(transaction, id, { lateReason, lateReasonOn: today });
        return { row, result: row, fields: ["lateReason", "lateReasonOn"] };
      },
    },
  );
}
