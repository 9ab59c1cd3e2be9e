import { describe, expect, test } from "vitest";
import { assessSmall, smallPolicy, tried } from "../../testing/small-policy.ts";
import type { Expression } from "../policy/expressions.ts";

const types = {
  a: "int",
  b: "int",
  c: "int",
  m: "money",
  d: "date",
  e: "date",
  s: "set:x,y,z",
  kind: "enum:big,small",
};

/** Shows the value of an expression as the actual figure of a comparison that always holds or fails. */
function shown(expression: Expression, right: Expression = { int: 0 }) {
  const { on, relevant } = tried({ left: expression, compare: ">=", right, measured: true }, types);
  return {
    value: (...given: Parameters<typeof on>) => on(...given).actual,
    asks: (...given: Parameters<typeof relevant>) => relevant(...given),
  };
}

describe("expressions over exact values and spans", () => {
  test.each<[string, Expression, string, string]>([
    ["sum", { sum: [{ fact: "a" }, { fact: "b" }, { int: 5 }] }, "22", "17～28"],
    ["sum of one", { sum: [{ fact: "a" }] }, "10", "8～12"],
    ["difference", { difference: [{ fact: "a" }, { fact: "b" }] }, "3", "-3～8"],
    ["latest", { latest: [{ fact: "a" }, { fact: "b" }] }, "10", "8～12"],
    ["latest of the other", { latest: [{ fact: "b" }, { fact: "a" }] }, "10", "8～12"],
    ["smaller", { smaller: [{ fact: "a" }, { fact: "b" }] }, "7", "4～11"],
    ["between", { between: [{ fact: "b" }, { fact: "a" }] }, "7～10", "4～12"],
    ["constant", { int: 7 }, "7", "7"],
  ])("%s", (_, expression, exact, span) => {
    const { value } = shown(expression);
    expect(value({ a: 10, b: 7 })).toBe(exact);
    expect(value({ a: { min: 8, max: 12 }, b: { min: 4, max: 11 } })).toBe(span);
  });

  test.each<[string, Expression]>([
    ["sum", { sum: [{ fact: "a" }, { fact: "b" }] }],
    ["difference", { difference: [{ fact: "a" }, { fact: "b" }] }],
    ["latest", { latest: [{ fact: "a" }, { fact: "b" }] }],
    ["smaller", { smaller: [{ fact: "a" }, { fact: "b" }] }],
  ])("%s of something unknown is unknown and asks for it", (_, expression) => {
    const { value, asks } = shown(expression, { int: 9_000_000 });
    expect(value({ a: 10 })).toBeNull();
    expect(value({ b: 10 })).toBeNull();
    expect(asks({ a: 10 })).toEqual(["b"]);
    expect(asks({ b: 10 })).toEqual(["a"]);
    expect(asks({})).toEqual(["a", "b"]);
  });

  test("between two ends one end may decide alone, and what does not decide is asked for", () => {
    const span = tried({ left: { between: [{ fact: "b" }, { fact: "a" }] }, compare: ">=", right: { int: 10 } }, types);
    expect([span.status({ b: 10 }), span.status({ b: 9 })]).toEqual(["met", "undetermined"]);
    expect([span.status({ a: 9 }), span.status({ a: 10 })]).toEqual(["not_met", "undetermined"]);
    expect(span.relevant({ b: 9 })).toEqual(["a"]);
    expect(span.relevant({ a: 10 })).toEqual(["b"]);
  });

  test("money and decimals are read exactly", () => {
    expect(shown({ sum: [{ fact: "m" }, { money: "0.05" }] }, { money: "0" }).value({ m: "1.10" })).toBe("1.15");
    expect(shown({ number: "12.3456" }, { number: "0" }).value({})).toBe("12.3456");
  });
});

describe("expressions over days", () => {
  const start = { date: "1950-01-01" };

  test.each<[string, Expression, string]>([
    ["years after", { after: { fact: "d" }, years: 2 }, "2026-02-28"],
    ["days after", { after: { fact: "d" }, days: 1 }, "2024-03-01"],
    ["years and days after", { after: { fact: "d" }, years: 3, days: 1 }, "2027-03-01"],
    ["nothing after", { after: { fact: "d" } }, "2024-02-29"],
    ["the later of two", { latest: [{ fact: "d" }, { date: "2023-01-01" }] }, "2024-02-29"],
    ["a day of the policy", { date: "2023-01-01" }, "2023-01-01"],
    ["today", { context: "as_of" }, "2026-06-10"],
    ["the first day of a year", { first_day_of_year: { year_of: { fact: "d" } } }, "2024-01-01"],
    ["the first day of the round", { first_day_of_year: { context: "round_year" } }, "2026-01-01"],
    [
      "two years before the round",
      { first_day_of_year: { difference: [{ context: "base_year" }, { int: 1 }] } },
      "2024-01-01",
    ],
  ])("%s", (_, expression, day) => {
    expect(shown(expression, start).value({ d: "2024-02-29" })).toBe(day);
  });

  test("a span of days goes through", () => {
    const d = { min: "2024-02-29", max: "2025-06-01" };
    expect(shown({ after: { fact: "d" }, years: 1 }, start).value({ d })).toBe("2025-02-28～2026-06-01");
    expect(shown({ first_day_of_year: { year_of: { fact: "d" } } }, start).value({ d })).toBe("2024-01-01～2025-01-01");
  });

  test("years are figures", () => {
    expect(shown({ year_of: { fact: "d" } }).value({ d: "2024-02-29" })).toBe("2024");
    expect(shown({ year_of: { fact: "d" } }).value({ d: { min: "2024-02-29", max: "2025-06-01" } })).toBe("2024～2025");
    expect(shown({ year_of: { fact: "d" } }).value({ d: "2025-12-31" })).toBe("2025");
  });

  test.each<[string, Expression, Expression]>([
    ["after", { after: { fact: "d" }, years: 1 }, { date: "2100-12-31" }],
    ["year", { year_of: { fact: "d" } }, { int: 9_999 }],
    ["first day", { first_day_of_year: { year_of: { fact: "d" } } }, { date: "2100-12-31" }],
  ])("%s of an unknown day is unknown and asks for it", (_, expression, right) => {
    const { value, asks } = shown(expression, right);
    expect(value({})).toBeNull();
    expect(asks({})).toEqual(["d"]);
    expect(value({ d: { min: "2024-01-01", approximate: true } })).toBeNull();
  });

  test("a span without an end has no calendar date and decides by the end it has", () => {
    const after = tried(
      { left: { after: { fact: "d" }, years: 1 }, compare: ">=", right: { date: "2026-01-01" } },
      types,
    );
    expect(after.status({ d: { min: "2025-01-01" } })).toBe("met");
    expect(after.status({ d: { max: "2024-12-31" } })).toBe("not_met");
    expect(after.status({ d: { min: "2024-12-31" } })).toBe("undetermined");
    const year = tried({ left: { year_of: { fact: "d" } }, compare: ">=", right: { int: 2026 } }, types);
    expect(year.status({ d: { min: "2026-01-01" } })).toBe("met");
    expect(year.status({ d: { max: "2025-12-31" } })).toBe("not_met");
    expect(year.status({ d: { max: "2026-01-01" } })).toBe("undetermined");
  });
});

describe("the round", () => {
  const year = (name: "round_year" | "base_year") => shown({ context: name });

  test("its year follows the submission date, which follows today, unless a year is stated", () => {
    expect(year("round_year").value({})).toBe("2026");
    expect(year("base_year").value({})).toBe("2025");
    expect(year("base_year").value({}, { asOf: "2027-01-01" })).toBe("2026");
    expect(year("base_year").value({ submission_date: "2027-03-01" })).toBe("2026");
    expect(year("round_year").value({ submission_date: "2027-03-01", application_round_year: 2026 })).toBe("2026");
    expect(year("base_year").value({ application_round_year: 2030 })).toBe("2029");
  });

  test("its year is a span while the submission date is, and then asks for it", () => {
    const late = shown({ context: "base_year" }, { int: 2026 });
    const submission_date = { min: "2026-09-01", max: "2027-02-01" };
    expect(late.value({ submission_date })).toBe("2025～2026");
    expect(late.asks({ submission_date })).toEqual(["submission_date"]);
    expect(late.asks({ submission_date, application_round_year: 2027 })).toEqual([]);
    expect(late.value({}, { unknown: ["submission_date"] })).toBeNull();
    expect(late.asks({}, { unknown: ["submission_date"] })).toEqual(["submission_date"]);
  });

  test("a year declared unknown follows the submission date as one left out does", () => {
    expect(year("round_year").value({}, { unknown: ["application_round_year"] })).toBe("2026");
  });

  test("its deadline is known once it is announced", () => {
    const deadline = shown({ context: "round_deadline" }, { date: "2026-01-01" });
    expect(deadline.value({})).toBeNull();
    expect(deadline.value({}, { round: { year: 2026, submissionDeadline: "2026-09-25" } })).toBe("2026-09-25");
    expect(deadline.value({}, { round: { year: 2026, submissionDeadline: "some day" } })).toBeNull();
    expect(deadline.asks({})).toEqual([]);
  });
});

describe("facts left out", () => {
  test("stand for what the policy says, but not when declared unknown", () => {
    const facts = {
      start: { type: "date", absent: { value: { fact: "registered" } } },
      registered: "date",
    };
    const { on, relevant } = tried(
      { left: { fact: "start" }, compare: "<=", right: { date: "2024-06-10" }, measured: true },
      facts,
    );
    expect(on({ registered: "2024-01-01" })).toMatchObject({ status: "met", actual: "2024-01-01" });
    expect(on({ registered: "2024-01-01", start: "2025-01-01" })).toMatchObject({
      status: "not_met",
      actual: "2025-01-01",
    });
    expect(on({ registered: "2024-01-01" }, { unknown: ["start"] })).toMatchObject({
      status: "undetermined",
      actual: null,
    });
    expect(relevant({ registered: "2024-01-01" }, { unknown: ["start"] })).toEqual(["start"]);
    expect(relevant({})).toEqual(["registered"]);
    expect(relevant({ registered: { min: "2024-01-01", max: "2025-01-01" } })).toEqual(["registered"]);
    expect(relevant({}, { unknown: ["start", "registered"] })).toEqual(["start"]);
  });

  test("keep the bounds that hold anyway", () => {
    const facts = {
      p: "int",
      q: "int",
      both: { type: "int", unknown_between: { between: [{ int: 0 }, { smaller: [{ fact: "p" }, { fact: "q" }] }] } },
    };
    const { on, relevant } = tried({ left: { fact: "both" }, compare: "<", right: { int: 10 }, measured: true }, facts);
    expect(on({ p: 9, q: 50 })).toMatchObject({ status: "met", actual: "0～9" });
    expect(on({ p: 10, q: 50 })).toMatchObject({ status: "undetermined", actual: "0～10" });
    expect(on({ p: 0, q: 5 })).toMatchObject({ status: "met", actual: "0" });
    expect(on({ p: 10, q: 50 }, { unknown: ["both"] })).toMatchObject({ status: "undetermined", actual: "0～10" });
    expect(on({ p: 90, q: 50, both: 3 })).toMatchObject({ status: "met", actual: "3" });
    expect(relevant({ p: 10, q: 50 })).toEqual(["both"]);
    expect(relevant({ p: 10 })).toEqual(["q", "both"]);
    expect(relevant({})).toEqual(["p", "q", "both"]);
  });
});

describe("choices", () => {
  test("the size of a set is counted, also of one left out with a meaning", () => {
    expect(shown({ size_of: "s" }).value({ s: [] })).toBe("0");
    expect(shown({ size_of: "s" }).value({ s: ["z"] })).toBe("1");
    expect(shown({ size_of: "s" }).value({ s: ["x", "z"] })).toBe("2");
    expect(shown({ size_of: "s" }).value({ s: ["x", "y", "z"] })).toBe("3");
    expect(shown({ size_of: "s" }).value({})).toBeNull();
    expect(shown({ size_of: "s" }, { int: 1 }).asks({})).toEqual(["s"]);
    expect(shown({ size_of: "s" }, { int: 1 }).asks({ s: [] })).toEqual([]);
    const meant = tried(
      { left: { size_of: "s" }, compare: ">=", right: { int: 1 }, measured: true },
      { s: { type: "set:x,y,z", absent: { is: ["x", "y"] } } },
    );
    expect(meant.on({}).actual).toBe("2");
    expect(meant.on({}, { unknown: ["s"] }).actual).toBeNull();
    expect(meant.relevant({}, { unknown: ["s"] })).toEqual(["s"]);
  });

  test("a number may depend on a choice", () => {
    const byKind: Expression = { by_choice: "kind", cases: { big: { fact: "a" }, small: { int: 3 } } };
    const { on, relevant } = tried({ left: { fact: "b" }, compare: ">=", right: byKind, measured: true }, types);
    expect(on({ b: 5, kind: "small" })).toMatchObject({ status: "met", required: { value: "3" } });
    expect(on({ b: 5, kind: "big", a: 6 })).toMatchObject({ status: "not_met", required: { value: "6" }, gap: "1" });
    expect(on({ b: 5 })).toMatchObject({ status: "undetermined", required: null });
    expect(relevant({ b: 5 })).toEqual(["a", "kind"]);
    expect(relevant({ b: 5, kind: "big" })).toEqual(["a"]);
    expect(relevant({ b: 5, kind: "small" })).toEqual([]);
  });

  test("a choice without a case leaves the number unknown", () => {
    const { on, relevant } = tried(
      {
        left: { fact: "b" },
        compare: ">=",
        right: { by_choice: "kind", cases: { small: { int: 3 } } },
        measured: true,
      },
      types,
    );
    expect(on({ b: 5, kind: "small" }).status).toBe("met");
    expect(on({ b: 5, kind: "big" })).toMatchObject({ status: "undetermined", required: null });
    expect(relevant({ b: 5, kind: "big" })).toEqual([]);
    const none = { left: { fact: "b" }, compare: ">=", right: { by_choice: "kind", cases: {} } } as const;
    expect(() => smallPolicy({ facts: types, criteria: { c: none } })).toThrow(/by_choice without cases/);
  });
});

test("a choice used as a quantity is refused when the policy is compiled", () => {
  const test = { left: { fact: "kind" }, compare: ">=", right: { int: 1 } } as const;
  expect(() => smallPolicy({ facts: types, criteria: { c: test } })).toThrow(/no quantity/);
});

test("every use of a fact counts when answers contradict each other", () => {
  const uses: Record<string, Expression> = {
    sum: { sum: [{ int: 1 }, { fact: "a" }] },
    left: { difference: [{ fact: "a" }, { int: 1 }] },
    right: { difference: [{ int: 1 }, { fact: "a" }] },
    latest: { latest: [{ int: 1 }, { fact: "a" }] },
    low: { between: [{ fact: "a" }, { int: 9 }] },
    high: { between: [{ int: 0 }, { fact: "a" }] },
    case: { by_choice: "kind", cases: { big: { int: 1 }, small: { fact: "a" } } },
    choice: { by_choice: "kind", cases: { big: { int: 1 } } },
  };
  for (const [name, expression] of Object.entries(uses)) {
    const policy = smallPolicy({
      facts: types,
      criteria: { c: { left: expression, compare: ">=", right: { int: 0 } } },
      contradictions: [
        {
          code: "odd",
          facts: [name === "choice" ? "kind" : "a"],
          when: { left: { fact: "b" }, compare: ">", right: { int: 5 } },
        },
      ],
    });
    const judged = (b: number) => assessSmall(policy, { a: 5, b, kind: "big" }).criteria[0]?.reason;
    expect([name, judged(5)]).not.toEqual([name, "contradictory"]);
    expect([name, judged(6)]).toEqual([name, "contradictory"]);
  }
});
