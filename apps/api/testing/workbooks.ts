import excel, { type CellValue, type Worksheet } from "exceljs";

/** A workbook of one sheet with these rows, and what else a test does to it. */
export async function listWorkbook(
  rows: readonly (readonly CellValue[])[],
  change: (sheet: Worksheet) => void = () => undefined,
): Promise<Buffer> {
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet("名单");
  for (const row of rows) sheet.addRow([...row]);
  change(sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
