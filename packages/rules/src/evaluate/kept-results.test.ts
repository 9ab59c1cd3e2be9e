import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Applicant, completeApplicant, contradictoryApplicant } from "../../testing/applicants.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { factsOf, smallPolicy } from "../../testing/small-policy.ts";
import { compilePolicy } from "../policy/compile.ts";
import { assess } from "./assess.ts";
import { describeCriterion } from "./describe.ts";
import { FactList } from "./fact-list.ts";
import { judgeCase } from "./judge.ts";

const texts = { remedy: "organisation", unanswered: "填{base_year}年", contradictory: "对" };
const policy = smallPolicy({
  facts: { a: "bool", b: "bool" },
  criteria: {
    both: {
      test: {
        all: [
          { fact: "a", is: true },
          { fact: "b", is: true },
        ],
      },
      advice: { ...texts, not_met: "补到{base_year}年底", not_met_year_over: "{base_year}年已过" },
    },
  },
});

function criterionOn(asOf: string, facts: Record<string, unknown>) {
  const [criterion] = assess(policy, factsOf(policy, facts), { asOf }).criteria;
  if (criterion === undefined) throw new Error("the policy has one criterion");
  return criterion;
}

test("applicants who stand alike are shown one and the same result, which nobody can change", () => {
  const first = criterionOn("2026-06-10", { a: true, b: true });
  expect(criterionOn("2026-06-10", { a: true, b: true })).toBe(first);
  expect([first, first.missingFacts, first.parts].every(Object.isFrozen)).toBe(true);
  expect(criterionOn("2026-06-10", { b: true })).not.toBe(first);
});

test("a text with a year in it is of one applicant alone, all else of those who stand alike", () => {
  const [first, second] = [criterionOn("2026-06-10", { a: true }), criterionOn("2026-06-10", { a: true })];
  expect(second).toEqual(first);
  expect(second.missingFacts).toBe(first.missingFacts);
  expect([first.missingFacts, first.parts].every(Object.isFrozen)).toBe(true);
});

test("the same answers get the texts of their own year", () => {
  const facts = { a: false, b: true };
  expect(criterionOn("2026-06-10", facts).advice).toBe("2025年已过");
  expect(criterionOn("2027-06-10", facts).advice).toBe("2026年已过");
  expect(criterionOn("2026-06-10", { ...facts, application_round_year: 2027 }).advice).toBe("补到2026年底");
  expect(criterionOn("2026-06-10", { a: true }).advice).toBe("填2025年");
  expect(criterionOn("2026-06-10", facts).advice).toBe("2025年已过");
});

test("what is missing is told of each applicant, also when the result was kept", () => {
  const missing = (facts: Record<string, unknown>) =>
    assess(policy, factsOf(policy, facts), { asOf: "2026-06-10" }).missingFacts;
  for (const _ of [1, 2]) {
    expect(missing({ a: true })).toEqual(["b"]);
    expect(missing({})).toEqual(["a", "b"]);
    expect(missing({ a: false })).toEqual([]);
  }
});

const contexts = [
  { asOf: "2026-06-10" },
  { asOf: "2026-12-31" },
  { asOf: "2027-02-28", round: { year: 2027, submissionDeadline: "2027-09-25" } },
];

/** Applicants near one another: all facts given, some left out or 不清楚, some at odds. */
const drawn = fc.sample(
  fc
    .oneof(
      completeApplicant(),
      contradictoryApplicant().map(({ facts }) => facts),
    )
    .chain((facts: Applicant) =>
      fc.record({
        facts: fc.constant(facts),
        open: fc.oneof(fc.constant<string[]>([]), fc.subarray(Object.keys(facts), { maxLength: 12 })),
        isDeclared: fc.boolean(),
        context: fc.constantFrom(...contexts),
      }),
    )
    .map(({ facts, open, isDeclared, context }) => ({
      given: Object.fromEntries(Object.entries(facts).filter(([id]) => !open.includes(id))),
      unknown: isDeclared ? open : [],
      context,
    })),
  { numRuns: 600, seed: 20_260_610 },
);

test("what is said of a criterion is what would be said to this applicant alone", () => {
  const ids = zhengzhouPolicy.document.facts.map(({ id }) => id);
  const missing = new FactList(ids, zhengzhouPolicy.askingOrder);
  for (const { given, unknown, context } of drawn) {
    const facts = factsOf(zhengzhouPolicy, given, { unknown });
    const { criteria } = assess(zhengzhouPolicy, facts, context);
    const opened = judgeCase(zhengzhouPolicy, facts, context);
    const alone = zhengzhouPolicy.criteria.map((criterion) => describeCriterion(criterion, opened, missing));
    expect(criteria).toEqual(alone);
  }
});

test("an assessment does not depend on who was assessed before", () => {
  const assessAll = (applicants: typeof drawn): string[] => {
    const policy = compilePolicy(zhengzhouPolicy.document);
    return applicants.map(({ given, unknown, context }) =>
      JSON.stringify(assess(policy, factsOf(policy, given, { unknown }), context)),
    );
  };
  expect(assessAll(drawn.toReversed()).toReversed()).toEqual(assessAll(drawn));
});

test("a figure of one applicant is not shown to another who stands alike", () => {
  const measured = smallPolicy({
    facts: { size: "int" },
    criteria: {
      large: { test: { left: { fact: "size" }, compare: ">=", right: { int: 10 }, unit: "家", measured: true } },
    },
  });
  const shown = (size: number) => {
    const [criterion] = assess(measured, factsOf(measured, { size }), { asOf: "2026-06-10" }).criteria;
    return [criterion?.actual, criterion?.gap];
  };
  expect([shown(12), shown(700), shown(3), shown(9), shown(12)]).toEqual([
    ["12", null],
    ["700", null],
    ["3", "7"],
    ["9", "1"],
    ["12", null],
  ]);
});

test("what is met with one count is one result, not to be changed, and with a span a result of its own", () => {
  const counted = smallPolicy({
    facts: { size: "int" },
    criteria: {
      large: { test: { left: { fact: "size" }, compare: ">=", right: { int: 10 }, unit: "家", measured: true } },
    },
  });
  const resultFor = (size: unknown) =>
    assess(counted, factsOf(counted, { size }), { asOf: "2026-06-10" }).criteria[0] ?? expect.fail();
  expect(resultFor(12)).toBe(resultFor(12));
  expect(Object.isFrozen(resultFor(12))).toBe(true);
  expect([12, 13, { min: 12, max: 13 }, { min: 12 }, 12].map((size) => resultFor(size).actual)).toEqual([
    "12",
    "13",
    "12～13",
    "≥12",
    "12",
  ]);
});

test("advice with a figure in it is given to each with its own", () => {
  const growth = smallPolicy({
    facts: { now: "int", before: "int" },
    criteria: {
      grown: {
        test: { left: { fact: "now" }, compare: ">", right: { fact: "before" }, unit: "家", measured: true },
        advice: { ...texts, unanswered: "已有{actual}家", not_met: "不增" },
      },
    },
  });
  const adviceFor = (now: number) =>
    assess(growth, factsOf(growth, { now }), { asOf: "2026-06-10" }).criteria[0]?.advice;
  expect([adviceFor(3), adviceFor(4), adviceFor(3)]).toEqual(["已有3家", "已有4家", "已有3家"]);
});

describe("more ways to stand than results are kept", () => {
  const ids = [..."abcdefghijklm"];
  const policy = smallPolicy({
    facts: Object.fromEntries(ids.map((id) => [id, "int"])),
    criteria: { enough: { left: { sum: ids.map((fact) => ({ fact })) }, compare: ">=", right: { int: 10 } } },
    contradictions: ids.map((fact) => ({
      code: `${fact}_is_too_much`,
      facts: [fact],
      when: { left: { fact }, compare: ">", right: { int: 100 } },
    })),
  });
  const subsets = Array.from({ length: 2 ** ids.length - 1 }, (_, bits) => ids.filter((_id, at) => bits & (1 << at)));
  const resultFor = (facts: Record<string, number>) =>
    assess(policy, factsOf(policy, facts), { asOf: "2026-06-10" }).criteria[0];

  test("each is told what is missing for it", () => {
    for (const given of subsets) {
      const facts = Object.fromEntries(given.map((id) => [id, 1]));
      expect(resultFor(facts)?.missingFacts).toEqual(ids.filter((id) => !given.includes(id)));
    }
  });

  test("each is warned of its own contradictions", () => {
    for (const excessive of subsets) {
      const facts = Object.fromEntries(ids.map((id) => [id, excessive.includes(id) ? 101 : 1]));
      const codes = resultFor(facts)?.warnings.map(({ code }) => code);
      expect(codes).toEqual(excessive.map((id) => `${id}_is_too_much`));
    }
  });
});
