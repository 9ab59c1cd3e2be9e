import { AlignmentType, BorderStyle, type IParagraphOptions, Paragraph, TextRun, UnderlineType } from "docx";
import type { Line, Piece, Place } from "../description/description.ts";
import { visible } from "../description/text.ts";
import { hei, size, song } from "./measures.ts";

export interface LineStyle {
  /** Half points. */
  readonly size: number;
  /** 黑体 rather than 宋体. */
  readonly heading: boolean;
  /** Space to the next paragraph and between lines, as the file counts them. */
  readonly spacing: { readonly after: number; readonly line: number };
}

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A line as a paragraph. */
export function paragraphOf(line: Line, style: LineStyle, more: IParagraphOptions = {}): Paragraph {
  const marks = line.place === null ? [] : [textRun("　", style), placeRun(line.place)];
  return new Paragraph({
    alignment: alignments[line.align],
    spacing: style.spacing,
    ...(line.indent ? { indent: { firstLineChars: 200, firstLine: style.size * 20 } } : {}),
    ...more,
    children: [...line.pieces.flatMap((piece) => runsOf(piece, style)), ...marks],
  });
}

/** A run of text, as text. */
export function textRun(
  text: string,
  { size: halfPoints, heading }: Omit<LineStyle, "spacing">,
  bold = false,
): TextRun {
  return new TextRun({ text: visible(text), font: heading ? hei : song, size: halfPoints, bold });
}

/** 盖章处, 签字处: words in a dashed frame. */
export function placeRun(place: Place): TextRun {
  return new TextRun({
    text: place === "seal" ? "　盖章处　" : "　签字处　",
    font: hei,
    size: size.footer + 2,
    color: "6E6E6E",
    border: { style: BorderStyle.DASHED, size: 6, color: "6E6E6E", space: 1 },
  });
}

function runsOf(piece: Piece, style: LineStyle): TextRun[] {
  if (typeof piece === "string") return [textRun(piece, style)];
  const font = style.heading ? hei : song;
  if ("ticked" in piece) {
    // A frame around a run is drawn by the word processor; a font is not asked for it.
    const border = { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 0 };
    return [new TextRun({ text: piece.ticked ? "√" : "　", font, size: style.size - 4, border })];
  }
  const text = piece.blank === "" ? "　".repeat(Math.round(piece.width)) : ` ${visible(piece.blank)} `;
  return [new TextRun({ text, font, size: style.size, underline: { type: UnderlineType.SINGLE } })];
}
