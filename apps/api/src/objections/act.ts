import { type Database, type ObjectionFile, updateObjection } from "@shifan/db";
import type { ObjectionState, Policy } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Decided } from "../acts/subject.ts";
import { lockCase, objectionContext, objectionSubject } from "./subject.ts";

type Changes = Parameters<typeof updateObjection>[2];

/** One act on an objection: what it changes, and what follows for the case that it is about. */
export type ObjectionAct = {
  readonly act: string;
  /** Whether the words that the act needs are there. */
  readonly hasReasons?: boolean;
  /** What of the input cannot stand. */
  check?(file: ObjectionFile, policy: Policy): InputErrors;
  changes(file: ObjectionFile, policy: Policy): Changes;
  /** What follows in the same transaction, once the objection is written. */
  follow?(transaction: Database, file: ObjectionFile, decided: Decided<ObjectionState>): Promise<void>;
};

/** Does an act on an objection. Its words stand in the record alone: the trail is read by those who may not know them. */
export function actOnObjection(
  services: ProcedureServices,
  on: On,
  { act, hasReasons = false, check, changes, follow }: ObjectionAct,
): Promise<ActOutcome<ObjectionFile>> {
  const { clock } = services;
  return performAct(
    services.database,
    objectionSubject(services),
    { ...on, act, at: clock.now() },
    {
      check: async (_, file, policy) => check?.(file, policy) ?? [],
      context: async (transaction, file) => {
        const { state: caseState } = await lockCase(transaction, file.objection.applicationId);
        return objectionContext(transaction, file, { today: clock.today(), hasReasons, caseState });
      },
      write: async (transaction, file, decided) => {
        const changed = changes(file, decided.policy);
        const row = await updateObjection(transaction, file.objection.id, { state: decided.to, ...changed });
        await follow?.(transaction, row, decided);
        return { row, result: row, fields: ["state", ...Object.keys(changed)] };
      },
    },
  );
}
