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

function amount(value: string, unit: string): string {
  const ends = value.split(spanMark);
  if (unit === yuan) return ends.map(money).join(spanMark);
  return `${ends.map(grouped).join(spanMark)}${unit}`;
}

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
  return unit === ratio
    ? texts.requirement.ratioGap(criterion.gap)
    : texts.requirement.gap(amount(criterion.gap, unit));
}

/** 2026-11-03 → 2026年11月3日; what is no day stays as it is. */
export function dayText(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match === null ? date : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}
