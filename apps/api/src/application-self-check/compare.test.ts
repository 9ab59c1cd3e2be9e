import { compilePolicy } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import { expect, test } from "vitest";
import { policyId } from "../../testing/app.ts";
import { differingAnswers, type SelfCheckAnswer } from "./compare.ts";

const document = shippedPolicies.find(({ id }) => id === policyId);
if (document === undefined) throw new Error(`No shipped policy ${policyId}`);
const policy = compilePolicy(document);

const answer = (fact: string, value: unknown, known = true): SelfCheckAnswer => {
  return { fact, value, known, question: "", label: fact, text: "" };
};
const differs = (fact: string, said: unknown, written: unknown, known = true) =>
  differingAnswers(policy, [answer(fact, said, known)], { [fact]: written }).length > 0;

test.each([
  ["the same number", "smes_served_prev_year", 96, 96, false],
  ["another number", "smes_served_prev_year", 96, 95, true],
  ["the same amount, spelled otherwise", "total_assets_prev_year_end_yuan", "3200000", "3200000.00", false],
  ["one 分 more", "total_assets_prev_year_end_yuan", "3200000", "3200000.01", true],
  ["a span with the figure in it", "smes_served_prev_year", { min: 60, max: 99 }, 96, false],
  ["a span that ends at the figure", "smes_served_prev_year", { min: 96, max: null }, 96, false],
  ["a span without the figure", "smes_served_prev_year", { min: 60, max: 69 }, 96, true],
  ["about so many", "smes_served_prev_year", { min: 60, max: 69, approximate: true }, 96, false],
  ["a yes for a no", "is_independent_legal_person", true, false, true],
  ["the same choices in another order", "claimed_functions", ["tech", "info"], ["info", "tech"], false],
  ["one choice less", "claimed_functions", ["info"], ["info", "tech"], true],
  ["none, said by leaving it out, and some", "individual_businesses_in_served", null, 5, true],
  ["none, said by leaving it out, and none", "individual_businesses_in_served", null, 0, false],
])("%s", (_, fact, said, written, expected) => {
  expect(differs(fact, said, written)).toBe(expected);
});

test("不清楚 differs from nothing, nor does what the form does not say", () => {
  expect(differs("smes_served_prev_year", null, 96, false)).toBe(false);
  expect(differingAnswers(policy, [answer("smes_served_prev_year", 96)], {})).toEqual([]);
});

test("an answer that this version of the policy does not know or does not take is left out", () => {
  const answers = [answer("fact_of_another_version", 1), answer("smes_served_prev_year", "many")];
  expect(differingAnswers(policy, answers, { smes_served_prev_year: 96, fact_of_another_version: 2 })).toEqual([]);
});
