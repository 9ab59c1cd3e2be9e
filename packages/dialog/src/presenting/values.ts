import {
  type FactDocument,
  formatScaled,
  groupDigits,
  type IntervalValue,
  type Policy,
  parseScaled,
  spellDate,
  spellMoney,
} from "@shifan/rules";
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

/** 低于150万元 is kept as at most 1,499,999.99: the limit that was meant, null where the end is a figure of its own. */
function strictLimit(max: string): string | null {
  return max.endsWith(".99") ? spellMoney(formatScaled(parseScaled(max, 2) + 1, 2)) : null;
}

/**
 * A span in words: 100万元到200万元, 低于150万元.
 * @param show how one end is spelled
 */
export function spellSpan(
  min: string | null,
  max: string | null,
  isMoney: boolean,
  show: (end: string) => string,
): string {
  const limit = isMoney && max !== null && min !== max ? strictLimit(max) : null;
  if (limit !== null) return `${min === null || min === "0" ? "" : `${show(min)}以上、`}低于${limit}`;
  if (min !== null && max !== null) return min === max ? `约${show(min)}` : `${show(min)}到${show(max)}`;
  return min !== null ? `不少于${show(min)}` : `不超过${show(max ?? "")}`;
}

/** An answer that is a span. An approximate one is called 约数 unless the sentence around it says so. */
export function showSpan(document: FactDocument, { min, max, approximate }: IntervalValue, sayAbout = true): string {
  const text = (end: IntervalValue["min"]): string | null => (end == null ? null : String(end));
  const isNumber = typeof (min ?? max) === "number";
  const show = (end: string): string => showExact(document, isNumber ? Number(end) : end);
  const words = spellSpan(text(min), text(max), document.type === "money", show);
  return `${words}${approximate && sayAbout && !words.startsWith("约") ? "，约数" : ""}`;
}

/** How an answer reads back to the person who gave it. */
export function showAnswer(policy: Policy, fact: string, answer: Answer): string {
  if ("unknown" in answer) return "待查";
  const document = factDocument(policy, fact);
  if ("absent" in answer) return document.absent_means ?? "没有";
  return isInterval(answer.value) ? showSpan(document, answer.value) : showExact(document, answer.value);
}
