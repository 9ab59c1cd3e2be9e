import { describe, expect, it } from "vitest";
import { readYear, yearsMentioned } from "./years.ts";

const today = "2026-06-10";

describe("readYear", () => {
  it.each([
    ["2025年度", "2025"],
    ["2025", "2025"],
    ["二〇二五年", "2025"],
    ["25年", "2025"],
    ["25", "2025"],
    ["98", "1998"],
    ["2025 年 度", "2025"],
    ["2025年度审计报告", "2025"],
    ["去年", "2025 (去年)"],
    ["上年度", "2025 (上年)"],
    ["上一年度的", "2025 (上一年)"],
    ["前年", "2024 (前年)"],
    ["去年，也就是2025年", "2025 (去年)"],
    ["2024年和2025年", "!several_years"],
    ["2025年3月5日", "!unreadable"],
    ["2025 年 3 月 5 日", "!unreadable"],
    ["上个月", "!unreadable"],
    ["不是2025年", "!unreadable"],
    ["2025年吗", "!unreadable"],
    ["1900年", "!out_of_range"],
    ["不清楚", "!unreadable"],
    ["", "!empty"],
  ])("%s → %s", (text, expected) => {
    const reading = readYear(text, today);
    const word = reading.ok && reading.relative ? ` (${reading.relative.word})` : "";
    expect(reading.ok ? `${reading.year}${word}` : `!${reading.code}`).toBe(expected);
  });
});

describe("yearsMentioned", () => {
  it.each([
    ["去年96家", [[2025, "去年"]]],
    ["2024年末160万", [[2024, null]]],
    [
      "25年96家，24年81家",
      [
        [2025, null],
        [2024, null],
      ],
    ],
    ["2025年12月31日是160万", [[2025, null]]],
    ["2025-12-31 160万", [[2025, null]]],
    ["去年12月底96家", [[2025, "去年"]]],
    ["2010家", []],
    ["2021.3万", []],
    ["20210305元", []],
    ["96家", []],
    ["昨天数的，96家", []],
    ["上个月统计是96家", []],
  ])("%s", (text, expected) => {
    expect(yearsMentioned(text, today).map(({ year, word }) => [year, word])).toEqual(expected);
  });
});
