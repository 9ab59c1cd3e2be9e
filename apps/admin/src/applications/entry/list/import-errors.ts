import type { FieldError } from "@shifan/contract/client";

/** A row of a workbook in which something cannot stand. */
export type WrongRow = {
  /** As the spreadsheet counts them, from 1. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
  /** What is to be mended, by column. */
  readonly messages: ReadonlyMap<string, string>;
};

/** What the server found wrong in a workbook: of it as a whole, and row by row. */
export function sortImportErrors(errors: readonly FieldError[]): {
  general: readonly string[];
  rows: readonly WrongRow[];
} {
  const general: string[] = [];
  const rows = new Map<number, { number: number; cells: Record<string, string>; messages: Map<string, string> }>();
  for (const { path, message, cell, row: cells } of errors) {
    const number = Number(/^[A-Z]+(\d+)$/.exec(cell ?? "")?.[1]);
    const column = /^\/rows\/\d+\/(.+)$/.exec(path)?.[1];
    if (column === undefined || Number.isNaN(number)) {
      general.push(cell === undefined ? message : `${cell}：${message}`);
      continue;
    }
    const row = rows.get(number) ?? { number, cells: cells ?? {}, messages: new Map<string, string>() };
    row.messages.set(column, message);
    rows.set(number, row);
  }
  return { general, rows: [...rows.values()] };
}
