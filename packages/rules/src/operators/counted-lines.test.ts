import { describe, expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, relevantTo, type SmallPolicy, smallPolicy } from "../../testing/small-policy.ts";
import type { TestDocument } from "../policy/tests.ts";

const types: SmallPolicy["facts"] = {
  a: "bool",
  one: "enum:good,bad,odd",
  two: "enum:good,bad,odd",
  n: "int",
  m: "int",
  day: "date",
  text: "text",
  event: { type: "date", absent: { not_happened_if_given: [] } },
};
const outcomeOf = (fact: string): TestDocument => ({
  outcome_of: fact,
  cases: { good: "met", bad: "not_met", odd: { open: "officer" } },
});

/** Two lines that an officer may have to judge and a third, with so many needed of them. */
function counting(third: TestDocument, needed: Readonly<Record<"broad" | "narrow", number>>) {
  const policy = smallPolicy({
    facts: types,
    criteria: {
      third: { test: third, line: true },
      one: { test: outcomeOf("one"), line: true },
      two: { test: outcomeOf("two"), line: true },
      count: {
        test: { criteria_met: ["third", "one", "two"], needed_by: "platform_type", needed, measured: true },
      },
    },
  });
  return (facts: Applicant) => {
    const { reason, missingFacts } = assessSmall(policy, facts).criteria[3] ?? {};
    return { reason, missing: missingFacts, asked: relevantTo(policy, facts) };
  };
}

const a: TestDocument = { fact: "a", is: true };
const odd = { one: "odd", two: "odd" };
const byOfficer = { reason: "officer", missing: [], asked: [] };
const byChoice = { reason: "unanswered", missing: ["platform_type"], asked: ["platform_type"] };

describe("the choice of how many are needed", () => {
  test("is never asked for where as many are needed either way", () => {
    const found = counting(a, { broad: 2, narrow: 2 });
    expect(found({})).toEqual({ reason: "unanswered", missing: ["a", "one", "two"], asked: ["a", "one", "two"] });
    expect(found({ a: true, one: "odd", two: "bad" })).toEqual(byOfficer);
    expect(found({ a: false, ...odd })).toEqual(byOfficer);
  });

  test("is asked for while it decides, whoever was assessed before", () => {
    const found = counting(a, { broad: 2, narrow: 1 });
    for (const _ of [1, 2]) {
      expect(found({ a: false, ...odd })).toEqual(byOfficer);
      expect(found({ a: true, ...odd })).toEqual(byChoice);
      expect(found({ a: false, one: "odd", two: "bad" })).toEqual(byChoice);
      expect(found({ a: true, one: "bad", two: "bad" })).toEqual(byChoice);
      expect(found({ a: true, one: "good", two: "odd" }).reason).toBeNull();
    }
  });

  test.each<[string, TestDocument, Applicant]>([
    ["a value", a, { a: false }],
    ["a comparison", { left: { fact: "n" }, compare: ">=", right: { int: 60 } }, { n: 59 }],
    ["a share", { numerator: { fact: "n" }, denominator: { fact: "m" }, at_least: "0.5" }, { n: 1, m: 3 }],
    ["years gone by", { elapsed_since: { fact: "day" }, years: 2, by: { date: "2026-06-10" } }, { day: "2025-01-01" }],
    ["one month", { same_month: [{ fact: "day" }, { date: "2026-06-10" }] }, { day: "2025-01-01" }],
    ["an event", { happened: "event" }, {}],
    ["a form of text", { matches: "text", format: "icp_number" }, { text: "无" }],
  ])("is not asked for on account of a line that is decided: %s", (_, third, facts) => {
    expect(counting(third, { broad: 2, narrow: 1 })({ ...facts, ...odd })).toEqual(byOfficer);
  });
});

test("a count without a unit is shown without one", () => {
  const policy = smallPolicy({
    facts: types,
    criteria: {
      a: { test: a, line: true },
      count: {
        test: {
          criteria_met: ["a"],
          needed_by: "platform_type",
          needed: { broad: 1, narrow: 1 },
          measured: true,
        },
      },
    },
  });
  const [, count] = assessSmall(policy, { a: false, platform_type: "broad" }).criteria;
  expect(count?.required).toEqual({ op: ">=", value: "1", unit: "" });
});
