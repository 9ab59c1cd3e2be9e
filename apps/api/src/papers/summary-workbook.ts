import { type RoundSummary, summaryColumns } from "./summary.ts";

/** The workbook of a round's summary: the title, the headings, a row a case; at its foot from when it is. */
export async function writeSummaryWorkbook(
  { title, rows }: RoundSummary,
  { foot, isDemonstration }: { foot: string; isDemonstration: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded where it is used: it is large, and nothing else needs it.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet("汇总表", {
    views: [{ state: "frozen", xSplit: 2, ySplit: 2 }],
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: `&L${footText(foot)}&R第&P页 / 共&N页` },
  });
  sheet.columns = summaryColumns.map(({ width, format }) => ({
    width,
    // As text, so that long numbers keep their digits and dates stay as they are written.
    style: { numFmt: format ?? "General", alignment: { wrapText: true, vertical: "middle" } },
  }));
  const top = sheet.addRow([isDemonstration ? `${title}（演示数据，不具效力）` : title]);
  top.font = { bold: true, size: 16 };
  top.alignment = { horizontal: "center", vertical: "middle" };
  top.height = 30;
  sheet.mergeCells(1, 1, 1, summaryColumns.length);
  const head = sheet.addRow(summaryColumns.map(({ heading }) => heading));
  head.font = { bold: true };
  head.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
  sheet.pageSetup.printTitlesRow = "1:2";
  for (const row of rows) sheet.addRow([...row]);
  const border = { style: "thin" as const };
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    for (let column = 1; column <= summaryColumns.length; column += 1) {
      row.getCell(column).border = { top: border, left: border, bottom: border, right: border };
    }
  });
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: summaryColumns.length } };
  sheet.addRow([]);
  sheet.addRow([foot]).alignment = { wrapText: false };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** An ampersand begins a code in a footer. */
function footText(text: string): string {
  return text.replaceAll("&", "&&");
}
