import type { NumberFormat } from "./number-formats.ts";
import { readXml } from "./xml.ts";

/** What a cell holds; of a formula its result as it was last computed. */
export type Cell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly format: NumberFormat }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** What a formula shows that has no result, such as #REF!. */
  | { readonly kind: "fault"; readonly code: string };

/** Rows and columns are counted from 1, as people read them. */
export type MergedRange = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};
export type SheetRow = { readonly number: number; readonly cells: ReadonlyMap<number, Cell> };
export type Sheet = { readonly rows: readonly SheetRow[]; readonly merges: readonly MergedRange[] };

/** A sheet has more than it may. */
export class SheetTooLarge extends Error {
  override readonly name = "SheetTooLarge";
}

const maximumColumns = 256;
const maximumMerges = 20_000;

export type SheetContext = {
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** Rows that hold anything. */
  readonly maximumRows: number;
};

/** Reads the cells of a sheet that hold anything. @throws SheetTooLarge, XmlFault */
export async function readSheet(pieces: AsyncIterable<Uint8Array>, context: SheetContext): Promise<Sheet> {
  const rows: { number: number; cells: Map<number, Cell> }[] = [];
  const merges: MergedRange[] = [];
  let row = { number: 0, cells: new Map<number, Cell>() };
  let column = 0;
  let cell: { type: string; style: number; text: string } | null = null;
  let collects = false;
  let phonetic = 0;
  const commit = (): void => {
    const read = cell === null || column > maximumColumns ? null : readCell(cell, context);
    cell = null;
    if (read === null) return;
    if (row.cells.size === 0) {
      rows.push(row);
      if (rows.length > context.maximumRows) throw new SheetTooLarge();
    }
    row.cells.set(column, read);
  };
  await readXml(pieces, {
    open: (name, attributes) => {
      if (name === "row") {
        row = { number: Number(attributes.r ?? row.number + 1), cells: new Map() };
        column = 0;
      } else if (name === "c") {
        column = columnOf(attributes.r) ?? column + 1;
        cell = { type: attributes.t ?? "n", style: Number(attributes.s ?? 0), text: "" };
      } else if (name === "rPh") phonetic += 1;
      else if (name === "v" || name === "t") collects = cell !== null && phonetic === 0;
      else if (name === "mergeCell") {
        const range = rangeOf(attributes.ref ?? "");
        if (range !== null) merges.push(range);
        if (merges.length > maximumMerges) throw new SheetTooLarge();
      }
    },
    text: (text) => {
      if (collects && cell !== null) cell.text += text;
    },
    close: (name) => {
      if (name === "c") commit();
      else if (name === "rPh") phonetic -= 1;
      else if (name === "v" || name === "t") collects = false;
    },
  });
  return { rows, merges };
}

function readCell(
  { type, style, text }: { type: string; style: number; text: string },
  { texts, formats }: SheetContext,
): Cell | null {
  if (text.trim() === "") return null;
  if (type === "e") return { kind: "fault", code: text.trim() };
  if (type === "b") return { kind: "boolean", value: text.trim() === "1" };
  if (type === "n") return { kind: "number", value: Number(text), format: formats[style] ?? "plain" };
  const shown = type === "s" ? (texts[Number(text)] ?? "") : text;
  // An ISO instant, of which the day counts.
  if (type === "d") return { kind: "text", text: shown.slice(0, 10) };
  return shown.trim() === "" ? null : { kind: "text", text: shown };
}

/** The column of a reference such as D19. */
function columnOf(reference: string | undefined): number | null {
  const letters = reference?.match(/^\$?([A-Z]{1,3})/)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

function rangeOf(reference: string): MergedRange | null {
  const [first = "", last = first] = reference.split(":");
  const [left, right] = [columnOf(first), columnOf(last)];
  const [top, bottom] = [first, last].map((corner) => Number(corner.match(/\d+$/)?.[0]));
  if (left === null || right === null || !(Number(top) > 0) || !(Number(bottom) > 0)) return null;
  return { top: Number(top), left, bottom: Number(bottom), right };
}

/** A cell as people name it: column 4, row 19 is D19. */
export function cellName(column: number, row: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
