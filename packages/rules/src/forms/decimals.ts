/** Six decimals: 万元 to the 分, and every other decimal of the forms. */
export const scaleDigits = 6;
export const one: bigint = 10n ** BigInt(scaleDigits);

/** A plain decimal text as a whole number of millionths; the text must have at most six decimals. */
export function parseMillionths(text: string): bigint {
  // The sign stands first and the digits follow each other: -0.01 is -0010000.
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(scaleDigits, "0"));
}

/** The shortest decimal text of a whole number of millionths. */
export function formatMillionths(value: bigint): string {
  const text = String(value < 0n ? -value : value).padStart(scaleDigits + 1, "0");
  const fraction = text.slice(-scaleDigits).replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${text.slice(0, -scaleDigits)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** part ÷ whole in percent with two decimals, halves away from zero; for messages only, never to decide. */
export function spellPercent(part: bigint, whole: bigint): string {
  const hundredths = (part * 100_000n) / whole;
  const rounded = (hundredths + (hundredths < 0n ? -5n : 5n)) / 10n;
  return formatMillionths((rounded * one) / 100n);
}
