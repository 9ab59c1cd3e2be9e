import { randomUUID } from "node:crypto";
import { maximumFieldErrors } from "@shifan/contract";
import {
  type ApplicationListEntry,
  type ApplicationListSummary,
  type ApplicationRow,
  appendApplicationRows,
  type Database,
  deleteApplicationRow,
  emptyApplicationList,
  lockApplicationRow,
  replaceApplicationRows,
  stateOfApplicationList,
  summarizeApplicationLists,
  updateApplicationRow,
} from "@shifan/db";
import { type FormList, type FormValues, type Policy, readRow } from "@shifan/rules";
import { type InputErrors, invalid } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import { type KeptValues, sealRow, valuesOfRow } from "../applications/row-values.ts";
import { changedFields } from "./changes.ts";
import { type Edited, type EditOn, type EditOutcome, editForm, editFormIn, policyOfOpenForm } from "./edit.ts";
import { findList } from "./parts.ts";
import { type RowView, viewOfRow } from "./read.ts";
import { tooMany } from "./spreadsheet/read-list.ts";

/** How a list stands after a change. */
export type ListState = { readonly rows: number; readonly tag: string };

/** A row that is about to be written: read and sealed, without its place. */
export type ReadyRow = KeptValues & { readonly rowId: string };

/** Puts rows in the place of all that a list has. All of them are good, or none is written. */
export async function replaceRows(
  services: ProcedureServices,
  on: EditOn,
  listId: string,
  raw: readonly unknown[],
): Promise<EditOutcome<ListState>> {
  // Reading and sealing thousands of rows takes its time: the application is locked for the writing alone.
  const policy = await policyOfOpenForm(services, on);
  const list = policy && findList(policy, listId);
  const values: FormValues[] = [];
  const errors: InputErrors[number][] = [];
  for (let index = 0; policy !== null && list !== null && index < raw.length; index += 1) {
    const reading = readRow(policy, listId, raw[index], `/rows/${index}`);
    if (reading.ok) values.push(reading.values);
    else errors.push(...reading.errors);
    if (errors.length >= maximumFieldErrors) break;
  }
  if (errors.length > 0) return invalid(...errors.slice(0, maximumFieldErrors));
  return writeRows(services, on, {
    listId,
    mode: "replace",
    rows: list === null ? [] : sealAll(services, list, values),
  });
}

export function sealAll({ personalKeys }: ProcedureServices, list: FormList, rows: readonly FormValues[]): ReadyRow[] {
  return rows.map((values) => ({ rowId: randomUUID(), ...sealRow(list, values, personalKeys) }));
}

/** Writes rows that have been read and sealed, in the place of all others or behind them. */
export function writeRows(
  services: ProcedureServices,
  on: EditOn,
  { listId, mode, rows }: { listId: string; mode: "replace" | "append"; rows: readonly ReadyRow[] },
): Promise<EditOutcome<ListState>> {
  return editForm(services, on, async (transaction, application, policy) => {
    const list = findList(policy, listId);
    if (list === null) return { kind: "unknown" };
    const present = await summaryOf(transaction, application.id, listId);
    if (present.tag !== on.tag) return staleList(application, present);
    const before = mode === "replace" ? emptyApplicationList : present;
    const full = checkRoom(list, before.rows + rows.length);
    if (full !== null) return invalid(full);
    return {
      kind: "ready",
      write: async (inside) => {
        const entries = rows.map((row, index) => ({ ...row, position: before.nextPosition + index, revision: 1 }));
        const put = mode === "replace" ? replaceApplicationRows : appendApplicationRows;
        return editList(inside, application, listId, ["rows"], async () => {
          await put(inside, application.id, listId, entries);
          const { rows: count, tag } = await summaryOf(inside, application.id, listId);
          return { rows: count, tag };
        });
      },
    };
  });
}

/** Adds one row behind all others, in the transaction of the call that is made once only. */
export function appendRow(
  services: ProcedureServices,
  transaction: Database,
  on: Omit<EditOn, "tag">,
  listId: string,
  raw: unknown,
): Promise<EditOutcome<{ id: string }>> {
  return editFormIn(services, transaction, { ...on, tag: null }, async (outer, application, policy) => {
    const list = findList(policy, listId);
    if (list === null) return { kind: "unknown" };
    const reading = readRow(policy, listId, raw);
    if (!reading.ok) return invalid(...reading.errors);
    const { rows, nextPosition } = await summaryOf(outer, application.id, listId);
    const full = checkRoom(list, rows + 1);
    if (full !== null) return invalid(full);
    return {
      kind: "ready",
      write: async (inside) => {
        const [row] = sealAll(services, list, [reading.values]) as [ReadyRow];
        const entries = [{ ...row, position: nextPosition, revision: 1 }];
        return editList(inside, application, listId, ["rows"], async () => {
          await appendApplicationRows(inside, application.id, listId, entries);
          return { id: row.rowId };
        });
      },
    };
  });
}

type Seen = {
  readonly policy: Policy;
  readonly list: FormList;
  readonly application: ApplicationRow;
  readonly kept: ApplicationListEntry;
};

/** A change of one row, in the state in which its writer has seen it. */
function editRow<Result>(
  services: ProcedureServices,
  on: EditOn,
  { listId, rowId }: { listId: string; rowId: string },
  change: (
    seen: Seen,
  ) =>
    | { readonly kind: "invalid"; readonly errors: InputErrors }
    | { readonly kind: "ready"; write(transaction: Database): Promise<Edited<Result>> },
): Promise<EditOutcome<Result>> {
  return editForm(services, on, async (transaction, application, policy) => {
    const list = findList(policy, listId);
    const kept = list && (await lockApplicationRow(transaction, application.id, listId, rowId));
    if (list === null || kept === null) return { kind: "unknown" };
    const tag = String(kept.revision);
    if (tag === on.tag) return change({ policy, list, application, kept });
    const values = valuesOfRow(list, kept, services.personalKeys);
    return { kind: "stale", tag, revision: kept.revision, state: application.state, values };
  });
}

/** Writes one row. What is the same as before is accepted and changes nothing. */
export function changeRow(
  services: ProcedureServices,
  on: EditOn,
  at: { listId: string; rowId: string },
  raw: unknown,
): Promise<EditOutcome<RowView>> {
  const reader = { keys: services.personalKeys, opens: true };
  return editRow(services, on, at, ({ policy, list, application, kept }) => {
    const reading = readRow(policy, list.id, raw);
    if (!reading.ok) return invalid(...reading.errors);
    const fields = changedFields(list.columns, valuesOfRow(list, kept, reader.keys), reading.values);
    return {
      kind: "ready",
      write: async (inside) => {
        if (fields.length === 0) return { result: viewOfRow(list, kept, reader), fields, entry: null };
        const { rowId, position, revision } = kept;
        const values = sealRow(list, reading.values, reader.keys);
        const row = { rowId, position, revision: revision + 1, ...values };
        return editList(inside, application, at.listId, fields, async () =>
          viewOfRow(list, await updateApplicationRow(inside, application.id, at.listId, row), reader),
        );
      },
    };
  });
}

/** Takes one row out of its list. */
export function removeRow(
  services: ProcedureServices,
  on: EditOn,
  at: { listId: string; rowId: string },
): Promise<EditOutcome<null>> {
  return editRow(services, on, at, ({ application }) => ({
    kind: "ready",
    write: (inside) =>
      editList(inside, application, at.listId, ["rows"], async () => {
        await deleteApplicationRow(inside, application.id, at.listId, at.rowId);
        return null;
      }),
  }));
}

async function summaryOf(database: Database, applicationId: string, listId: string): Promise<ApplicationListSummary> {
  const summaries = await summarizeApplicationLists(database, applicationId, listId);
  return summaries.get(listId) ?? emptyApplicationList;
}

function staleList({ dataVersion, state }: ApplicationRow, { tag }: ApplicationListSummary) {
  return { kind: "stale", tag, revision: dataVersion, state } as const;
}

function checkRoom({ document }: FormList, rows: number): InputErrors[number] | null {
  const most = document.most_rows.value;
  return rows > most ? { path: "/rows", code: "too_many_rows", message: tooMany(most) } : null;
}

/** Changes a list, which stands in the audit trail as a whole, by the hashes of its rows. */
async function editList<Result>(
  transaction: Database,
  { id }: ApplicationRow,
  part: string,
  fields: readonly string[],
  change: () => Promise<Result>,
): Promise<Edited<Result>> {
  const before = await stateOfApplicationList(transaction, id, part);
  const result = await change();
  const state = await stateOfApplicationList(transaction, id, part);
  return { result, fields, entry: { resource: "application_lists", part, state, before, revision: null } };
}
