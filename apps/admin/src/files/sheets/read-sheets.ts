import { strFromU8, unzipSync } from "fflate";
import { formatsIn, type NumberFormat, spellNumber } from "./formats.ts";
import { tagsOf } from "./tags.ts";

/** A sheet as far as it is shown. */
export type Sheet = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Of each row its number, and its cells by column from 0. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
  /** Whether there are more rows or columns than are shown. */
  readonly isCut: boolean;
};

/** So much of a sheet is shown: to look at, not to work with. */
export const mostRows = 300;
export const mostColumns = 40;
const mostSheets = 20;
/** Larger parts are not unpacked: they would hold the page up, or are made to. */
const mostBytes = 40_000_000;

type Book = {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly counts: "of1900" | "of1904";
};

/**
 * What the sheets of a workbook (XLSX) show: texts, numbers, days, the last results of formulas. Nothing is computed, drawn or fetched.
 *
 * @throws Error for what is no workbook, or one too large to be looked at in a page
 */
export function readSheets(content: Uint8Array): readonly Sheet[] {
  const parts = unzipSync(content, {
    filter: ({ name, originalSize }) => {
      const isAsked =
        /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(
          name,
        );
      if (isAsked && originalSize > mostBytes) throw new Error(`${name} is too large to be looked at`);
      return isAsked;
    },
  });
  const read = (name: string) => (parts[name] === undefined ? "" : strFromU8(parts[name]));
  const workbook = read("xl/workbook.xml");
  if (workbook === "") throw new Error("there is no workbook in the file");
  const targets = targetsIn(read("xl/_rels/workbook.xml.rels"));
  const book: Book = {
    texts: textsIn(read("xl/sharedStrings.xml")),
    formats: formatsIn(read("xl/styles.xml")),
    counts: /date1904\s*=\s*["'](1|true)["']/.test(workbook) ? "of1904" : "of1900",
  };
  const sheets: Sheet[] = [];
  for (const tag of tagsOf(workbook)) {
    if (tag.kind === "text" || tag.kind === "close" || tag.name !== "sheet" || sheets.length >= mostSheets) continue;
    const path = targets.get(tag.attributes.get("r:id") ?? "");
    const document = path === undefined ? "" : read(path);
    const isHidden = (tag.attributes.get("state") ?? "visible") !== "visible";
    sheets.push({ name: tag.attributes.get("name") ?? "", isHidden, ...rowsIn(document, book) });
  }
  return sheets;
}

/** Where the parts of the workbook are, by the ids under which it names them. */
function targetsIn(document: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const tag of tagsOf(document)) {
    if (tag.kind === "text" || tag.kind === "close" || tag.name !== "Relationship") continue;
    const target = tag.attributes.get("Target") ?? "";
    targets.set(tag.attributes.get("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

/** The texts that cells name by their number; what tells how a text is read aloud is left out. */
function textsIn(document: string): readonly string[] {
  const texts: string[] = [];
  let text: string | null = null;
  let isText = false;
  let isReading = false;
  for (const tag of tagsOf(document)) {
    if (tag.kind === "text") {
      if (isText && !isReading && text !== null) text += tag.text;
    } else if (tag.name === "si") {
      if (tag.kind !== "open") texts.push(text ?? "");
      text = tag.kind === "open" ? "" : null;
    } else if (tag.name === "t") isText = tag.kind === "open";
    else if (tag.name === "rPh") isReading = tag.kind === "open";
  }
  return texts;
}

/** A, B, …, Z, AA as a number from 0; null for what names no column. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rowsIn(document: string, book: Book): Pick<Sheet, "rows" | "isCut"> {
  const rows: { number: number; cells: string[] }[] = [];
  let isCut = false;
  let cell: { column: number; type: string; format: NumberFormat; value: string } | null = null;
  let isValue = false;
  for (const tag of tagsOf(document)) {
    if (tag.kind === "text") {
      if (isValue && cell !== null) cell.value += tag.text;
    } else if (tag.name === "row" && tag.kind === "open") {
      if (rows.length >= mostRows) return { rows: filled(rows), isCut: true };
      rows.push({ number: Number(tag.attributes.get("r")) || (rows.at(-1)?.number ?? 0) + 1, cells: [] });
    } else if (tag.name === "c" && tag.kind === "open") {
      const column = columnOf(tag.attributes.get("r") ?? "") ?? rows.at(-1)?.cells.length ?? 0;
      const format = book.formats[Number(tag.attributes.get("s") ?? 0)] ?? "plain";
      cell = { column, type: tag.attributes.get("t") ?? "n", format, value: "" };
    } else if (tag.name === "c" && tag.kind === "close" && cell !== null) {
      const cells = rows.at(-1)?.cells;
      if (cell.column >= mostColumns) isCut ||= cell.value !== "";
      else if (cells !== undefined) cells[cell.column] = spell(cell, book);
      cell = null;
    } else if (tag.name === "v" || tag.name === "t") isValue = tag.kind === "open";
  }
  return { rows: filled(rows), isCut };
}

/** Cells that were left out are blank. */
const filled = (rows: readonly { number: number; cells: string[] }[]): Sheet["rows"] =>
  rows.map(({ number, cells }) => ({ number, cells: Array.from(cells, (each) => each ?? "") }));

function spell({ type, value, format }: { type: string; value: string; format: NumberFormat }, book: Book): string {
  if (type === "s") return book.texts[Number(value)] ?? "";
  if (type === "b") return value === "1" ? "是" : "否";
  return type === "n" ? spellNumber(value, format, book.counts) : value;
}
