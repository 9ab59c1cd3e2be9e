import { expect, test } from "vitest";
import { findingsAsText, isKept } from "./report.ts";

const limit = { what: "verdict ÷ hand-written", limit: 2.5, unit: "×" } as const;

test("a limit is kept when the figure stands on it, and missed beyond", () => {
  expect(isKept({ ...limit, figure: 2.5, bound: "at most" })).toBe(true);
  expect(isKept({ ...limit, figure: 2.51, bound: "at most" })).toBe(false);
  expect(isKept({ ...limit, figure: 2.5, bound: "at least" })).toBe(true);
  expect(isKept({ ...limit, figure: 2.49, bound: "at least" })).toBe(false);
});

test("the text names each time, each limit with pass or miss, and the notes", () => {
  const text = findingsAsText({
    bench: "rules",
    times: [
      { what: "hand-written", microseconds: 0.25 },
      { what: "answer", microseconds: 1_930 },
      { what: "start", microseconds: 2_500_000 },
    ],
    limits: [
      { ...limit, figure: 2, bound: "at most" },
      { ...limit, figure: 3, bound: "at most" },
    ],
    notes: ["all verdicts equal on 10000 applicants"],
  });
  expect(text.split("\n")).toEqual([
    "== rules",
    "   hand-written            0.250 µs",
    "   answer                  1.93 ms",
    "   start                   2.50 s",
    "   verdict ÷ hand-written  2.00×  at most 2.5  pass",
    "   verdict ÷ hand-written  3.00×  at most 2.5  MISS",
    "   all verdicts equal on 10000 applicants",
  ]);
});
