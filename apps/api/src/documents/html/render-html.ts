import type { Block, Cell, Line, PrintedDocument, Row } from "../description/description.ts";
import { visible } from "../description/text.ts";
import { marksOf, pieceText } from "../plain/words.ts";
import { escapeHtml } from "./escape.ts";

const style = [
  "body{max-width:60em;margin:2em auto;padding:0 1em;font-family:SimSun,serif;line-height:1.8}",
  "h1{text-align:center;font-size:1.4em}",
  "p{margin:.4em 0}",
  "table{width:100%;border-collapse:collapse;margin:1em 0}",
  "th,td{border:1px solid #000;padding:.3em .5em;text-align:center}",
  "p.indent{text-indent:2em}",
  "p.right{text-align:right}",
  "p.center{text-align:center}",
  "p.mark{color:#555;font-size:.8em}",
].join("");

/**
 * Draws a document as one HTML page that needs nothing else: no script, no picture, no address. Every text is escaped, and the page is well-formed
 * XML too, so that another system can take it in without mending it.
 */
export function renderHtml(document: PrintedDocument): string {
  const body = document.sheets.flatMap(({ blocks }) => blocks.map(blockOf));
  const marks = marksOf(document).map((mark) => `<p class="mark">${escapeHtml(mark)}</p>`);
  const head = `<meta charset="utf-8"/><title>${text(document.title)}</title><style>${style}</style>`;
  return [
    "<!DOCTYPE html>",
    `<html lang="zh-CN"><head>${head}</head><body>`,
    ...body,
    ...marks,
    "</body></html>",
    "",
  ].join("\n");
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${text(block.text)}</h${block.level}>`;
    case "paragraph":
      return paragraphOf(block.line);
    case "table":
      return tableOf(block.head, block.rows);
    case "gap":
      return "<p>&#160;</p>";
    case "together":
      return block.blocks.map(blockOf).join("\n");
    case "certificate":
      throw new Error("a certificate is made as PDF alone");
    case "cover":
      return [
        ...block.title.map((line) => `<h1>${text(line)}</h1>`),
        ...block.entries.map(({ label, value }) => `<p>${text(`${label}：${value}`)}</p>`),
      ].join("\n");
  }
}

function paragraphOf(line: Line): string {
  const classes = [...(line.indent ? ["indent"] : []), ...(line.align === "left" ? [] : [line.align])];
  return `<p${classes.length === 0 ? "" : ` class="${classes.join(" ")}"`}>${lineOf(line)}</p>`;
}

function tableOf(head: readonly Row[], rows: readonly Row[]): string {
  const drawn = (all: readonly Row[], name: "th" | "td") =>
    all.map(({ cells }) => `<tr>${cells.map((cell) => cellOf(cell, name)).join("")}</tr>`).join("\n");
  return `<table>\n<thead>${drawn(head, "th")}</thead>\n<tbody>${drawn(rows, "td")}</tbody>\n</table>`;
}

function cellOf({ lines, columns }: Cell, name: "th" | "td"): string {
  const covered = columns === 1 ? "" : ` colspan="${columns}"`;
  return `<${name}${covered}>${lines.map(lineOf).join("<br/>")}</${name}>`;
}

function lineOf({ pieces }: Line): string {
  return pieces.map((piece) => escapeHtml(pieceText(piece)).replaceAll("\n", "<br/>")).join("");
}

const text = (words: string) => escapeHtml(visible(words));
