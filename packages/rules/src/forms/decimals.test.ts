import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMillionths, parseMillionths, spellPercent } from "./decimals.ts";

describe("decimals in millionths", () => {
  test.each([
    ["150", 150_000_000n, "150"],
    ["150.00", 150_000_000n, "150"],
    ["0.000001", 1n, "0.000001"],
    ["-35.5", -35_500_000n, "-35.5"],
    ["-0.5", -500_000n, "-0.5"],
    ["0", 0n, "0"],
    ["999999999.999999", 999_999_999_999_999n, "999999999.999999"],
  ])("%s", (text, value, shortest) => {
    expect(parseMillionths(text)).toBe(value);
    expect(formatMillionths(value)).toBe(shortest);
  });

  test("come back as they were", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), (value) => {
        expect(parseMillionths(formatMillionths(value))).toBe(value);
      }),
    );
  });
});

test.each([
  [14n, 16n, "87.5"],
  [200n, 150n, "133.33"],
  [2n, 3n, "66.67"],
  [53n, 60n, "88.33"],
  [1n, 1n, "100"],
  [0n, 7n, "0"],
  [-1n, 3n, "-33.33"],
  [12_345n, 1_000_000n, "1.23"],
  [12_350n, 1_000_000n, "1.24"],
])("%s of %s is %s percent", (part, whole, percent) => {
  expect(spellPercent(part, whole)).toBe(percent);
});
