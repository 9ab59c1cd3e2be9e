import { invalid } from "../acts/outcome.ts";
import type { ProcedureServices } from "../acts/services.ts";
import type { WorkbookFault } from "../spreadsheets/workbook.ts";
import { type EditOn, type EditOutcome, policyOfOpenForm } from "./edit.ts";
import { findList } from "./parts.ts";
import { readListWorkbook } from "./spreadsheet/read-list.ts";
import { type ListState, sealAll, writeRows } from "./write-rows.ts";

export const importModes = ["replace", "append"] as const;
export type ImportMode = (typeof importModes)[number];

export type Imported = ListState & {
  /** Rows that came with the workbook. */
  readonly imported: number;
  readonly ignoredColumns: readonly string[];
};

/** Takes the rows of a list from a workbook: in the place of all others, or behind them. When one cell is wrong, nothing is taken. */
export async function importRows(
  services: ProcedureServices,
  on: EditOn,
  { listId, mode, bytes }: { listId: string; mode: ImportMode; bytes: Buffer },
): Promise<EditOutcome<Imported> | { readonly kind: "unusable"; readonly fault: WorkbookFault }> {
  const policy = await policyOfOpenForm(services, on);
  const list = policy && findList(policy, listId);
  const reading =
    list === null ? ({ kind: "read", rows: [], ignoredColumns: [] } as const) : await readListWorkbook(list, bytes);
  if (reading.kind !== "read") return reading;
  const { rows, ignoredColumns } = reading;
  if (list !== null && rows.length === 0) {
    return invalid({
      path: "",
      code: "no_rows",
      message: "表头下面没有填写的行，没有导入；要清空名单，请直接删除各行",
    });
  }
  const ready = list === null ? [] : sealAll(services, list, rows);
  const outcome = await writeRows(services, on, { listId, mode, rows: ready });
  if (outcome.kind !== "accepted") return outcome;
  return { ...outcome, result: { ...outcome.result, imported: rows.length, ignoredColumns } };
}
