import {
  attachInspectionFiles,
  type Database,
  findInspection,
  type InspectionChanges,
  type InspectionFile,
  updateInspection,
} from "@shifan/db";
import type { InspectionContext, InspectionState, Policy } from "@shifan/rules";
import type { On } from "../acts/begin.ts";
import type { ActOutcome, InputErrors } from "../acts/outcome.ts";
import { performAct } from "../acts/perform.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { Decided } from "../acts/subject.ts";
import { checkInspectionFiles } from "./files.ts";
import { inspectionContext, inspectionSubject } from "./subject.ts";

/** One act on a look at a title: what it brings and changes, and what follows. */
export type InspectionAct = {
  readonly act: string;
  readonly ground?: string;
  /** What of the input cannot stand. */
  check?(inspection: InspectionFile, policy: Policy, transaction: Database): Promise<InputErrors> | InputErrors;
  /** What the guards are told beside what is on record. */
  brings?(inspection: InspectionFile, policy: Policy): Partial<InspectionContext>;
  changes(inspection: InspectionFile, policy: Policy): InspectionChanges;
  /** Photographs and papers that it adds. */
  readonly fileIds?: readonly string[];
  /** What follows in the same transaction, once it is written. */
  follow?(transaction: Database, inspection: InspectionFile, decided: Decided<InspectionState>): Promise<void>;
};

/** Does an act on a look at a title. */
export async function actOnInspection(
  services: ProcedureServices,
  on: On,
  { act, ground, check, brings, changes, fileIds = [], follow }: InspectionAct,
): Promise<ActOutcome<InspectionFile>> {
  const { database, clock } = services;
  // Of which kind it is never changes; whether the caller reaches that kind is decided below.
  const about = await findInspection(database, on.id);
  if (about === null) return { kind: "unknown" };
  return performAct(
    database,
    inspectionSubject(services, about.kind),
    { ...on, act, ground: ground ?? null, at: clock.now() },
    {
      check: async (transaction, row, policy) => [
        ...((await check?.(row, policy, transaction)) ?? []),
        ...(await checkInspectionFiles(transaction, row.id, fileIds)),
      ],
      context: (transaction, row, policy) =>
        inspectionContext(transaction, row, clock.today(), brings?.(row, policy) ?? {}),
      write: async (transaction, inspection, decided) => {
        const changed = changes(inspection, decided.policy);
        await attachInspectionFiles(transaction, inspection, fileIds);
        const row = await updateInspection(transaction, inspection.id, { ...changed, state: decided.to });
        await follow?.(transaction, row, decided);
        const fields = ["state", ...Object.keys(changed), ...(fileIds.length === 0 ? [] : ["fileIds"])];
        return { row, result: row, fields };
      },
    },
  );
}
