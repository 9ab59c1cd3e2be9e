import {
  Table as DocxTable,
  HeightRule,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { label, line } from "../description/build.ts";
import type { Cell, Row, Table } from "../description/description.ts";
import { paragraphOf } from "./lines.ts";
import { size, textWidth, twips } from "./measures.ts";

const cellMargins = { top: twips(1), bottom: twips(1), left: twips(1.2), right: twips(1.2) };

/** A table whose head is printed again on each page and whose rows stay whole. */
export function tableOf({ columns, head, rows }: Table): DocxTable {
  const all = columns.reduce((sum, width) => sum + width, 0);
  const widths = columns.map((width) => twips((width / all) * textWidth));
  return new DocxTable({
    layout: TableLayoutType.FIXED,
    width: { size: twips(textWidth), type: WidthType.DXA },
    columnWidths: widths,
    margins: cellMargins,
    rows: [...head.flatMap((row) => headOf(row, widths)), ...rows.map((row) => rowOf(row, widths, false))],
  });
}

function rowOf(row: Row, widths: readonly number[], isHead: boolean): TableRow {
  let at = 0;
  const children = row.cells.map((cell) => {
    const width = widths.slice(at, at + cell.columns).reduce((sum, each) => sum + each, 0);
    at += cell.columns;
    return cellOf(cell, width);
  });
  return new TableRow({
    children,
    ...(isHead ? { tableHeader: true } : {}),
    ...(row.whole ? { cantSplit: true } : {}),
    ...(row.height > 0 ? { height: { value: twips(row.height), rule: HeightRule.ATLEAST } } : {}),
  });
}

/** A row of the head; where one of its cells is divided, a second row below it, through which the others reach. */
function headOf(row: Row, widths: readonly number[]): TableRow[] {
  if (row.cells.every(({ divided }) => divided.length === 0)) return [rowOf(row, widths, true)];
  let at = 0;
  const below: TableCell[] = [];
  const upper = row.cells.map((cell) => {
    const own = widths.slice(at, at + cell.columns);
    at += cell.columns;
    below.push(...cell.divided.map((words, part) => cellOf(label(words), own[part] ?? 0)));
    return cellOf(
      cell,
      own.reduce((sum, each) => sum + each, 0),
      cell.divided.length === 0 ? 2 : 1,
    );
  });
  return [upper, below].map((children) => new TableRow({ children, tableHeader: true, cantSplit: true }));
}

function cellOf(cell: Cell, width: number, rows = 1): TableCell {
  const style = {
    size: cell.printed ? size.label : size.table,
    heading: cell.printed,
    spacing: { after: 0, line: 276 },
  };
  const content = cell.lines.length === 0 ? [line("")] : cell.lines;
  return new TableCell({
    children: content.map((each) => paragraphOf(each, style)),
    columnSpan: cell.columns,
    rowSpan: rows,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: cell.top ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
  });
}
