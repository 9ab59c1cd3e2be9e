import { importTexts as texts } from "./texts.ts";

/**
 * Where a fault stands in the workbook, as people look for it: 检查!D7 is column D of row 7 in the sheet of checks, and a cell without a sheet
 * is in that of titles.
 *
 * @returns no place for a fault of the whole
 */
export function placeOfCell(cell: string | undefined): { sheet: string; place: string } {
  const [, sheet, column, row] = /^(?:(.+)!)?([A-Z]+)(\d+)$/.exec(cell ?? "") ?? [];
  if (column === undefined || row === undefined) return { sheet: "", place: "" };
  return { sheet: sheet ?? texts.titlesSheet, place: texts.cell(row, column) };
}
