import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMonths } from "./durations.ts";

function read(text: string): string {
  const reading = readMonths(text);
  if (!reading.ok) return `!${reading.code}`;
  const { min, max, approximate } = reading;
  const value = min === max ? `${min}` : min === null ? `≤${max}` : max === null ? `≥${min}` : `${min}…${max}`;
  return `${approximate ? "~" : ""}${value}`;
}

describe("readMonths", () => {
  it.each([
    ["两年半", "30"],
    ["2年半", "30"],
    ["一年半", "18"],
    ["18个月", "18"],
    ["十八个月", "18"],
    ["半年", "6"],
    ["两年", "24"],
    ["2周年", "24"],
    ["刚满两年", "24"],
    ["一年零三个月", "15"],
    ["1年3个月", "15"],
    ["1年零3个月", "15"],
    ["一年又6个月", "18"],
    ["1.5年", "18"],
    ["运营了两年半", "30"],
    ["两三年", "24…47"],
    ["2到3年", "24…36"],
    ["三年多", "37…47"],
    ["十几年", "121…239"],
    ["两年以上", "≥24"],
    ["满两年", "≥24"],
    ["超过两年", "≥25"],
    ["不到两年", "≤23"],
    ["还没到两年", "≤23"],
    ["大概两年", "~21…27"],
    ["两年左右", "~21…27"],
    ["快两年了", "~22…23"],
    ["90天", "!other_unit"],
    ["3", "!other_unit"],
    ["一个半月", "!too_fine"],
    ["0.3年", "!too_fine"],
    ["2年到3年半", "!unreadable"],
    ["上半年", "!unreadable"],
    ["五千年", "!too_large"],
    ["不清楚", "!unknown"],
    ["满两年了吗？", "!question"],
    ["没有两年", "≤23"],
    ["很久", "!unreadable"],
    ["", "!empty"],
  ])("%s → %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("adds years, months and halves", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 11 }), (years, months) => {
        expect(read(`${years}年${months}个月`)).toBe(String(years * 12 + months));
        expect(read(`${years}年半`)).toBe(String(years * 12 + 6));
        expect(read(`${months}个月`)).toBe(String(months));
      }),
    );
  });

  it("answers any text", () => {
    const soup = fc.array(fc.constantFrom(..."一两三十半年月个零多几到不满0159.天周"), { maxLength: 10 });
    fc.assert(
      fc.property(
        fc.oneof(
          soup.map((pieces) => pieces.join("")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          expect(readMonths(text)).toHaveProperty("ok");
        },
      ),
      { numRuns: 500 },
    );
  });
});
