import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareProducts, formatScaled, parseScaled } from "./decimal.ts";

describe("exact decimals", () => {
  test.each([
    ["0", 2, 0],
    ["1", 2, 100],
    ["1.5", 2, 150],
    ["1.05", 2, 105],
    ["1499999.99", 2, 149_999_999],
    ["9999999999999.99", 2, 999_999_999_999_999],
    ["-0.01", 2, -1],
    ["-120.5", 2, -12_050],
    ["0.0001", 4, 1],
    ["10000000000", 4, 100_000_000_000_000],
    ["7", 0, 7],
  ])("%s at %i digits is %i", (text, digits, scaled) => {
    expect(parseScaled(text, digits)).toBe(scaled);
  });

  test.each([
    [0, 2, "0"],
    [1, 2, "0.01"],
    [10, 2, "0.1"],
    [100, 2, "1"],
    [149_999_999, 2, "1499999.99"],
    [150_000_000, 2, "1500000"],
    [-1, 2, "-0.01"],
    [-12_050, 2, "-120.5"],
    [1, 4, "0.0001"],
    [12_300, 4, "1.23"],
    [700, 0, "700"],
    [-5, 0, "-5"],
  ])("%i at %i digits is written %s", (scaled, digits, text) => {
    expect(formatScaled(scaled, digits)).toBe(text);
  });

  test("writing and reading give the same number back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), fc.constantFrom(0, 2, 4, 6), (scaled, digits) => {
        expect(parseScaled(formatScaled(scaled, digits), digits)).toBe(scaled + 0);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe("compareProducts", () => {
  test.each([
    [9, 10, 10, 9, 0],
    [89, 100, 90, 99, -1],
    [91, 100, 90, 100, 1],
    [-5, 3, 2, 1, -1],
    // Beyond 2^53: a difference of one that floating point loses.
    [999_999_999_999_999, 10_000, 999_999_999_999_998, 10_000, 1],
    [999_999_999_999_998, 10_000, 999_999_999_999_999, 10_000, -1],
    [999_999_999_999_999, 10_000, 9_999_999_999_999_990, 1_000, 0],
    [3, 4, 999_999_999_999_999, 10_000, -1],
    [999_999_999_999_999, 10_000, 3, 4, 1],
    [-999_999_999_999_999, 10_000, 3, 4, -1],
    [3, 4, -999_999_999_999_999, 10_000, 1],
    [94_906_267, 94_906_267, 94_906_266, 94_906_268, 1],
    [94_906_266, 94_906_268, 94_906_267, 94_906_267, -1],
  ])("%i × %i against %i × %i has the sign %i", (a, b, c, d, sign) => {
    expect(Math.sign(compareProducts(a, b, c, d))).toBe(sign);
  });

  test("agrees with whole-number arithmetic of any size", () => {
    const whole = fc.integer({ min: -(10 ** 15), max: 10 ** 15 });
    fc.assert(
      fc.property(whole, whole, whole, whole, (a, b, c, d) => {
        const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
        expect(Math.sign(compareProducts(a, b, c, d))).toBe(exact < 0n ? -1 : exact > 0n ? 1 : 0);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("what is not known, or has no end, is compared without a fault", () => {
    expect(compareProducts(Number.NaN, 2, 3, 4) >= 0).toBe(false);
    expect(compareProducts(Number.NaN, 2, 3, 4) < 0).toBe(false);
    expect(compareProducts(1, 2, Number.NaN, 10_000) >= 0).toBe(false);
    expect(compareProducts(Number.POSITIVE_INFINITY, 2, 3, 4)).toBeGreaterThan(0);
    expect(compareProducts(3, 4, Number.POSITIVE_INFINITY, 2)).toBeLessThan(0);
    expect(compareProducts(999_999_999_999_999, 10_000, Number.POSITIVE_INFINITY, 2)).toBeLessThan(0);
  });
});
