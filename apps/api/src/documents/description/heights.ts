import type { Cell, Piece, Row } from "./description.ts";

/** Characters of the width of the text, at the size tables are set in. */
const charactersAcross = 43;
/** A row of so many lines is far below a page, whatever the renderer makes of it. */
const mostLinesWhole = 24;

/**
 * A row that stays on one page if it is low enough to do so for certain. A row that could be higher than a page must be cut, or
 * its end would be lost.
 */
export function rowOf(columns: readonly number[], height: number, cells: readonly Cell[]): Row {
  const all = columns.reduce((sum, width) => sum + width, 0);
  let at = 0;
  let highest = 0;
  for (const { lines, columns: covered } of cells) {
    const width = columns.slice(at, at + covered).reduce((sum, part) => sum + part, 0);
    at += covered;
    const characters = Math.max(1, (width / all) * charactersAcross - 1);
    const needed = lines.map(({ pieces }) => Math.max(1, Math.ceil(pieces.reduce(addWidth, 0) / characters)));
    highest = Math.max(
      highest,
      needed.reduce((sum, lines) => sum + lines, 0),
    );
  }
  return { cells, height, whole: highest <= mostLinesWhole };
}

/** At most: every character is taken to be as wide as a Chinese one. */
function addWidth(sum: number, piece: Piece): number {
  if (typeof piece === "string") return sum + piece.length;
  return sum + ("blank" in piece ? Math.max(piece.width, piece.blank.length) : 2);
}
