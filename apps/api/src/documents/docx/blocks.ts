import {
  AlignmentType,
  BorderStyle,
  Table as DocxTable,
  Paragraph,
  TableBorders,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Block, Cover, Entry, Heading } from "../description/description.ts";
import { paragraphOf, placeRun, textRun } from "./lines.ts";
import { size, textWidth, twips } from "./measures.ts";
import { tableOf } from "./tables.ts";

/** Between the lines of running text. */
const textSpacing = { after: 120, line: 400 };
/** Characters above which a value on a title page is set smaller. */
const longValue = 60;
const letterSpacing = { after: 160, line: 560 };

/** The paragraphs and tables of a block; `last` is the last of its sheet, `keptNext` stays on the page of what follows. */
export function blocksOf(block: Block, last: boolean, keptNext = false): (Paragraph | DocxTable)[] {
  const keep = { keepNext: keptNext };
  switch (block.kind) {
    case "cover":
      return coverOf(block, last);
    case "heading":
      return [headingOf(block)];
    case "paragraph":
      return [
        block.large
          ? paragraphOf(block.line, { size: size.entry, heading: false, spacing: letterSpacing }, keep)
          : paragraphOf(block.line, { size: size.text, heading: false, spacing: textSpacing }, keep),
      ];
    case "table":
      // Two tables that touch would become one with the columns of the first.
      return [tableOf(block), new Paragraph({ spacing: { after: 0, line: 1, lineRule: "exact" } })];
    case "together":
      return block.blocks.flatMap((each) => blocksOf(each, false, true));
    case "certificate":
      throw new Error("A certificate is drawn as PDF alone");
    case "gap":
      return [new Paragraph({ spacing: { before: twips(block.height), after: 0 }, ...keep })];
  }
}

function headingOf({ level, text }: Heading): Paragraph {
  if (level === 1) {
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { after: twips(6) },
      children: [textRun(text, { size: size.title, heading: false }, true)],
    });
  }
  return new Paragraph({
    keepNext: true,
    spacing: { before: twips(level === 2 ? 4 : 5), after: twips(3) },
    children: [textRun(text, { size: level === 2 ? size.section : size.text, heading: true })],
  });
}

/** The lines of a title page, spread over the page. */
function coverOf(cover: Cover, last: boolean): (Paragraph | DocxTable)[] {
  const centred = (text: string, halfPoints: number, bold: boolean, before: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: twips(before), after: 0 },
      children: [textRun(text, { size: halfPoints, heading: false }, bold)],
    });
  return [
    new Paragraph({ children: [textRun(cover.corner, { size: size.entry, heading: true })] }),
    ...cover.title.map((text, at) => centred(text, size.cover, true, at === 0 ? 45 : 3)),
    new Paragraph({ spacing: { before: twips(40), after: 0 } }),
    new DocxTable({
      alignment: AlignmentType.CENTER,
      borders: TableBorders.NONE,
      columnWidths: [twips(62), twips(textWidth - 62 - 14)],
      rows: cover.entries.map(entryOf),
    }),
    centred(cover.imprint, size.entry + 2, false, 55),
    ...(last ? [] : [new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 1, lineRule: "exact" } })]),
  ];
}

function entryOf({ label, value, place }: Entry): TableRow {
  const halfPoints = value.length > longValue ? size.text : size.entry;
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const marks = place === null ? [] : [textRun("　", { size: size.entry, heading: false }), placeRun(place)];
  const cell = (paragraph: Paragraph, width: number, underlined: boolean) =>
    new TableCell({
      children: [paragraph],
      verticalAlign: VerticalAlignTable.BOTTOM,
      width: { size: twips(width), type: WidthType.DXA },
      margins: { top: twips(8), bottom: twips(1), left: 0, right: 0 },
      borders: {
        top: none,
        left: none,
        right: none,
        bottom: underlined ? { style: BorderStyle.SINGLE, size: 6, color: "000000" } : none,
      },
    });
  return new TableRow({
    cantSplit: true,
    children: [
      cell(
        new Paragraph({
          alignment: AlignmentType.RIGHT,
          children: [textRun(`${label}：`, { size: size.entry, heading: true })],
        }),
        62,
        false,
      ),
      cell(
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [textRun(value, { size: halfPoints, heading: false }), ...marks],
        }),
        textWidth - 62 - 14,
        true,
      ),
    ],
  });
}
