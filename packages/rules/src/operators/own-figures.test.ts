import { expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, smallPolicy } from "../../testing/small-policy.ts";
import type { TestDocument } from "../policy/tests.ts";

const types = { n: "int", m: "int", money: "money", day: "date", held: "set:x,y,z" };
const [n, m] = [{ fact: "n" }, { fact: "m" }];

test.each<[string, TestDocument, [Applicant, actual: string, required: string, gap: string | null][]]>([
  [
    "a count of firms",
    { left: n, compare: ">=", right: { int: 60 } },
    [
      [{ n: 52 }, "52", "60", "8"],
      [{ n: 53 }, "53", "60", "7"],
      [{ n: 60 }, "60", "60", null],
      [{ n: 61 }, "61", "60", null],
      [{ n: { min: 50, max: 55 } }, "50～55", "60", "5"],
    ],
  ],
  [
    "an amount of money",
    { left: { fact: "money" }, compare: ">=", right: { money: "5" } },
    [
      [{ money: "3.5" }, "3.5", "5", "1.5"],
      [{ money: "4" }, "4", "5", "1"],
      [{ money: "5" }, "5", "5", null],
      [{ money: "6" }, "6", "5", null],
    ],
  ],
  [
    "a day",
    { left: { fact: "day" }, compare: ">=", right: { date: "2026-06-10" } },
    [
      [{ day: "2026-06-01" }, "2026-06-01", "2026-06-10", null],
      [{ day: "2026-06-02" }, "2026-06-02", "2026-06-10", null],
    ],
  ],
  [
    "a figure against the applicant's own",
    { left: n, compare: ">", right: m },
    [
      [{ n: 1, m: 4 }, "1", "4", "4"],
      [{ n: 1, m: 5 }, "1", "5", "5"],
      [{ n: 2, m: 5 }, "2", "5", "4"],
      [{ n: 6, m: 5 }, "6", "5", null],
      [{ n: 6, m: 4 }, "6", "4", null],
    ],
  ],
  [
    "a share",
    { numerator: n, denominator: m, at_least: "0.5" },
    [
      [{ n: 1, m: 4 }, "1/4", "0.5", "1"],
      [{ n: 1, m: 6 }, "1/6", "0.5", "2"],
      [{ n: 3, m: 6 }, "3/6", "0.5", null],
      [{ n: 2, m: 4 }, "2/4", "0.5", null],
    ],
  ],
  [
    "the size of a set",
    { left: { size_of: "held" }, compare: ">=", right: { int: 2 } },
    [
      [{ held: ["x", "y"] }, "2", "2", null],
      [{ held: ["x", "y", "z"] }, "3", "2", null],
      [{ held: [] }, "0", "2", "2"],
      [{ held: ["z"] }, "1", "2", "1"],
    ],
  ],
])("each applicant is shown its own figures, whoever was assessed before: %s", (_, document, shown) => {
  const policy = smallPolicy({ facts: types, criteria: { tried: { ...document, measured: true } } });
  for (const [facts, actual, required, gap] of [...shown, ...shown.toReversed()]) {
    const [criterion] = assessSmall(policy, facts).criteria;
    expect([facts, criterion?.actual, criterion?.required?.value, criterion?.gap]).toEqual([
      facts,
      actual,
      required,
      gap,
    ]);
  }
});
