import type { FormField, FormList, FormValues } from "@shifan/rules";
import { cell, heading, label, lines, paragraph, rowHeight, table, value } from "../description/build.ts";
import type { Block, Cell, Row } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import { printedCell } from "./values.ts";

/** Rows to write in on a blank form: of a list inside a form, and of one on pages of its own. */
const blankRows = { inside: 5, own: 20 } as const;
/** Millimetres of a row that is filled in. */
const filledRow = 7.5;

/** Relative width of a character of a heading, and of the widest heading that stands in one line: longer ones are broken. */
const headWidth = { character: 0.58, most: 4.1 } as const;
/** Relative widths of columns by what they hold. */
const widths: Partial<Record<FormField["type"], number>> = {
  text: 6,
  long_text: 8,
  int: 2.2,
  percent: 3,
  phone: 4.2,
  bool: 3.4,
  year: 2.4,
  money_wan: 3.4,
  day_or_month: 4.6,
};

/**
 * A list as the form prints it: its columns in their order, those that the form does not have left out, a choice as one column
 * an option with a tick. `rows` null: blank, with rows to write in.
 */
export function listBlocks(list: FormList, rows: readonly FormValues[] | null, headed: boolean): Block[] {
  const columns = list.columns.filter(({ printed }) => printed);
  const numbered = list.document.numbered;
  const across = [...(numbered === null ? [] : [1.6]), ...columns.flatMap((field) => columnWidths(field))];
  const above = headed && list.heading !== null && isSectionHeading(list.heading) ? [heading(2, list.heading)] : [];
  const head = [
    ...(headed && list.heading !== null && above.length === 0
      ? [rowOf(across, rowHeight, [label(list.heading, { columns: across.length })])]
      : []),
    rowOf(across, rowHeight, [...(numbered === null ? [] : [label(numbered)]), ...columns.map(headOf)]),
  ];
  const wordy = new Set(columns.filter((field) => rows?.some((row) => isLong(row[field.id]))));
  const filled = (rows ?? []).map((row, at) => {
    const number = numbered === null ? [] : [value(String(at + 1))];
    return rowOf(across, filledRow, [
      ...number,
      ...columns.flatMap((field) => cellsOf(field, row, list, wordy.has(field))),
    ]);
  });
  const empty =
    filled.length > 0
      ? []
      : blankRowsOf(list, across, rows === null ? (headed ? blankRows.inside : blankRows.own) : null);
  const foot = list.document.foot;
  return [...above, table(across, [...filled, ...empty], head), ...(foot === undefined ? [] : [paragraph(foot)])];
}

/** 二、… stands above the table, like the headings of its neighbours; any other heading is its first row. */
function isSectionHeading(text: string): boolean {
  return /^[一二三四五六七八九十]+、/.test(text);
}

function headOf(field: FormField): Cell {
  const divided = optionsOf(field).map((option) => option.label);
  return divided.length === 0 ? label(field.label) : label(field.label, { columns: divided.length, divided });
}

function cellsOf(field: FormField, row: FormValues, list: FormList, wordy: boolean): Cell[] {
  const options = optionsOf(field);
  if (options.length > 0) return options.map((option) => value(row[field.id] === option.value ? "√" : ""));
  const text = printedCell(field, row, list.heading ?? "");
  return [wordy ? cell(lines(text)) : value(text)];
}

/** A column with text of more than a line is set from the left. */
function isLong(given: FormValues[string] | undefined): boolean {
  return typeof given === "string" && given.length > 8 && !/^[\d-]*$/.test(given);
}

/** `blank`: how many rows at least to write in; null for a list that was filled in with nothing, which shows one empty row. */
function blankRowsOf(list: FormList, across: readonly number[], blank: number | null): Row[] {
  const { least_rows, yearly, numbered } = list.document;
  const count = blank === null ? 1 : (yearly?.rows.length ?? Math.max(blank, least_rows?.value ?? 0));
  return Array.from({ length: count }, (_, at) => {
    const number = numbered !== null && blank !== null ? String(at + 1) : "";
    return rowOf(across, rowHeight, [
      ...(numbered === null ? [] : [value(number)]),
      ...across.slice(numbered === null ? 0 : 1).map(() => cell([])),
    ]);
  });
}

function optionsOf(field: FormField): { value: string; label: string }[] {
  return field.type === "choice" ? (field.options ?? []) : [];
}

function columnWidths(field: FormField): number[] {
  const options = optionsOf(field);
  if (options.length > 0) return options.map(({ label }) => Math.max(1.7, label.length * 0.72));
  const wide = field.longest === undefined || field.longest > 100 ? widths[field.type] : 3;
  const head = Math.min(headWidth.most, field.label.length * headWidth.character);
  return [Math.max(wide ?? 3, head)];
}
