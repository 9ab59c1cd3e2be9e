import type { Block, Line, PrintedDocument, Row } from "../description/description.ts";
import { visible } from "../description/text.ts";
import { marksOf, pieceText } from "./words.ts";

/** Draws a document as plain text, to be pasted somewhere else: a paragraph a line, the cells of a row with tabs between them. */
export function renderText(document: PrintedDocument): string {
  const lines = document.sheets.flatMap(({ blocks }) => blocks.flatMap(linesOf));
  return `${[...lines, ...marksOf(document)].join("\n")}\n`;
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [visible(block.text), ""];
    case "paragraph":
      return [textOf(block.line), ""];
    case "table":
      return [...[...block.head, ...block.rows].map(rowText), ""];
    case "gap":
      return [""];
    case "together":
      return block.blocks.flatMap(linesOf);
    case "certificate":
      throw new Error("a certificate is made as PDF alone");
    case "cover":
      return [
        ...block.title.map(visible),
        "",
        ...block.entries.map((entry) => visible(`${entry.label}：${entry.value}`)),
      ];
  }
}

function rowText({ cells }: Row): string {
  // A row stays one line, whatever line breaks its cells hold.
  return cells.map(({ lines }) => lines.map(textOf).join(" ").replaceAll(/\s+/g, " ").trim()).join("\t");
}

function textOf({ pieces, indent }: Line): string {
  return `${indent ? "　　" : ""}${pieces.map(pieceText).join("")}`;
}
