import { describe, expect, test } from "vitest";
import { smallPolicy, tried } from "../../testing/small-policy.ts";
import type { Comparator } from "../policy/tests.ts";

const against = (compare: Comparator, right: number) =>
  tried({ left: { fact: "n" }, compare, right: { int: right }, unit: "家", measured: true }, { n: "int" });

describe("a comparison with a number", () => {
  test.each<[Comparator, string, string, string]>([
    [">=", "not_met", "met", "met"],
    [">", "not_met", "not_met", "met"],
    ["<=", "met", "met", "not_met"],
    ["<", "met", "not_met", "not_met"],
    ["=", "not_met", "met", "not_met"],
    ["!=", "met", "not_met", "met"],
  ])("n %s 60 below, at and above", (compare, below, at, above) => {
    const { status } = against(compare, 60);
    expect([59, 60, 61].map((n) => status({ n }))).toEqual([below, at, above]);
  });

  test.each<[Comparator, Record<string, string>]>([
    // Spans: wholly below, up to the number, across it, from the number on, wholly above.
    [">=", { "50-59": "not_met", "50-60": "undetermined", "50-70": "undetermined", "60-70": "met", "61-70": "met" }],
    [">", { "50-59": "not_met", "50-60": "not_met", "50-70": "undetermined", "60-70": "undetermined", "61-70": "met" }],
    ["<=", { "50-59": "met", "50-60": "met", "50-70": "undetermined", "60-70": "undetermined", "61-70": "not_met" }],
    ["<", { "50-59": "met", "50-60": "undetermined", "50-70": "undetermined", "60-70": "not_met", "61-70": "not_met" }],
    ["=", { "50-59": "not_met", "50-60": "undetermined", "60-60": "met", "60-70": "undetermined", "61-70": "not_met" }],
    ["!=", { "50-59": "met", "50-60": "undetermined", "60-60": "not_met", "60-70": "undetermined", "61-70": "met" }],
  ])("n %s 60 decides a span only where both ends agree", (compare, spans) => {
    const { status } = against(compare, 60);
    for (const [span, wanted] of Object.entries(spans)) {
      const [min, max] = span.split("-").map(Number);
      expect(status({ n: { min, max } }), span).toBe(wanted);
    }
  });

  test("a span open at one end decides from the other", () => {
    const { status } = against(">=", 60);
    expect(status({ n: { min: 60 } })).toBe("met");
    expect(status({ n: { min: 59 } })).toBe("undetermined");
    expect(status({ n: { max: 59 } })).toBe("not_met");
    expect(status({ n: { max: 60 } })).toBe("undetermined");
  });

  test("an approximate value never decides, however far away", () => {
    for (const compare of [">=", ">", "<=", "<", "=", "!="] as const) {
      expect(against(compare, 60).status({ n: { min: 5_000, max: 6_000, approximate: true } })).toBe("undetermined");
    }
  });

  test("while it is open it asks for the fact, once decided for nothing", () => {
    const { on, relevant } = against(">=", 60);
    expect(on({})).toMatchObject({ status: "undetermined", reason: "unanswered", missingFacts: ["n"] });
    expect(relevant({})).toEqual(["n"]);
    expect(on({ n: { min: 50, max: 70 } }).missingFacts).toEqual(["n"]);
    expect(relevant({ n: { min: 50, max: 70 } })).toEqual(["n"]);
    expect(on({ n: 60 }).missingFacts).toEqual([]);
    expect(relevant({ n: 60 })).toEqual([]);
    expect(relevant({ n: { min: 60 } })).toEqual([]);
  });

  test("it shows what is, what is required and what is missing", () => {
    const { on } = against(">=", 60);
    expect(on({ n: 52 })).toMatchObject({ actual: "52", required: { op: ">=", value: "60", unit: "家" }, gap: "8" });
    expect(on({ n: 60 })).toMatchObject({ actual: "60", gap: null });
    expect(on({ n: 61 })).toMatchObject({ actual: "61", gap: null });
    expect(on({})).toMatchObject({ actual: null, required: { op: ">=", value: "60", unit: "家" }, gap: null });
    expect(on({ n: { min: 50, max: 55 } })).toMatchObject({ actual: "50～55", gap: "5" });
    expect(on({ n: { min: 61 } })).toMatchObject({ actual: "≥61", gap: null });
    expect(on({ n: { max: 58 } })).toMatchObject({ actual: "≤58", gap: "2" });
    expect(on({ n: { min: 50, max: 70 } })).toMatchObject({ actual: "50～70", gap: null });
    expect(on({ n: { min: 50, max: 55, approximate: true } })).toMatchObject({ actual: null, gap: null });
  });

  test("more than asks for one more; other comparisons have no gap", () => {
    expect(against(">", 60).on({ n: 60 })).toMatchObject({ gap: "1", required: { op: ">", value: "60" } });
    expect(against("<", 60).on({ n: 70 })).toMatchObject({ gap: null, required: { op: "<", value: "60" } });
    expect(against("<=", 60).on({ n: 70 }).gap).toBeNull();
    expect(against("=", 60).on({ n: 50 }).gap).toBeNull();
    expect(against("!=", 60).on({ n: 60 }).gap).toBeNull();
  });

  test("a unit left out is empty", () => {
    const { on } = tried({ left: { fact: "n" }, compare: ">=", right: { int: 1 }, measured: true }, { n: "int" });
    expect(on({ n: 1 }).required).toEqual({ op: ">=", value: "1", unit: "" });
  });
});

describe("a comparison of two facts", () => {
  const grows = tried(
    { left: { fact: "now" }, compare: ">", right: { fact: "before" }, measured: true },
    { now: "int", before: "int" },
  );

  test("decides by both and shows both", () => {
    expect(grows.status({ now: 5, before: 4 })).toBe("met");
    expect(grows.status({ now: 4, before: 4 })).toBe("not_met");
    expect(grows.on({ now: 1, before: 4 })).toMatchObject({ actual: "1", required: { value: "4" }, gap: "4" });
    expect(grows.status({ now: { min: 5, max: 9 }, before: { min: 1, max: 4 } })).toBe("met");
    expect(grows.status({ now: { min: 4, max: 9 }, before: { min: 1, max: 4 } })).toBe("undetermined");
    expect(grows.on({ now: { min: 1, max: 2 }, before: { min: 2, max: 9 } })).toMatchObject({
      status: "not_met",
      gap: "1",
    });
  });

  test("asks for the one that is not exactly known", () => {
    expect(grows.relevant({})).toEqual(["now", "before"]);
    expect(grows.relevant({ now: 5 })).toEqual(["before"]);
    expect(grows.relevant({ before: 5 })).toEqual(["now"]);
    expect(grows.relevant({ before: 5, now: { min: 1, max: 9 } })).toEqual(["now"]);
  });

  test("equal spans are not known to be equal", () => {
    const same = tried({ left: { fact: "a" }, compare: "=", right: { fact: "b" } }, { a: "int", b: "int" });
    expect(same.status({ a: { min: 1, max: 2 }, b: { min: 1, max: 2 } })).toBe("undetermined");
    expect(same.status({ a: 1, b: { min: 1, max: 2 } })).toBe("undetermined");
    expect(same.status({ a: { min: 1, max: 2 }, b: 1 })).toBe("undetermined");
    expect(same.status({ a: 1, b: 1 })).toBe("met");
    expect(same.status({ a: { min: 3, max: 4 }, b: { min: 1, max: 2 } })).toBe("not_met");
    expect(same.status({ a: { min: 1, max: 2 }, b: { min: 3, max: 4 } })).toBe("not_met");
  });
});

describe("kinds", () => {
  test("money and decimals are shown exactly", () => {
    const money = tried(
      { left: { fact: "m" }, compare: ">=", right: { money: "1500000" }, unit: "元", measured: true },
      { m: "money" },
    );
    expect(money.on({ m: "1499999.99" })).toMatchObject({
      status: "not_met",
      actual: "1499999.99",
      required: { op: ">=", value: "1500000", unit: "元" },
      gap: "0.01",
    });
    const area = tried(
      { left: { fact: "a" }, compare: ">", right: { number: "0.5" }, measured: true },
      { a: "number" },
    );
    expect(area.on({ a: 0.5 })).toMatchObject({ status: "not_met", actual: "0.5", gap: "0.0001" });
  });

  test("dates are shown as dates and have no gap", () => {
    const until = tried(
      { left: { fact: "end" }, compare: ">=", right: { date: "2026-06-10" }, measured: true },
      { end: "date" },
    );
    expect(until.on({ end: "2026-06-09" })).toMatchObject({
      status: "not_met",
      actual: "2026-06-09",
      required: { value: "2026-06-10" },
      gap: null,
    });
    expect(until.on({ end: { min: "2026-06-10", max: "2026-07-01" } })).toMatchObject({
      status: "met",
      actual: "2026-06-10～2026-07-01",
    });
    expect(until.on({ end: { min: "2026-06-10" } })).toMatchObject({ status: "met", actual: "≥2026-06-10" });
    expect(until.on({ end: { max: "2026-06-09" } })).toMatchObject({ status: "not_met", actual: "≤2026-06-09" });
  });

  test("what cannot be compared is refused when the policy is compiled", () => {
    const test = { left: { fact: "m" }, compare: ">=", right: { int: 5 } } as const;
    expect(() => smallPolicy({ facts: { m: "money" }, criteria: { c: test } })).toThrow(
      /cannot compare money with int/,
    );
  });
});

test("a figure that is open towards both ends is shown as none", () => {
  const { on } = tried(
    {
      left: { difference: [{ fact: "held" }, { fact: "owed" }] },
      compare: ">=",
      right: { int: 1 },
      measured: true,
    },
    { held: "int", owed: "int" },
  );
  expect(on({ held: { min: 3 }, owed: { min: 3 } }).actual).toBeNull();
});
