import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFractions, decimalOf, type Fraction, fractionOf, shareOf } from "./fractions.ts";
import { readRatio } from "./ratios.ts";

/** "19/20" exact, "[4/5,1/1)" an interval, "-" no end, "~" approximate, "!code" refused. */
function read(text: string): string {
  const reading = readRatio(text);
  if (!reading.ok) return `!${reading.code}`;
  const show = (end: Fraction | null) => (end === null ? "-" : `${end.numerator}/${end.denominator}`);
  const [min, max] = [show(reading.min), show(reading.max)];
  const exact = min === max && !reading.minOpen && !reading.maxOpen;
  const interval = `${reading.minOpen ? "(" : "["}${min},${max}${reading.maxOpen ? ")" : "]"}`;
  return `${reading.approximate ? "~" : ""}${exact ? min : interval}`;
}

describe("readRatio", () => {
  it.each([
    ["九成", "9/10"],
    ["9成", "9/10"],
    ["九成五", "19/20"],
    ["9成5", "19/20"],
    ["九成半", "19/20"],
    ["十成", "1/1"],
    ["百分之九十", "9/10"],
    ["百分之九十点五", "181/200"],
    ["百分之90", "9/10"],
    ["90%", "9/10"],
    ["９５．５％", "191/200"],
    ["89.95%", "1799/2000"],
    ["90 %", "9/10"],
    ["0%", "0/1"],
    ["千分之五", "1/200"],
    ["0.9", "9/10"],
    [".95", "19/20"],
    ["零点九", "9/10"],
    ["三分之二", "2/3"],
    ["2/3", "2/3"],
    ["90/96", "15/16"],
    ["一半", "1/2"],
    ["全部", "1/1"],
    ["百分之百", "1/1"],
    ["百分百", "1/1"],
    ["都满意", "1/1"],
    ["满意率95%", "19/20"],
    ["2025年满意度是九成五", "19/20"],
    // Bounds.
    ["九成以上", "[9/10,-]"],
    ["不低于90%", "[9/10,-]"],
    ["超过90%", "(9/10,-]"],
    ["过半", "(1/2,-]"],
    ["不到九成", "[-,9/10)"],
    ["90%以下", "[-,9/10]"],
    ["九成多", "(9/10,1/1)"],
    ["八九成", "[4/5,1/1)"],
    ["80%到90%", "[4/5,9/10]"],
    ["80-90%", "[4/5,9/10]"],
    ["八到九成", "[4/5,9/10]"],
    ["百分之九十到九十五", "[9/10,19/20]"],
    // Approximate.
    ["大概九成", "~[17/20,19/20]"],
    ["90%左右", "~[17/20,19/20]"],
    ["98%左右", "~[93/100,1/1]"],
    ["3%左右", "~[0/1,2/25]"],
    ["近九成", "~[17/20,9/10)"],
    ["估计八九成", "~[4/5,1/1]"],
    // Refused.
    ["九折", "!discount"],
    ["打95折", "!discount"],
    ["90", "!bare_number"],
    ["93家", "!bare_number"],
    ["1", "!bare_number"],
    ["80到90", "!bare_number"],
    ["120%", "!out_of_range"],
    ["-5%", "!unreadable"],
    ["5个百分点", "!unreadable"],
    ["1/0", "!unreadable"],
    ["1/2/3", "!unreadable"],
    ["九十成五十", "!unreadable"],
    ["不是90%", "!unreadable"],
    ["比去年增加5%", "!unreadable"],
    ["90%到80%", "!unreadable"],
    ["90%，95%", "!several_numbers"],
    ["90%吗？", "!question"],
    ["大部分", "!vague"],
    ["不清楚", "!unknown"],
    ["没有", "!unreadable"],
    ["成立", "!unreadable"],
    ["", "!empty"],
  ])("%s → %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("reads any percentage with two decimals exactly", () => {
    fc.assert(
      fc.property(fc.nat(10_000), (hundredths) => {
        const { numerator, denominator } = fractionOf(BigInt(hundredths), 10_000n);
        expect(read(`${hundredths / 100}%`)).toBe(`${numerator}/${denominator}`);
      }),
    );
  });

  it("answers any text, with ends in order", () => {
    const soup = fc.array(
      fc.constantFrom(..."零一五九十百千万点成%分之折/半0159.近过不到上多-~", "百分之", "大概", "全部"),
      {
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          soup.map((pieces) => pieces.join("")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          const reading = readRatio(text);
          if (reading.ok && reading.min && reading.max) {
            expect(compareFractions(reading.min, reading.max)).toBeLessThanOrEqual(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("fractions", () => {
  it("prints a share that ends as a decimal, and no other", () => {
    expect(decimalOf({ numerator: "19", denominator: "20" })).toBe("0.95");
    expect(decimalOf({ numerator: "1", denominator: "1" })).toBe("1");
    expect(decimalOf({ numerator: "2", denominator: "3" })).toBeNull();
  });

  it("proposes the whole numbers next to a share: 九成五 of 96", () => {
    expect(shareOf({ numerator: "19", denominator: "20" }, 96)).toEqual({ floor: 91, ceiling: 92 });
    expect(shareOf({ numerator: "1", denominator: "2" }, 96)).toEqual({ floor: 48, ceiling: 48 });
  });
});
