import { type FormField, readValue, type ValueReading } from "@shifan/rules";
import { dayOfSerial } from "../../spreadsheets/number-formats.ts";
import type { Cell } from "../../spreadsheets/sheet.ts";
import { readWrittenDay } from "./dates.ts";

/*
 * What a cell says, as the reader of the field takes it. A table has less kinds than a form: dates are numbers, telephone numbers are too, and
 * a tick stands for yes.
 */

const ticks = new Set(["√", "✓", "✔", "☑", "■", "●", "y", "yes"]);
const crosses = new Set(["×", "✗", "✘", "☒", "n", "no"]);
/** What is written into a cell so that it is not empty. Of a text nobody can know. */
const strokes = new Set(["/", "\\", "-", "--", "—", "——", "–"]);
const textTypes = new Set(["text", "long_text"]);
const wholeDayTypes = new Set(["date", "day_or_month"]);
/** 1954 to 2100: a number in a column of dates whose format got lost on the way. */
const serials = { least: 20_000, most: 73_415 };

/** Digits as a spreadsheet shows them: fifteen, beyond which its arithmetic leaves rubbish. */
function digitsOf(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return /e/.test(text) ? rounded.toLocaleString("en-US", { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

function percentOf(value: number): string {
  return digitsOf(Number((value * 100).toPrecision(15)));
}

function readNumber(
  field: FormField,
  { value, format }: Extract<Cell, { kind: "number" }>,
  startsIn1904: boolean,
): unknown {
  const isDate = format === "date" || format === "month";
  const lostItsFormat = format === "plain" && value >= serials.least && value <= serials.most;
  const isOfDays = wholeDayTypes.has(field.type);
  if (isDate || (isOfDays && lostItsFormat)) {
    const day = dayOfSerial(value, startsIn1904);
    if (day === null) return digitsOf(value);
    if (field.type === "year") return day.slice(0, 4);
    return field.type === "day_or_month" && format === "month" ? day.slice(0, 7) : day;
  }
  if (isOfDays) return readWrittenDay(digitsOf(value));
  if (format === "percent") return field.type === "percent" ? percentOf(value) : `${percentOf(value)}%`;
  return digitsOf(value);
}

function readText(field: FormField, text: string): unknown {
  const trimmed = text.normalize("NFKC").trim();
  if (textTypes.has(field.type)) return text;
  if (strokes.has(trimmed)) return null;
  if (wholeDayTypes.has(field.type)) return readWrittenDay(text);
  if (field.type === "bool") {
    const mark = trimmed.toLowerCase();
    return ticks.has(mark) ? true : crosses.has(mark) ? false : trimmed;
  }
  if (field.type === "choices") return trimmed.split(/[、,;\n]/).flatMap((each) => each.trim() || []);
  if (field.type === "year") return trimmed.replace(/年度?$/, "");
  const { unit } = field;
  return unit !== undefined && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length) : text;
}

/** Reads one cell of a column; null where it is empty. */
export function readCellValue(field: FormField, cell: Cell | undefined, startsIn1904: boolean): ValueReading {
  if (cell === undefined) return { ok: true, value: null };
  switch (cell.kind) {
    case "fault":
      return {
        ok: false,
        code: "formula",
        message: `“${field.name}”的公式没有算出结果（${cell.code}），请改成内容本身`,
      };
    case "boolean":
      return readValue(field, field.type === "bool" ? cell.value : cell.value ? "是" : "否");
    case "number":
      return readValue(field, readNumber(field, cell, startsIn1904));
    case "text":
      return readValue(field, readText(field, cell.text));
  }
}

/** Whether a cell below an option's own heading (满意 | 不满意) chooses it; null where what it says is no mark. */
export function isTicked(label: string, cell: Cell | undefined): boolean | null {
  if (cell === undefined) return false;
  if (cell.kind === "boolean") return cell.value;
  if (cell.kind === "number") return cell.value === 1 ? true : cell.value === 0 ? false : null;
  if (cell.kind === "fault") return null;
  const mark = cell.text.normalize("NFKC").trim().toLowerCase();
  if (ticks.has(mark) || mark === "是" || mark === label.normalize("NFKC").toLowerCase()) return true;
  return crosses.has(mark) || strokes.has(mark) || mark === "否" || mark === "" ? false : null;
}

/** What a cell shows, for headings. */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === "fault") return "";
  if (cell.kind === "text") return cell.text;
  return cell.kind === "number" ? digitsOf(cell.value) : "";
}
