import { type Fixed, formatFixed, one } from "./fixed.ts";

/** An exact share, in lowest terms; whole numbers as decimal text so that it stays plain JSON. */
export interface Fraction {
  readonly numerator: string;
  readonly denominator: string;
}

export function fractionOf(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: String(numerator / divisor), denominator: String(denominator / divisor) };
}

/** The share as decimal text, e.g. 19/20 as "0.95"; null where it does not end (2/3). */
export function decimalOf(fraction: Fraction): string | null {
  const scaled = BigInt(fraction.numerator) * one;
  const denominator = BigInt(fraction.denominator);
  return scaled % denominator === 0n ? formatFixed(scaled / denominator) : null;
}

/** A share of a whole number, exact or between the two whole numbers next to it: 95% of 96 is from 91 to 92. */
export function shareOf(fraction: Fraction, whole: number): { readonly floor: number; readonly ceiling: number } {
  const product = BigInt(fraction.numerator) * BigInt(whole);
  const denominator = BigInt(fraction.denominator);
  return { floor: Number(product / denominator), ceiling: Number((product + denominator - 1n) / denominator) };
}

/** Of a scaled decimal divided by a whole number: 95.5 per 100. */
export function fixedFraction(value: Fixed, per: bigint): Fraction {
  return fractionOf(value, per * one);
}

export function compareFractions(left: Fraction, right: Fraction): number {
  const difference =
    BigInt(left.numerator) * BigInt(right.denominator) - BigInt(right.numerator) * BigInt(left.denominator);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
