import { expect, test } from "vitest";
import { factsOf, smallPolicy } from "../../testing/small-policy.ts";
import { assess } from "./assess.ts";

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
  const first = criterionOn("2026-06-10", { a: true });
  expect(criterionOn("2026-06-10", { a: true })).toBe(first);
  expect([first, first.missingFacts, first.parts].every(Object.isFrozen)).toBe(true);
  expect(criterionOn("2026-06-10", { b: true })).not.toBe(first);
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
