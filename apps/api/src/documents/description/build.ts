import type { Block, Cell, Gap, Heading, Line, Paragraph, Piece, Place, Row, Table, Together } from "./description.ts";
import { textLines } from "./text.ts";

export interface LineOptions {
  readonly align?: Line["align"];
  readonly indent?: boolean;
  readonly place?: Place | null;
}

export function line(pieces: readonly Piece[] | string, options: LineOptions = {}): Line {
  return {
    pieces: typeof pieces === "string" ? [pieces] : pieces,
    align: options.align ?? "left",
    indent: options.indent ?? false,
    place: options.place ?? null,
  };
}

/** The lines of a text that people wrote; its own line breaks are kept. */
export function lines(text: string, options: LineOptions = {}): Line[] {
  return textLines(text).map((part) => line(part, options));
}

export function heading(level: Heading["level"], text: string): Heading {
  return { kind: "heading", level, text };
}

export function paragraph(pieces: readonly Piece[] | string, options: LineOptions = {}): Paragraph {
  return { kind: "paragraph", line: line(pieces, options), large: false };
}

/** Millimetres that stay empty. */
export function gap(height: number): Gap {
  return { kind: "gap", height };
}

/** Blocks that stay on one page. */
export function together(blocks: readonly Block[]): Together {
  return { kind: "together", blocks };
}

export interface CellOptions {
  readonly columns?: number;
  readonly divided?: readonly string[];
  readonly top?: boolean;
}

/** A cell with words of the form, in the middle. */
export function label(text: string, options: CellOptions = {}): Cell {
  return { ...cell(lines(text, { align: "center" }), options), printed: true };
}

/** A cell with what was filled in. */
export function cell(content: readonly Line[], options: CellOptions = {}): Cell {
  return {
    lines: content,
    columns: options.columns ?? 1,
    divided: options.divided ?? [],
    printed: false,
    top: options.top ?? false,
  };
}

/** A cell with one short value in the middle. */
export function value(text: string, options: CellOptions = {}): Cell {
  return cell(lines(text, { align: "center" }), options);
}

export function table(columns: readonly number[], rows: readonly Row[], head: readonly Row[] = []): Table {
  return { kind: "table", columns, head, rows };
}

/** Millimetres of a row with one line of text, comfortable to write in by hand. */
export const rowHeight = 9;
