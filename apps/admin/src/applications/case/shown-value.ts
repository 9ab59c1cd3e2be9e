import type { FormPart } from "@shifan/contract";
import { dayText } from "../../texts/days.ts";

/** A value of the form as people read it: with its unit, choices by their words, days as officials write them. */
export function shownValue(field: FormPart["fields"][number], value: unknown): string {
  if (value === null || value === undefined || value === "") return "—";
  const labels = new Map(field.options.map((option) => [option.value, option.label]));
  if (Array.isArray(value)) return value.map((each) => labels.get(String(each)) ?? String(each)).join("、") || "—";
  if (typeof value === "boolean") return value ? "是" : "否";
  const text = String(value);
  if (field.type === "date" && /^\d{4}-\d{2}-\d{2}$/.test(text)) return dayText(text);
  const unit = field.type === "money_wan" ? "万元" : field.type === "percent" ? "%" : (field.unit ?? "");
  return labels.get(text) ?? `${text}${unit}`;
}
