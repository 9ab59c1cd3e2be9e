import { expect, test } from "vitest";
import { rankCases, spellMean } from "./ranking.ts";

const places = (...cases: [string, number[]][]) =>
  rankCases(cases.map(([id, totals]) => ({ id, totals }))).map(({ id, rank, isTied }) => [id, rank, isTied]);

test("ranks by the mean, with equal places for equal means and a gap behind them", () => {
  expect(places(["a", [70, 80, 90]], ["b", [90, 90, 90]], ["c", [80, 80, 80]], ["d", [60, 60, 60]])).toEqual([
    ["b", 1, false],
    ["a", 2, true],
    ["c", 2, true],
    ["d", 4, false],
  ]);
});

test("compares means of panels of different size exactly, where a printed mean would be equal", () => {
  // 80⅓ and 80.333: the same with three decimals.
  expect(
    places(["three", [80, 80, 81]], ["thousand", Array.from({ length: 1000 }, (_, at) => (at < 333 ? 81 : 80))]),
  ).toEqual([
    ["three", 1, false],
    ["thousand", 2, false],
  ]);
});

test("tells the mean as an exact fraction", () => {
  expect(rankCases([{ id: "a", totals: [80, 80, 81] }])[0]?.mean).toEqual({ sum: 241, count: 3 });
});

test("leaves out what nobody has scored", () => {
  expect(places(["a", []], ["b", [50]])).toEqual([["b", 1, false]]);
});

test.each([
  [241, 3, "80.33"],
  [242, 3, "80.67"],
  [160, 2, "80.00"],
  [1, 8, "0.13"],
])("prints the mean of %i by %i as %s", (sum, count, text) => {
  expect(spellMean({ sum, count })).toBe(text);
});
