import { maximumFieldErrors } from "@shifan/contract";
import { type FormList, type FormValue, type FormValues, normaliseName } from "@shifan/rules";
import type { InputErrors } from "../../acts/outcome.ts";
import {
  type Cell,
  cellName,
  type MergedRange,
  type Sheet,
  type SheetRow,
  SheetTooLarge,
} from "../../spreadsheets/sheet.ts";
import { openWorkbook, type WorkbookFault } from "../../spreadsheets/workbook.ts";
import { XmlFault } from "../../spreadsheets/xml.ts";
import { isTicked, readCellValue, textOfCell } from "./cell-values.ts";
import { findHeadings, type HeadedColumn, type Headings } from "./headings.ts";

/** Rows beside those of the list: titles, headings, blank rows with a space in them, a foot. */
const rowsAround = 200;

export type ListReading =
  | {
      readonly kind: "read";
      readonly rows: readonly FormValues[];
      /** Headings of columns that the list does not have: they were left out. */
      readonly ignoredColumns: readonly string[];
      /** The cell from which a value of a row was read; undefined where its column is not there. */
      readonly cellOf: (row: number, column: string) => string | undefined;
    }
  /** Not a workbook that is taken. */
  | { readonly kind: "unusable"; readonly fault: WorkbookFault }
  | { readonly kind: "invalid"; readonly errors: InputErrors };

/** In which sheets a list is looked for: in those of a name where there are any, else in all; a list that may be missing, in those alone. */
export type ListPlace = { readonly sheet: string; readonly mayBeMissing: boolean };

/** Reads the rows of a list from an XLSX workbook. All of its rows are good, or none is given and the first 100 faults are, each with its cell. */
export async function readListWorkbook(list: FormList, bytes: Buffer, place?: ListPlace): Promise<ListReading> {
  const mostRows = list.document.most_rows.value;
  try {
    const opened = await openWorkbook(bytes);
    if (!opened.ok) return { kind: "unusable", fault: opened };
    const { startsIn1904, sheets } = opened.workbook;
    const named = sheets.filter(({ name }) => name.trim() === place?.sheet);
    if (named.length === 0 && place?.mayBeMissing) return nothing;
    for (const each of named.length === 0 ? sheets : named) {
      const sheet = await each.read(mostRows + rowsAround);
      if (place?.mayBeMissing && sheet.rows.length === 0) return nothing;
      const headings = findHeadings(list, sheet);
      if (headings !== null) return readRows(list, sheet, headings, startsIn1904);
    }
  } catch (cause) {
    if (cause instanceof SheetTooLarge) return invalid({ path: "", code: "too_many_rows", message: tooMany(mostRows) });
    if (cause instanceof XmlFault) return { kind: "unusable", fault: { ok: false, code: "file_damaged" } };
    throw cause;
  }
  const names = list.columns.filter(({ printed }) => printed).map(({ label }) => label);
  const message = `没有找到表头。请用模板，或让一行里有这些栏目：${names.join("、")}`;
  return invalid({ path: "", code: "no_headings", message });
}

/** Says how many rows a list takes. */
export function tooMany(mostRows: number): string {
  return `一份名单最多${mostRows}行，请删去多余的行`;
}

const nothing: ListReading = { kind: "read", rows: [], ignoredColumns: [], cellOf: () => undefined };

const invalid = (...errors: InputErrors): ListReading => ({ kind: "invalid", errors });

function readRows(list: FormList, sheet: Sheet, headings: Headings, startsIn1904: boolean): ListReading {
  const wrongHeadings = checkHeadings(list, headings);
  if (wrongHeadings.length > 0) return invalid(...wrongHeadings);
  const errors: InputErrors[number][] = [];
  const rows: FormValues[] = [];
  const numbers: number[] = [];
  const below = withMergedCells(sheet, headings);
  for (const row of below) {
    if (errors.length >= maximumFieldErrors) break;
    if (isBlank(row, headings) || isFoot(list, row)) continue;
    numbers.push(row.number);
    rows.push(readRow(list, row, headings, { index: rows.length, startsIn1904 }, errors));
  }
  if (errors.length > 0) return invalid(...errors.slice(0, maximumFieldErrors));
  const mostRows = list.document.most_rows.value;
  if (rows.length > mostRows) return invalid({ path: "", code: "too_many_rows", message: tooMany(mostRows) });
  const held = [...headings.others].filter(([column]) => below.some(({ cells }) => cells.has(column)));
  const cellOf = (index: number, id: string) => {
    const [column] = [...headings.columns].find(([, { field }]) => field.id === id) ?? [];
    const number = numbers[index];
    return column === undefined || number === undefined ? undefined : cellName(column, number);
  };
  return { kind: "read", rows, ignoredColumns: held.map(([, heading]) => heading), cellOf };
}

/** Every printed column is there, and none twice: what is misspelt would otherwise be lost without a word. */
function checkHeadings(list: FormList, { bottom, columns }: Headings): InputErrors {
  const errors: InputErrors[number][] = [];
  const seen = new Set<string>();
  for (const [column, { field, option }] of columns) {
    const key = `${field.id} ${option ?? ""}`;
    const cell = cellName(column, bottom);
    if (seen.has(key)) errors.push({ path: "", code: "heading_twice", message: `有两列都是“${field.label}”`, cell });
    seen.add(key);
  }
  const found = new Set([...columns.values()].map(({ field }) => field.id));
  for (const { id, label, printed } of list.columns) {
    if (!printed || found.has(id)) continue;
    errors.push({ path: "", code: "heading_missing", message: `第${bottom}行的表头里没有“${label}”这一列` });
  }
  return errors;
}

/** The rows below the headings. What is merged downwards stands for every row that it covers. */
function withMergedCells({ rows, merges }: Sheet, { bottom, columns }: Headings): SheetRow[] {
  const below = rows.filter(({ number }) => number > bottom);
  const downwards = merges.filter(({ top, bottom: last, left }) => top > bottom && last > top && columns.has(left));
  if (downwards.length === 0) return below;
  const merged = new Map(below.map(({ number, cells }) => [number, new Map(cells)]));
  const last = below.at(-1)?.number ?? bottom;
  for (const range of downwards) spread(range, merged, last);
  return [...merged].map(([number, cells]) => ({ number, cells }));
}

function spread({ top, bottom, left }: MergedRange, rows: Map<number, Map<number, Cell>>, last: number): void {
  const value = rows.get(top)?.get(left);
  if (value === undefined) return;
  for (let number = top + 1; number <= Math.min(bottom, last); number += 1) rows.get(number)?.set(left, value);
}

function isBlank({ cells }: SheetRow, { columns }: Headings): boolean {
  return ![...cells.keys()].some((column) => columns.has(column));
}

/** What the form prints below the rows, or a remark that fills a row by itself. */
function isFoot(list: FormList, { cells }: SheetRow): boolean {
  const [only, ...others] = new Set([...cells.values()].map(textOfCell));
  if (only === undefined || others.length > 0) return false;
  const { foot } = list.document;
  return (
    /^\s*(备注|说明|注|填表说明)\s*[:：]/.test(only) ||
    (foot !== undefined && normaliseName(foot) === normaliseName(only))
  );
}

function readRow(
  list: FormList,
  row: SheetRow,
  { columns }: Headings,
  { index, startsIn1904 }: { index: number; startsIn1904: boolean },
  errors: InputErrors[number][],
): FormValues {
  const values: Record<string, FormValue | null> = Object.fromEntries(list.columns.map(({ id }) => [id, null]));
  for (const [column, headed] of columns) {
    const { field } = headed;
    const cell = row.cells.get(column);
    const reading =
      headed.option === null
        ? readCellValue(field, cell, startsIn1904)
        : readOption(headed, cell, values[field.id] ?? null);
    if (reading.ok) values[field.id] = reading.value;
    else {
      const { code, message } = reading;
      const cell = cellName(column, row.number);
      errors.push({ path: `/rows/${index}/${field.id}`, code, message, cell, row: textsOf(row, columns) });
    }
  }
  return values;
}

/** Enough of a cell to know it again beside what is wrong with its row. */
const shownLength = 60;

/** What stands in a row, by column; the columns of a choice, each for one of its options, are one. */
function textsOf({ cells }: SheetRow, columns: Headings["columns"]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [column, { field, option }] of columns) {
    const text = textOfCell(cells.get(column)).slice(0, shownLength);
    const label = field.options?.find(({ value }) => value === option)?.label;
    if (text !== "") texts[field.id] = `${texts[field.id] ?? ""}${label === undefined ? text : `${label}${text}`}`;
  }
  return texts;
}

/** @param chosen what another option of the same choice has said in this row */
function readOption({ field, option }: HeadedColumn, cell: Cell | undefined, chosen: FormValue | null) {
  const labels = (field.options ?? []).map(({ label }) => label);
  const label = field.options?.find(({ value }) => value === option)?.label ?? "";
  const ticked = isTicked(label, cell);
  if (ticked === null) {
    return { ok: false, code: field.type, message: `“${label}”一列只打√，或空着` } as const;
  }
  if (ticked && chosen !== null) {
    return { ok: false, code: field.type, message: `“${labels.join("”“")}”只能选一个` } as const;
  }
  return { ok: true, value: ticked ? option : chosen } as const;
}
