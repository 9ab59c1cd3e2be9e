import { type ApplicationRow, type Database, updateApplication } from "@shifan/db";
import type { Actor, ApplicationState, Policy } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Decided } from "../acts/subject.ts";
import { applicationContext, type ContextAdditions } from "./context.ts";
import { applicationSubject } from "./subject.ts";

type Changes = Parameters<typeof updateApplication>[3];

/** One act on an application: what it brings to the decision, and what it changes of the record. */
export type ApplicationAct = {
  readonly act: string;
  readonly ground?: string | null;
  /** What of the input cannot stand. */
  check?(policy: Policy, transaction: Database, application: ApplicationRow): InputErrors | Promise<InputErrors>;
  adds?(transaction: Database, application: ApplicationRow, policy: Policy): Promise<ContextAdditions>;
  changes(
    transaction: Database,
    application: ApplicationRow,
    decided: Decided<ApplicationState>,
  ): Changes | Promise<Changes>;
};

/** Does an act on an application, decided by what is on record around it. */
export function actOnApplication(
  services: ProcedureServices,
  on: On<Actor>,
  { act, ground = null, check, adds, changes }: ApplicationAct,
): Promise<ActOutcome<ApplicationRow>> {
  return performAct(
    services.database,
    applicationSubject(services),
    { ...on, act, ground, at: services.clock.now() },
    {
      check: async (transaction, application, policy) => check?.(policy, transaction, application) ?? [],
      context: async (transaction, application, policy) =>
        applicationContext(services, transaction, application, policy, await adds?.(transaction, application, policy)),
      write: async (transaction, application, decided) => {
        const changed = await changes(transaction, application, decided);
        const row = await updateApplication(transaction, application.id, decided.at, { state: decided.to, ...changed });
        return { row, result: row, fields: ["state", ...Object.keys(changed)] };
      },
    },
  );
}
