import type { Piece, PrintedDocument } from "../description/description.ts";
import { visible } from "../description/text.ts";

/** A piece as text. */
export function pieceText(piece: Piece): string {
  if (typeof piece === "string") return visible(piece);
  if ("ticked" in piece) return piece.ticked ? "〔√〕" : "〔　〕";
  return piece.blank === "" ? "＿".repeat(Math.round(piece.width)) : visible(piece.blank);
}

/** What a document without pages says once, where a printed one says it on each page. */
export function marksOf({ stamp, demonstration }: Pick<PrintedDocument, "stamp" | "demonstration">): string[] {
  return [
    ...(stamp === null ? [] : [`数据版本 ${stamp.dataVersion}　校验短码 ${stamp.shortCode}`]),
    ...(demonstration ? ["演示数据，不具效力"] : []),
  ];
}
