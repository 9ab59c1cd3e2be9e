import { type FactDocument, groupDigits, type IntervalValue, type Policy, spellDate, spellMoney } from "@shifan/rules";
import { type Years, yearOfFigure } from "../flow/years.ts";
import { type Answer, isInterval } from "../state.ts";

export function factDocument(policy: Policy, fact: string): FactDocument {
  return policy.document.facts[policy.factIndexes.get(fact) ?? -1] as FactDocument;
}

/** The fact's short name with its year printed: 2025年服务中小企业数. */
export function labelOf(policy: Policy, fact: string, years: Years): string {
  const document = factDocument(policy, fact);
  const year = yearOfFigure(policy, fact, years);
  if (year === null) return document.label;
  return document.label.replace(
    /^(上年度|上年末|前一年度|再前一年度)?/,
    (prefix) => `${year}年${prefix.endsWith("末") ? "末" : ""}`,
  );
}

function unitOf(document: FactDocument): string {
  return document.unit === "同上" ? "" : document.unit;
}

function showExact(document: FactDocument, value: unknown): string {
  const kind = document.type.split(":")[0];
  if (kind === "money") return spellMoney(String(value));
  if (kind === "date") return spellDate(String(value));
  if (kind === "year") return `${String(value)}年度`;
  if (kind === "bool") return value === true ? "是" : "否";
  if (kind === "enum") return document.options?.[String(value)] ?? String(value);
  if (Array.isArray(value)) {
    return value.length === 0
      ? "都没有"
      : value.map((each) => document.options?.[String(each)] ?? String(each)).join("、");
  }
  if (typeof value === "number") return `${groupDigits(String(value))}${unitOf(document)}`;
  return String(value);
}

/** A span in words: 100万元到200万元. An approximate one is called 约数 unless the sentence around it says so. */
export function showSpan(document: FactDocument, { min, max, approximate }: IntervalValue, sayAbout = true): string {
  const about = approximate && sayAbout ? "，约数" : "";
  if (min != null && max != null) {
    return min === max
      ? `约${showExact(document, min)}`
      : `${showExact(document, min)}到${showExact(document, max)}${about}`;
  }
  if (min != null) return `不少于${showExact(document, min)}${about}`;
  return `不超过${showExact(document, max)}${about}`;
}

/** How an answer reads back to the person who gave it. */
export function showAnswer(policy: Policy, fact: string, answer: Answer): string {
  if ("unknown" in answer) return "待查";
  const document = factDocument(policy, fact);
  if ("absent" in answer) return document.absent_means ?? "没有";
  return isInterval(answer.value) ? showSpan(document, answer.value) : showExact(document, answer.value);
}
