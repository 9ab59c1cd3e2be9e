import { randomInt } from "node:crypto";

const digitCount = 16;

/** The check digit of Luhn over the digits before it: one digit heard wrongly, or two beside each other exchanged, is noticed. */
function checkDigit(digits: readonly number[]): number {
  const sum = digits.toReversed().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

const spell = (digits: readonly number[]) => (digits.join("").match(/.{4}/g) ?? []).join("-");

/**
 * A new receipt number (查询编号): fifteen digits by chance and one to check them, in fours, to be read out on the telephone. Whoever does not hold it
 * cannot find it.
 */
export function newReceiptNumber(): string {
  const digits = Array.from({ length: digitCount - 1 }, () => randomInt(10));
  return spell([...digits, checkDigit(digits)]);
}

/** A receipt number as it is kept, however it was written; null for what cannot be one. */
export function readReceiptNumber(text: string): string | null {
  const digits = [...text.normalize("NFKC").replace(/[\s\u2010-\u2015\u2212-]/gu, "")].map(Number);
  if (digits.length !== digitCount || digits.some((digit) => !Number.isInteger(digit))) return null;
  return digits.at(-1) === checkDigit(digits.slice(0, -1)) ? spell(digits) : null;
}
