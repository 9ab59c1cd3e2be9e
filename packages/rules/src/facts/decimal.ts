/**
 * Exact decimals as scaled integers. The largest scaled value is 10^13 元 in 分 or 10^10 with four decimals, both below 2^53,
 * so that a JavaScript number holds every one of them exactly.
 */

/** Reads canonical decimal text (no exponent, no sign but a leading minus) at a scale of ten to the power `digits`. */
export function parseScaled(text: string, digits: number): number {
  // The sign stands first and the digits follow each other: -0.01 at two digits is -001.
  const [whole = "", fraction = ""] = text.split(".");
  return Number(whole + fraction.padEnd(digits, "0"));
}

/** The shortest decimal text of a scaled integer: 149999999 at two digits is "1499999.99", 150000000 is "1500000". */
export function formatScaled(scaled: number, digits: number): string {
  if (digits === 0) return String(scaled);
  const size = Math.abs(scaled);
  const unit = 10 ** digits;
  const rest = size % unit;
  const whole = (scaled < 0 ? "-" : "") + String((size - rest) / unit);
  if (rest === 0) return whole;
  return `${whole}.${String(rest).padStart(digits, "0").replace(/0+$/, "")}`;
}

/** Compares a·b with c·d exactly, whatever their size: negative, zero or positive, as for a sort; NaN where one is unknown. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  if (!Number.isFinite(left) || !Number.isFinite(right)) return left - right;
  if (Math.abs(left) <= Number.MAX_SAFE_INTEGER && Math.abs(right) <= Number.MAX_SAFE_INTEGER) return left - right;
  const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}
