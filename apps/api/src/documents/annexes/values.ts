import type { FormField, FormValue, FormValues } from "@shifan/rules";

/** A value of a field as the paper shows it; empty where it was not given. */
export function printedValue(field: FormField, value: FormValue | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.map((each) => optionLabel(field, each)).join("、");
  if (typeof value === "number") return String(value);
  switch (field.type) {
    case "date":
    case "day_or_month":
      return printedDay(String(value));
    case "choice":
      return optionLabel(field, String(value));
    default:
      return String(value);
  }
}

/** The value of a column, with the unit where neither its heading nor that of the list says it. */
export function printedCell(field: FormField, row: FormValues, listHeading: string): string {
  const text = printedValue(field, row[field.id]);
  if (text === "") return "";
  if (field.unit_from !== undefined) return text + String(row[field.unit_from] ?? "");
  const unsaid = field.type === "money_wan" && !`${listHeading}${field.label}`.includes("万元");
  return unsaid ? `${text}${field.unit ?? ""}` : text;
}

/** "2026年9月25日" of 2026-09-25, "2021年3月" of 2021-03. */
export function printedDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined) return day;
  return `${year}年${month}月${date === undefined ? "" : `${date}日`}`;
}

/** A day to be written by hand. */
export const blankDay = "　　　年　　月　　日";

function optionLabel({ options }: FormField, value: string): string {
  return options?.find((option) => option.value === value)?.label ?? value;
}
