import fc from "fast-check";
import { dayOf, formatDate } from "../../src/facts/calendar.ts";
import { formatScaled } from "../../src/facts/decimal.ts";
import { checkUscc } from "../../src/formats/uscc.ts";

/** Whole numbers that fall on, just below and just above a threshold far oftener than chance would have it. */
export function countAround(threshold: number, largest: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: Math.max(0, threshold - 2), max: threshold + 2 }) },
    { weight: 4, arbitrary: fc.integer({ min: threshold, max: largest }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: threshold }) },
    { weight: 1, arbitrary: fc.constantFrom(0, 1, largest) },
  );
}

/** 分 around a threshold in 元. */
export function centsAround(yuan: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -2, max: 2 }).map((offset) => yuan * 100 + offset) },
    { weight: 4, arbitrary: fc.integer({ min: yuan * 100, max: yuan * 1_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: yuan * 100 }) },
  );
}

export const moneyText = (cents: number): string => formatScaled(cents, 2);

/** A volume or an area held as ten-thousandths, as the JSON number that people send. */
export const decimalOf = (scaled: number): number => Number(formatScaled(scaled, 4));

export const mostlyTrue: fc.Arbitrary<boolean> = fc.integer({ min: 0, max: 11 }).map((draw) => draw !== 0);

/** Mostly one of the usual values, now and then one of the others. */
export function mostly<Value>(usual: readonly Value[], others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

/** Day numbers within so many days of an anniversary, in years before (negative) or after a day. */
export function dayAround(day: number, years: readonly number[], span: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.tuple(fc.constantFrom(...years), fc.integer({ min: -2, max: 2 })).map(([year, offset]) => {
      const date = formatDate(day);
      return dayOf(Number(date.slice(0, 4)) + year, Number(date.slice(5, 7)), Number(date.slice(8))) + offset;
    }),
    fc.integer({ min: day - span, max: day }),
  );
}

const organisationAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** A unified social credit code whose two check characters are right, found by trying the 36 × 31 endings. */
export function usccOf(head: string, body: number): string {
  const stem = `${head}410105${body.toString().padStart(8, "0")}`;
  for (const organisation of "0123456789X") {
    for (const last of organisationAlphabet) {
      const code = `${stem}${organisation}${last}`;
      if (checkUscc(code).ok) return code;
    }
  }
  throw new Error(`no check characters for ${stem}`);
}
