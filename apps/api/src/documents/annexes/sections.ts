import type { FormField, FormSection, Forms, FormValues } from "@shifan/rules";
import { cell, gap, heading, label, line, lines, paragraph, rowHeight, table } from "../description/build.ts";
import type { Block, Cell, Line, Piece } from "../description/description.ts";
import { rowOf } from "../description/heights.ts";
import { widthOf } from "../description/text.ts";
import { type LabelledPieces, type LinePiece, longTextOf, readLabelled, readLine } from "./form-lines.ts";
import { blankDay, printedValue } from "./values.ts";

/** What a section is drawn from; `values` null: blank. */
export interface Filling {
  readonly forms: Forms;
  readonly values: FormValues | null;
  /** Rows of the lists that stand inside a line, null: blank. */
  readonly rowsOf: (list: string) => readonly FormValues[] | null;
  /** Whether the places of seal and signature are drawn. */
  readonly placesMarked: boolean;
}

/** The grid of a form: 33 columns of some 5 mm, so that each line of the form can have its own division. */
const across = Array.from({ length: 33 }, () => 1);
const tallRow = 24;
const opinionRow = 48;
/** Between the lines that are stamped or signed. */
const signingGap = 14;
/** For a text to be written by hand. */
const writingRoom = 60;
const roomOfType: Partial<Record<FormField["type"], number>> = {
  phone: 1.8,
  email: 3.4,
  mobile: 1.3,
  url: 2.2,
  icp: 2.2,
};

/** The rows of a section as the form prints them, in its order. */
export function sectionTable(
  section: FormSection,
  formLines: readonly string[] | undefined,
  filling: Filling,
): Block[] {
  const rows =
    formLines === undefined
      ? section.fields.filter(({ printed }) => printed).map((field) => fieldRow(field, filling))
      : formLines.map((formLine) => {
          const long = longTextOf(formLine, section);
          return long === null ? pairsRow(formLine, section, filling) : opinion(formLine, long, section, filling);
        });
  return [table(across, rows)];
}

/** Lines of the form with the values written into their blanks. */
export function sectionLines(section: FormSection, formLines: readonly string[], filling: Filling): Block[] {
  const signed = section.fields.some(({ stamp }) => stamp !== undefined);
  return formLines.flatMap((formLine): Block[] => {
    const pieces = piecesOf(readLine(formLine), section, filling, false);
    const written = paragraph(pieces, { place: placeIn(formLine, section, filling) });
    return signed ? [gap(signingGap), { ...written, large: true }] : [written];
  });
}

function fieldRow(field: FormField, filling: Filling) {
  const given = filling.values?.[field.id];
  if (field.type === "choices") {
    const chosen: readonly unknown[] = Array.isArray(given) ? given : [];
    const boxes = (field.options ?? []).flatMap((option): Piece[] => [
      { ticked: chosen.includes(option.value) },
      ` ${option.label}　`,
    ]);
    return rowOf(across, rowHeight + 2, [label(field.label, { columns: 8 }), cell([line(boxes)], { columns: 25 })]);
  }
  const long = field.type === "long_text";
  const text = printedValue(field, given);
  return rowOf(across, long ? tallRow : rowHeight, [
    label(field.label, { columns: 6 }),
    cell(long ? lines(text, { indent: text !== "" }) : lines(text), { columns: 27, top: long && text !== "" }),
  ]);
}

function pairsRow(formLine: string, section: FormSection, filling: Filling) {
  const pairs = readLabelled(formLine);
  const least = pairs.length > 2 ? 2 : 6;
  const labelWidths = pairs.map((pair) => Math.max(least, labelColumns(pair.label)));
  const left = across.length - labelWidths.reduce((sum, width) => sum + width, 0);
  const shares = shareOut(
    left,
    pairs.map(({ pieces }) => 1 + pieces.reduce((sum, piece) => sum + weightOf(piece, section), 0)),
  );
  const cells = pairs.flatMap((pair, at) => [
    label(pair.label, { columns: labelWidths[at] ?? 1 }),
    valueCell(pair, shares[at] ?? 1, section, filling),
  ]);
  return rowOf(across, rowHeight, cells);
}

const widestLabel = 8;

/** Columns of a label in one line; of a longer one in two lines, as far as it goes. */
function labelColumns(text: string): number {
  const columns = (characters: number) => Math.ceil((characters * 3.6 + 2.6) / 5);
  const inOneLine = columns(widthOf(text));
  return inOneLine <= widestLabel ? inOneLine : Math.min(widestLabel, columns(widthOf(text) / 2 + 1));
}

/** How much room a value wants. */
function weightOf(piece: LinePiece, section: FormSection): number {
  if ("words" in piece) return piece.words.length > 2 ? 0.5 : 0;
  if ("list" in piece) return 4;
  const field = section.fieldsById.get(piece.field);
  if (field === undefined) return 0;
  return (field.longest ?? 0) > 200 ? 3.5 : (roomOfType[field.type] ?? 1);
}

function valueCell({ pieces }: LabelledPieces, columns: number, section: FormSection, filling: Filling): Cell {
  const list = pieces.find((piece) => "list" in piece);
  if (list !== undefined && "list" in list) return cell(listLines(list.list, filling), { columns });
  const plain = pieces.every((piece) => "field" in piece);
  const align = pieces.filter((piece) => "field" in piece).length === 1 ? "center" : "left";
  return cell([line(piecesOf(pieces, section, filling, plain), { align })], { columns });
}

/** A list inside a line: one line a row, the columns in their order. */
function listLines(id: string, { forms, rowsOf }: Filling): Line[] {
  const columns = forms.lists.get(id)?.columns.filter(({ printed }) => printed) ?? [];
  return (rowsOf(id) ?? []).map((row) =>
    line(
      columns
        .map(
          (field) =>
            `${printedValue(field, row[field.id])}${field.type === "percent" && row[field.id] != null ? "%" : ""}`,
        )
        .join("，"),
    ),
  );
}

/** A long text in a cell of its own under its label, closed by what the line says after it. */
function opinion(formLine: string, long: string, section: FormSection, filling: Filling) {
  const [labelled, ...others] = readLabelled(formLine);
  const pieces = [...(labelled?.pieces ?? []), ...others.flatMap((other) => other.pieces)];
  const after = pieces.slice(pieces.findIndex((piece) => "field" in piece && piece.field === long) + 1);
  const field = section.fieldsById.get(long);
  const text = field === undefined ? "" : printedValue(field, filling.values?.[long]);
  const closing = piecesOf(after, section, filling, true);
  const content = [
    { ...line(`${labelled?.label ?? ""}：`) },
    ...lines(text, { indent: text !== "" }),
    ...(closing.length === 0
      ? []
      : [...lines("\n"), line(closing, { align: "right", place: placeIn(formLine, section, filling) })]),
  ];
  return rowOf(across, opinionRow, [cell(content, { columns: across.length, top: true })]);
}

/** `plain`: values stand alone, not on a line to write on. */
function piecesOf(pieces: readonly LinePiece[], section: FormSection, { values }: Filling, plain: boolean): Piece[] {
  return pieces.flatMap((piece, at): Piece[] => {
    if ("words" in piece) return [piece.words];
    if ("list" in piece) return [];
    const field = section.fieldsById.get(piece.field);
    const text = field === undefined ? "" : printedValue(field, values?.[piece.field]);
    if (field?.type === "date") return [text === "" ? blankDay : text];
    const separated = at > 0 && "field" in (pieces[at - 1] ?? {}) ? "　" : "";
    if (plain) return text === "" ? [] : [separated + text];
    return [{ blank: text, width: field?.stamp === undefined ? 3.2 : 12 }];
  });
}

function placeIn(formLine: string, section: FormSection, { placesMarked }: Filling) {
  if (!placesMarked) return null;
  const stamps = readLine(formLine).flatMap((piece) =>
    "field" in piece ? (section.fieldsById.get(piece.field)?.stamp ?? []) : [],
  );
  return stamps[0] ?? null;
}

/** Whole columns by weight, none lost. */
function shareOut(columns: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const edges = weights.map((_, at) =>
    Math.round((weights.slice(0, at + 1).reduce((sum, each) => sum + each, 0) / all) * columns),
  );
  return edges.map((edge, at) => edge - (edges[at - 1] ?? 0));
}

/** One 情况说明: its heading, then the text, opened by what belongs there. */
export function narrative(field: FormField, opening: readonly Piece[], text: string): Block[] {
  return [
    heading(3, field.label),
    ...(opening.length === 0 ? [] : [paragraph(opening, { indent: true })]),
    ...(text === "" ? [gap(writingRoom)] : paragraphs(text)),
  ];
}

/** Each line of a long text as a paragraph. */
function paragraphs(text: string): Block[] {
  return lines(text, { indent: true }).map((each) => ({ kind: "paragraph", line: each, large: false }));
}
