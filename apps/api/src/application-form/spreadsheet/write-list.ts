import { expectationOfField, type FormField, type FormList, type FormValue, type FormValues } from "@shifan/rules";
import type { Worksheet } from "exceljs";

const colours = { printed: "FFD9E5F3", optional: "FFE9EFDD" };
/** Rows below the headings for which a choice is offered as a list. */
const guidedRows = 5_000;
const widths = { least: 10, most: 40 };

/** How a workbook speaks of its lists. `printed` of a column is whether it has to be there. */
export type ListGuide = {
  readonly title: string;
  readonly rules: readonly string[];
  /** At the heading of a column that may be missing. */
  readonly optional: string;
  readonly presence: { readonly heading: string; of(field: FormField): string };
};

/** The workbook of a list of an annex: its rows below the headings, and a sheet that explains every column. Without rows it is the template. */
export function writeListWorkbook(list: FormList, rows: readonly FormValues[]): Promise<Uint8Array<ArrayBuffer>> {
  return writeWorkbook([{ list, rows }], {
    title: list.title,
    rules: [
      `最多${list.document.most_rows.value}行。各列的先后可以改，表头的文字不要改；第一行以上可以加标题。`,
      "导入时逐格核对，有一格不对就整份不导入，并指出是哪一格。",
      "浅绿色表头的列，正式申请表上没有，不印出，可以不填。",
      "日期写成2026-03-15、2026年3月15日或表格的日期都可以。",
    ],
    optional: "正式申请表上没有这一列，不印出，可以不填",
    presence: {
      heading: "是否印出",
      of: ({ printed, required }) => (printed ? (required ? "印出，必填" : "印出") : "不印出"),
    },
  });
}

/** A workbook with a sheet for each list and one that explains every column. */
export async function writeWorkbook(
  lists: readonly { readonly list: FormList; readonly rows: readonly FormValues[] }[],
  guide: ListGuide,
): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded where it is used: it is large, and nothing else needs it.
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  for (const { list, rows } of lists) {
    const sheet = workbook.addWorksheet(sheetName(list.title), { views: [{ state: "frozen", ySplit: 1 }] });
    const fields = inOrder(list);
    writeHeadings(sheet, list, fields, guide.optional);
    for (const [index, row] of rows.entries()) {
      const values = fields.map((field) => cellOf(field, row[field.id] ?? null));
      sheet.addRow(list.document.numbered === null ? values : [index + 1, ...values]);
    }
  }
  const all = lists.map(({ list }) => list);
  explain(workbook.addWorksheet("填写说明"), all, guide);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** What has to be there stands first. */
const inOrder = ({ columns }: FormList): readonly FormField[] =>
  [...columns].sort((left, right) => Number(right.printed) - Number(left.printed));

/** What a sheet's name must not hold, nor be longer than. */
function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\']/g, " ").slice(0, 31);
}

function writeHeadings(sheet: Worksheet, list: FormList, fields: readonly FormField[], optional: string): void {
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
    if (!field.printed) cell.note = optional;
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

function explain(sheet: Worksheet, lists: readonly FormList[], guide: ListGuide): void {
  const { title, rules, presence } = guide;
  sheet.columns = [{ width: 28 }, { width: 60 }, { width: 12 }, { width: 40 }, { width: 14 }];
  sheet.addRow([`${title}：填写说明`]).font = { bold: true, size: 14 };
  for (const rule of rules) sheet.addRow([rule]);
  for (const list of lists) {
    sheet.addRow([]);
    if (lists.length > 1) sheet.addRow([`“${list.title}”表`]).font = { bold: true };
    sheet.addRow(["栏目", "填什么", "单位", "提示", presence.heading]).font = { bold: true };
    for (const field of inOrder(list)) {
      sheet.addRow([field.label, expectationOfField(field), field.unit ?? "", field.note ?? "", presence.of(field)]);
    }
  }
  sheet.eachRow((row) => {
    row.alignment = { wrapText: row.number > rules.length + 2, vertical: "top" };
  });
}
