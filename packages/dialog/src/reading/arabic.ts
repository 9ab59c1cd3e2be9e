import { type Fixed, fixedOf, one } from "./fixed.ts";

export interface Arabic {
  readonly end: number;
  /** Null: too many digits, or two decimal points. */
  readonly value: Fixed | null;
  readonly digits: number;
  readonly whole: boolean;
  /** The place value of the last digit that is not 0: what 多 and 几 are counted in. */
  readonly place: Fixed;
  /** Two decimal points: 2021.3.5. */
  readonly broken: boolean;
}

const digitsPattern = /\d+/y;
/**
 * One to three digits, then groups of exactly three after the same separator: a comma, an apostrophe, or, twice at
 * least, a space ("120 100" are two numbers).
 */
const groupedPattern = /\d{1,3}(?:(?:,\d{3})+|(?:'\d{3})+|(?: \d{3}){2,})(?!\d|[,']\d)/y;

/**
 * Reads an Arabic number that begins at a place: 1,600,000.50 · 1 600 000 · .5
 * A comma inside groups of three belongs to the number; "93,3" is two numbers.
 */
export function scanArabic(text: string, start: number): Arabic | null {
  const leadingPoint = text.charAt(start) === "." && text.charAt(start - 1) !== "." && isDigit(text, start + 1);
  if (!isDigit(text, start) && !leadingPoint) return null;
  const written = leadingPoint ? "0" : (match(groupedPattern, text, start) ?? match(digitsPattern, text, start) ?? "");
  let end = leadingPoint ? start : start + written.length;
  const whole = written.replace(/\D/g, "");
  let fraction = "";
  if (text.charAt(end) === "." && isDigit(text, end + 1)) {
    fraction = match(digitsPattern, text, end + 1) ?? "";
    end += 1 + fraction.length;
  }
  // 2021.3.5 is a date, 192.168.1.1 an address: neither is a quantity.
  const broken = text.charAt(end) === "." && isDigit(text, end + 1);
  const value = broken ? null : fixedOf(whole, fraction);
  return {
    end: broken ? skipDigitsAndPoints(text, end) : end,
    value,
    digits: whole.length,
    whole: fraction === "",
    place: placeOf(whole, fraction),
    broken,
  };
}

function placeOf(whole: string, fraction: string): Fixed {
  const decimals = fraction.replace(/0+$/, "").length;
  if (decimals > 0) return one / 10n ** BigInt(Math.min(decimals, 9));
  const zeros = whole.length - whole.replace(/0+$/, "").length;
  return zeros === whole.length ? one : one * 10n ** BigInt(Math.min(zeros, 18));
}

function skipDigitsAndPoints(text: string, start: number): number {
  let end = start;
  while (isDigit(text, end) || text.charAt(end) === ".") end += 1;
  return end;
}

function isDigit(text: string, index: number): boolean {
  const character = text.charAt(index);
  return character >= "0" && character <= "9";
}

function match(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}
