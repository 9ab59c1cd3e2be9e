import { describe, expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, smallPolicy, tried } from "../../testing/small-policy.ts";
import type { Expression } from "../policy/expressions.ts";
import type { TestDocument } from "../policy/tests.ts";

const types = { kind: "enum:own,fixed", n: "int", m: "int", day: "date", held: "set:x,y,z" };
const [n, m, day] = [{ fact: "n" }, { fact: "m" }, { fact: "day" }];
/** The applicant's own figure or one that the policy fixes: no slot holds it. */
const number: Expression = { by_choice: "kind", cases: { own: n, fixed: { int: 8 } } };
const since: Expression = { by_choice: "kind", cases: { own: day, fixed: { date: "2024-06-11" } } };
const exactly = (left: Expression, int: number): TestDocument => ({ left, compare: "=", right: { int } });

describe("a figure that a choice decides", () => {
  test.each<[string, TestDocument, Applicant]>([
    ["in a sum", exactly({ sum: [number, m] }, 11), { m: 3 }],
    ["last in a sum", exactly({ sum: [m, number] }, 11), { m: 3 }],
    ["in a difference", exactly({ difference: [number, m] }, 5), { m: 3 }],
    ["last in a difference", exactly({ difference: [m, number] }, -5), { m: 3 }],
    ["as the greater", exactly({ latest: [m, number] }, 8), { m: 3 }],
    ["beside a greater", exactly({ latest: [number, m] }, 9), { m: 9 }],
    ["as the smaller", exactly({ smaller: [number, m] }, 8), { m: 9 }],
    ["beside a smaller", exactly({ smaller: [m, number] }, 3), { m: 3 }],
    ["at the low end", { left: { between: [number, m] }, compare: ">=", right: { int: 8 } }, { m: 20 }],
    ["at the high end", { left: { between: [m, number] }, compare: "<=", right: { int: 8 } }, { m: 1 }],
    ["as a day years on", { left: { after: since, years: 2 }, compare: "=", right: { date: "2026-06-11" } }, {}],
    ["as a day later", { left: { after: since, days: 19 }, compare: "=", right: { date: "2024-06-30" } }, {}],
  ])("stands %s", (_, document, facts) => {
    const { status } = tried(document, types);
    expect(status({ ...facts, kind: "fixed" })).toBe("met");
    expect(status({ ...facts, kind: "own" })).toBe("undetermined");
    expect(status({ ...facts, kind: "own", n: 8, day: "2024-06-11" })).toBe("met");
    expect(status(facts)).toBe("undetermined");
  });

  test.each<[string, Expression, low: number, high: number]>([
    ["a sum", { sum: [number, m] }, 13, 25],
    ["a difference", { difference: [number, m] }, -2, 10],
    ["the greater", { latest: [number, m] }, 8, 15],
    ["the smaller", { smaller: [number, m] }, 5, 10],
  ])("of which a span is known gives %s from end to end", (_, left, low, high) => {
    const facts = { kind: "own", n: { min: 8, max: 15 }, m: { min: 5, max: 10 } };
    const status = (compare: ">=" | "<=", int: number) => tried({ left, compare, right: { int } }, types).status(facts);
    expect([status(">=", low), status(">=", low + 1)]).toEqual(["met", "undetermined"]);
    expect([status("<=", high), status("<=", high - 1)]).toEqual(["met", "undetermined"]);
  });
});

test("what one fact is turned into is not mistaken for what it is turned into elsewhere", () => {
  const later = (years: number, days: number) => ({ after: day, years, days });
  const is = (left: Expression, date: string): TestDocument => ({ left, compare: "=", right: { date } });
  const policy = smallPolicy({
    facts: types,
    criteria: {
      year: is(later(1, 0), "2025-06-10"),
      years: is(later(2, 0), "2026-06-10"),
      next: is(later(1, 1), "2025-06-11"),
      days: is(later(0, 1), "2024-06-11"),
      itself: { left: { year_of: day }, compare: "=", right: { year_of: { date: "2024-01-01" } } },
      first: is({ first_day_of_year: { year_of: day } }, "2024-01-01"),
      following: is({ after: { first_day_of_year: { year_of: day } }, days: 1 }, "2024-01-02"),
      sum: exactly({ sum: [n, m] }, 5),
      difference: exactly({ difference: [n, m] }, 1),
      reverse: exactly({ difference: [m, n] }, -1),
      greater: exactly({ latest: [n, m] }, 3),
      smaller: exactly({ smaller: [n, m] }, 2),
    },
  });
  for (const { id, status } of assessSmall(policy, { day: "2024-06-10", n: 3, m: 2 }).criteria)
    expect([id, status]).toEqual([id, "met"]);
});

test("days after a day of which one end alone is known have that end", () => {
  const { status } = tried({ left: { after: day, days: 10 }, compare: ">=", right: { date: "2026-06-11" } }, types);
  expect(status({ day: { min: "2026-06-01" } })).toBe("met");
  expect(status({ day: { min: "2026-05-31" } })).toBe("undetermined");
  expect(status({ day: { max: "2026-05-31" } })).toBe("not_met");
});

test("of a sum the part that is known is not asked for", () => {
  const { relevant } = tried({ left: { sum: [{ size_of: "held" }, n] }, compare: ">=", right: { int: 3 } }, types);
  expect(relevant({ held: ["x"] })).toEqual(["n"]);
  expect(relevant({ n: 1 })).toEqual(["held"]);
  expect(relevant({})).toEqual(["n", "held"]);
});

test("what bounds a fact while it is unknown is not asked for once a span of it is known", () => {
  const bounded = { type: "int", unknown_between: { between: [{ int: 0 }, n] } };
  const { relevant } = tried({ left: { fact: "bounded" }, compare: ">=", right: { int: 5 } }, { ...types, bounded });
  expect(relevant({ bounded: { min: 1, max: 9 } })).toEqual(["bounded"]);
  expect(relevant({})).toEqual(["n", "bounded"]);
  expect(relevant({ n: 4 })).toEqual([]);
});

test("a share is asked for anew exactly while it decides nothing, and not where its whole is nothing", () => {
  const { relevant, status } = tried({ numerator: n, denominator: m, at_least: "0.5" }, types);
  for (const [min, max, wanted] of [
    [1, 2, "met"],
    [0, 1, "undetermined"],
    [0, 0, "not_met"],
  ] as const) {
    const facts = { n: { min, max }, m: 2 };
    expect([status(facts), relevant(facts)]).toEqual([wanted, wanted === "undetermined" ? ["n"] : []]);
  }
  expect(relevant({ n: 1, m: 0 })).toEqual([]);
});
