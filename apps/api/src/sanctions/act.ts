import { type Database, type SanctionFile, updateSanction } from "@shifan/db";
import type { Policy, SanctionState } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Decided } from "../acts/subject.ts";
import { sanctionContext, sanctionSubject } from "./subject.ts";

type Changes = Parameters<typeof updateSanction>[2];

/** One act on a sanction: what it changes, and what follows for the title. */
export type SanctionAct = {
  readonly act: string;
  /** The number of a document, for the trail. */
  readonly ground?: string;
  /** The interpretation that the decision cites. */
  readonly interpretationId?: string | null | undefined;
  /** What of the input cannot stand. */
  check?(transaction: Database, sanction: SanctionFile, policy: Policy): Promise<InputErrors>;
  changes(sanction: SanctionFile, policy: Policy): Changes;
  /** What follows in the same transaction, before the sanction is written. */
  follow?(transaction: Database, sanction: SanctionFile, decided: Decided<SanctionState>): Promise<void>;
};

/** Does an act on a sanction. Everything that it asks for in words is demanded by the wire. */
export function actOnSanction(
  services: ProcedureServices,
  on: On,
  { act, ground, interpretationId = null, check, changes, follow }: SanctionAct,
): Promise<ActOutcome<SanctionFile>> {
  const { clock } = services;
  const additions = { today: clock.today(), hasReasons: true, userId: on.actor.userId, interpretationId };
  return performAct(
    services.database,
    sanctionSubject(services),
    { ...on, act, ground: ground ?? null, at: clock.now() },
    {
      check: async (transaction, sanction, policy) => (await check?.(transaction, sanction, policy)) ?? [],
      context: (transaction, sanction, policy) => sanctionContext(transaction, sanction, policy, additions),
      write: async (transaction, sanction, decided) => {
        const changed = changes(sanction, decided.policy);
        await follow?.(transaction, sanction, decided);
        const row = await updateSanction(transaction, sanction.id, { ...changed, state: decided.to });
        return { row, result: row, fields: ["state", ...Object.keys(changed)] };
      },
    },
  );
}
