import { expect, test } from "vitest";
import { quartersFrom } from "./quarters.ts";

test("the quarters of a day and after it go on over the end of a year", () => {
  expect(quartersFrom("2026-11-26", 3)).toEqual([
    { quarter: "2026-Q4", name: "2026年第四季度", from: "2026-10-01", to: "2026-12-31" },
    { quarter: "2027-Q1", name: "2027年第一季度", from: "2027-01-01", to: "2027-03-31" },
    { quarter: "2027-Q2", name: "2027年第二季度", from: "2027-04-01", to: "2027-06-30" },
  ]);
});

test.each([
  ["2026-03-31", "2026-Q1"],
  ["2026-04-01", "2026-Q2"],
  ["2026-09-30", "2026-Q3"],
  ["2026-10-01", "2026-Q4"],
])("%s lies in %s", (day, quarter) => {
  expect(quartersFrom(day, 1)[0]?.quarter).toBe(quarter);
});
