import { expectationOfField, type FormField, type FormList, type FormValue, type FormValues } from "@shifan/rules";
import type { Worksheet } from "exceljs";

const colours = { printed: "FFD9E5F3", optional: "FFE9EFDD" };
/** Rows below the headings for which a choice is offered as a list. */
const guidedRows = 5_000;
const widths = { least: 10, most: 40 };
const notPrinted = "正式申请表上没有这一列，不印出，可以不填";

/** The workbook of a list: its rows below the headings, and a sheet that explains every column. Without rows it is the template. */
export async function writeListWorkbook(list: FormList, rows: readonly FormValues[]): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded where it is used: it is large, and nothing else needs it.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  const sheet = workbook.addWorksheet(sheetName(list.title), { views: [{ state: "frozen", ySplit: 1 }] });
  const fields = [...list.columns].sort((left, right) => Number(right.printed) - Number(left.printed));
  writeHeadings(sheet, list, fields);
  for (const [index, row] of rows.entries()) {
    const values = fields.map((field) => cellOf(field, row[field.id] ?? null));
    sheet.addRow(list.document.numbered === null ? values : [index + 1, ...values]);
  }
  explain(workbook.addWorksheet("填写说明"), list, fields);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** What a sheet's name must not hold, nor be longer than. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\']/g, " ").slice(0, 31);
}

function writeHeadings(sheet: Worksheet, list: FormList, fields: readonly FormField[]): void {
  const { numbered } = list.document;
  const first = numbered === null ? 1 : 2;
  const headings = fields.map(({ label }) => label);
  const row = sheet.addRow(numbered === null ? headings : [numbered, ...headings]);
  row.font = { bold: true };
  row.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
  for (const [index, field] of fields.entries()) {
    const column = sheet.getColumn(first + index);
    const cell = row.getCell(first + index);
    column.width = Math.min(widths.most, Math.max(widths.least, field.label.length * 2 + 4));
    // As text, so that long numbers keep their digits and dates stay as they are written.
    if (!isNumeric(field)) column.numFmt = "@";
    const argb = field.printed ? colours.printed : colours.optional;
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb } };
    if (!field.printed) cell.note = notPrinted;
    offerChoice(sheet, field, column.letter);
  }
}

const isNumeric = ({ type }: FormField): boolean => ["int", "year", "number", "money_wan", "percent"].includes(type);

function offerChoice(sheet: Worksheet, field: FormField, column: string): void {
  const labels = field.type === "bool" ? ["是", "否"] : field.type === "choice" ? labelsOf(field) : [];
  const formula = `"${labels.join(",")}"`;
  // A list written into the rule itself holds at most 255 characters.
  if (labels.length === 0 || formula.length > 255 || labels.some((label) => label.includes(","))) return;
  const { dataValidations } = sheet as Worksheet & { dataValidations: { add(range: string, rule: object): void } };
  dataValidations.add(`${column}2:${column}${guidedRows + 1}`, {
    type: "list",
    allowBlank: true,
    formulae: [formula],
    showErrorMessage: true,
    errorTitle: "请从列表里选",
    error: `“${field.name}”${expectationOfField(field)}`,
  });
}

const labelsOf = ({ options = [] }: FormField): string[] => options.map(({ label }) => label);

function cellOf(field: FormField, value: FormValue | null): string | number | null {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return value;
  const spell = (option: string) => field.options?.find((each) => each.value === option)?.label ?? option;
  if (typeof value === "object") return value.map(spell).join("、");
  // A decimal goes as a number only where a spreadsheet keeps all of its digits.
  return isNumeric(field) && String(Number(value)) === value ? Number(value) : spell(value);
}

function explain(sheet: Worksheet, list: FormList, fields: readonly FormField[]): void {
  sheet.columns = [{ width: 28 }, { width: 60 }, { width: 12 }, { width: 40 }, { width: 14 }];
  sheet.addRow([`${list.title}：填写说明`]).font = { bold: true, size: 14 };
  const rules = [
    `最多${list.document.most_rows.value}行。各列的先后可以改，表头的文字不要改；第一行以上可以加标题。`,
    "导入时逐格核对，有一格不对就整份不导入，并指出是哪一格。",
    "浅绿色表头的列，正式申请表上没有，不印出，可以不填。",
    "日期写成2026-03-15、2026年3月15日或表格的日期都可以。",
  ];
  for (const rule of rules) sheet.addRow([rule]);
  sheet.addRow([]);
  sheet.addRow(["栏目", "填什么", "单位", "提示", "是否印出"]).font = { bold: true };
  for (const field of fields) {
    const printed = field.printed ? (field.required ? "印出，必填" : "印出") : "不印出";
    sheet.addRow([field.label, expectationOfField(field), field.unit ?? "", field.note ?? "", printed]);
  }
  sheet.eachRow((row) => {
    row.alignment = { wrapText: row.number > rules.length + 2, vertical: "top" };
  });
}
