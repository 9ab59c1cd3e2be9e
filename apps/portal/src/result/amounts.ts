import type { CriterionResult, Requirement } from "../api/types.ts";
import { texts } from "../texts.ts";

const yuan = "元";
const ratio = "比例";
const years = "年";
const uncounted = "";
/** Between the two ends of a span that is known no more exactly. */
const spanMark = "～";
const centsOfTenThousandYuan = 1_000_000n;

/** An exact decimal with thousands separated; anything that is no plain number stays as it is. */
export function grouped(decimal: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(decimal);
  if (match === null) return decimal;
  const [, sign = "", whole = "", fraction = ""] = match;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}

/** Money in 元, as 万元 where that loses nothing and reads better: 1500000 → 150万元, 1499999.99 → 1,499,999.99元. */
export function money(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(decimal);
  if (match === null) return `${decimal}${yuan}`;
  const [, sign = "", whole = "", fraction = ""] = match;
  const cents = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
  const hundredths = centsOfTenThousandYuan / 100n;
  if (cents < centsOfTenThousandYuan || cents % hundredths !== 0n) return `${grouped(decimal)}${yuan}`;
  const rest = String((cents % centsOfTenThousandYuan) / hundredths).padStart(2, "0");
  const decimals = rest.replace(/0+$/, "");
  return `${sign}${grouped(String(cents / centsOfTenThousandYuan))}${decimals === "" ? "" : `.${decimals}`}万元`;
}

/** One fraction as a percentage, cut and never rounded up: 89.95 % must not be printed as 90.0 %. */
function share(numerator: bigint, denominator: bigint): string {
  const thousandths = (numerator * 1_000n) / denominator;
  const exact = thousandths % 10n === 0n && (numerator * 1_000n) % denominator === 0n;
  return exact ? `${thousandths / 10n}%` : `${thousandths / 10n}.${thousandths % 10n}%`;
}

/** "19/24" → "79.1%", "100～180/640" → "15.6%～28.1%"; null for what is no fraction. */
export function percentage(fraction: string): string | null {
  const match = /^(\d+)(?:～(\d+))?\/(\d+)$/.exec(fraction);
  const denominator = BigInt(match?.[3] ?? "0");
  if (match === null || denominator === 0n) return null;
  const ends = [match[1], match[2]].filter((end) => end !== undefined);
  return ends.map((end) => share(BigInt(end), denominator)).join(spanMark);
}

/** "0.8" → "80%": a limit of the law is exact, so it is shown with the digits it has. */
function percentageOfDecimal(decimal: string): string {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const padded = fraction.padEnd(2, "0");
  const decimals = padded.slice(2).replace(/0+$/, "");
  return `${BigInt(whole + padded.slice(0, 2))}${decimals === "" ? "" : `.${decimals}`}%`;
}

/** The amount that 1499999.99 stays below: people say 低于150万元. Null for an end that is a figure of its own. */
function limitAbove(end: string, unit: string): string | null {
  const match = unit === yuan ? /^(\d+)\.99$/.exec(end) : null;
  return match === null ? null : money(String(BigInt(match[1] ?? "0") + 1n));
}

/** One amount, or a span that is known no more exactly: ≥1500000, ≤59, 50～55. */
function amount(value: string, unit: string): string {
  const show = (end: string): string => (unit === yuan ? money(end) : `${grouped(end)}${unit}`);
  const { atLeastMoney, atLeastCount, atMost, below, from } = texts.requirement;
  if (value.startsWith("≥")) return `${unit === yuan ? atLeastMoney : atLeastCount}${show(value.slice(1))}`;
  const [low, high] = value.startsWith("≤") ? [null, value.slice(1)] : value.split(spanMark);
  if (high === undefined) return show(low ?? "");
  const limit = limitAbove(high, unit);
  const isOpen = low === null || low === undefined || low === "0";
  if (limit !== null) return `${isOpen ? "" : from(show(low))}${below}${limit}`;
  if (low === null || low === undefined) return `${atMost}${show(high)}`;
  return unit === yuan ? `${money(low)}${spanMark}${money(high)}` : `${grouped(low)}${spanMark}${grouped(high)}${unit}`;
}

const isSpan = (value: string | null): boolean => value !== null && /[～≥≤]/.test(value);

/** What the law requires, in words; null for what is not counted (a yes, one of several kinds): there the title says it. */
export function requiredText({ op, value, unit }: Requirement): string | null {
  if (unit === uncounted) return null;
  const shown = unit === ratio ? percentageOfDecimal(value) : amount(value, unit);
  switch (op) {
    case ">=":
      return `${unit === yuan || unit === ratio ? texts.requirement.atLeastMoney : texts.requirement.atLeastCount}${shown}`;
    case ">":
      return `${texts.requirement.more}${shown}`;
    case "<=":
      return `${texts.requirement.atMost}${shown}`;
    case "<":
      return `${texts.requirement.less}${shown}`;
    default:
      return shown;
  }
}

/** What there is, in words; null for what is not counted: a code is not for people. */
export function actualText(criterion: CriterionResult): string | null {
  const unit = criterion.required?.unit ?? uncounted;
  if (criterion.actual === null || unit === uncounted) return null;
  // What is required in years is there since a day.
  if (unit === years) return texts.requirement.since(dayText(criterion.actual));
  if (unit !== ratio) return amount(criterion.actual, unit);
  const shown = percentage(criterion.actual);
  return shown === null ? criterion.actual : `${criterion.actual}，${shown}`;
}

export function gapText(criterion: CriterionResult): string | null {
  if (criterion.gap === null || criterion.status === "met") return null;
  const unit = criterion.required?.unit ?? "";
  if (unit === ratio) return texts.requirement.ratioGap(criterion.gap);
  // Of a span only the least is known, and of money that least says nothing: 低于150万元 lacks 0.01元.
  if (isSpan(criterion.actual)) return unit === yuan ? null : texts.requirement.leastGap(amount(criterion.gap, unit));
  return texts.requirement.gap(amount(criterion.gap, unit));
}

/** 2026-11-03 → 2026年11月3日; what is no day stays as it is. */
export function dayText(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match === null ? date : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}
