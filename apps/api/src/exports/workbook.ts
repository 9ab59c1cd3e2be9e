import type { CellValue } from "./cells.ts";

/** What a spreadsheet of a list is called and holds, in the order of the page. */
export type ListSheet = {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** When, by whom, and by which filters, a line each. */
  readonly notes: readonly string[];
};

const widths = { least: 8, most: 50 };
/** Rows by which the width of a column is judged. */
const looked = 200;

/**
 * The workbook of a list. Every text is a text cell, also when somebody edits it later: what begins with an equals sign is never a formula.
 */
export async function writeListSheet({ title, headings, rows, notes }: ListSheet): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded where it is used: it is large, and nothing else needs it.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(title, {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: "&R第&P页 / 共&N页" },
  });
  sheet.pageSetup.printTitlesRow = "1:1";
  const head = sheet.addRow([...headings]);
  head.font = { bold: true };
  head.alignment = { vertical: "middle", horizontal: "center" };
  for (const [index, heading] of headings.entries()) {
    const lengths = rows.slice(0, looked).map((row) => widthOf(row[index] ?? null));
    sheet.getColumn(index + 1).width = Math.min(widths.most, Math.max(widths.least, widthOf(heading), ...lengths) + 2);
  }
  for (const values of rows) {
    const row = sheet.addRow([...values]);
    for (const [index, value] of values.entries()) {
      if (typeof value === "string") row.getCell(index + 1).numFmt = "@";
      if (value instanceof Date) row.getCell(index + 1).numFmt = "yyyy-mm-dd";
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } };
  const about = workbook.addWorksheet("说明");
  about.columns = [{ width: 100, style: { numFmt: "@", alignment: { wrapText: true } } }];
  for (const note of notes) about.addRow([note]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** In characters of the Latin alphabet; a Chinese one takes two. */
function widthOf(value: CellValue): number {
  if (value instanceof Date) return 10;
  return [...String(value ?? "")].reduce((sum, character) => sum + (character > "\u00ff" ? 2 : 1), 0);
}
