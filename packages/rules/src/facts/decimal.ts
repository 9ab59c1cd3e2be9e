/**
 * Exact decimals as scaled integers. The largest scaled value is 10^13 元 in 分 or 10^10 with four decimals, both below 2^53,
 * so that a JavaScript number holds every one of them exactly.
 */

/** Reads canonical decimal text (no exponent, no sign but a leading minus) at a scale of ten to the power `digits`. */
export function parseScaled(text: string, digits: number): number {
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  const fraction = point < 0 ? "" : text.slice(point + 1);
  return Number(whole + fraction.padEnd(digits, "0"));
}

/** Small numbers, each spelled once it is needed: most that are shown are counts. */
const counts: (string | undefined)[] = Array.from({ length: 4_096 }, () => undefined);
const powersOfTen = Array.from({ length: 5 }, (_, digits) => 10 ** digits);

function spellWhole(whole: number): string {
  const known = counts[whole];
  if (known !== undefined) return known;
  const text = String(whole);
  if (whole >= 0 && whole < counts.length) counts[whole] = text;
  return text;
}

/** "" for 0 to ".99" for 99, without zeros at the end: most decimals are 分. */
const hundredths = Array.from({ length: 100 }, (_, rest) => trimmed(rest, 2));

function trimmed(rest: number, digits: number): string {
  return rest === 0 ? "" : `.${String(rest).padStart(digits, "0").replace(/0+$/, "")}`;
}

/** The shortest decimal text of a scaled integer: 149999999 at two digits is "1499999.99", 150000000 is "1500000". */
export function formatScaled(scaled: number, digits: number): string {
  if (digits === 0) return spellWhole(scaled);
  const size = Math.abs(scaled);
  const unit = powersOfTen[digits] ?? 10 ** digits;
  // Exact below 2^53, and a quotient costs less than a remainder.
  const whole = Math.floor(size / unit);
  const rest = size - whole * unit;
  const text = spellWhole(whole) + (digits === 2 ? (hundredths[rest] as string) : trimmed(rest, digits));
  return scaled < 0 ? `-${text}` : text;
}

/** Compares a·b with c·d exactly, whatever their size: negative, zero or positive, as for a sort; NaN where one is unknown. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  // One exact product suffices: what lies beyond the largest exact number stays beyond it when it is rounded.
  if (Math.abs(left) <= Number.MAX_SAFE_INTEGER) return left - right;
  return Number.isFinite(left) && Number.isFinite(right) ? compareExactly(a, b, c, d) : left - right;
}

function compareExactly(a: number, b: number, c: number, d: number): number {
  const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  return exact < 0n ? -1 : exact > 0n ? 1 : 0;
}
