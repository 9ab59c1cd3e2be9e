import { type CriterionResult, spellDate, spellMoney } from "@shifan/rules";
import { spellSpan } from "./values.ts";

/** One measured value as rules gives it: exact, a span (50～55), or known to one side (≥61, ≤59). */
function measureText(value: string, unit: string): string {
  if (unit === "比例") return value;
  if (unit === "年") return `自${spellDate(value)}起`;
  const isMoney = unit === "元";
  const show = (end: string): string => (isMoney ? spellMoney(end) : `${end}${unit}`);
  if (value.startsWith("≥")) return spellSpan(value.slice(1), null, isMoney, show);
  if (value.startsWith("≤")) return spellSpan(null, value.slice(1), isMoney, show);
  const [min = value, max] = value.split("～");
  return max === undefined ? show(min) : spellSpan(min, max, isMoney, show);
}

function requiredText(value: string, unit: string): string {
  if (unit === "比例") return `${Number(value) * 100}%`;
  return unit === "元" ? spellMoney(value) : `${value}${unit}`;
}

/** Actual against required, as people write amounts; empty where the criterion has no single figure. */
export function figuresOf({ actual, required }: CriterionResult): string {
  if (actual === null || required === null || required.unit === "") return "";
  const need = requiredText(required.value, required.unit);
  return `${measureText(actual, required.unit)}，要求${required.op === ">" ? "多于" : "不少于"}${need}`;
}
