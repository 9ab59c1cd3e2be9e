import fc from "fast-check";
import { expect, test } from "vitest";
import { completeApplicant } from "../../testing/applicants.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { factsOf, smallPolicy } from "../../testing/small-policy.ts";
import type { Facts } from "../facts/facts.ts";
import type { Policy } from "../policy/policy.ts";
import { assess } from "./assess.ts";
import { findContradictions } from "./criteria.ts";
import { judge, judgeCase } from "./judge.ts";

const context = { asOf: "2026-06-10" };

/** What the rows say, and what the criteria say one by one. */
function bothWays(policy: Policy, facts: Facts) {
  const opened = judgeCase(policy, facts, context);
  const planned = { contradictions: opened.contradictions, statuses: [...opened.statuses] };
  opened.contradictions = findContradictions(policy.contradictions, opened);
  for (const criterion of policy.criteria) opened.statuses[criterion.index] = criterion.status(opened);
  return { planned, single: { contradictions: opened.contradictions, statuses: [...opened.statuses] } };
}

test("criteria judged all at once have the statuses that they have one by one", () => {
  const partial = completeApplicant().chain((applicant) =>
    fc.subarray(Object.keys(applicant)).map((kept) => Object.fromEntries(kept.map((id) => [id, applicant[id]]))),
  );
  fc.assert(
    fc.property(partial, (applicant) => {
      const { planned, single } = bothWays(zhengzhouPolicy, factsOf(zhengzhouPolicy, applicant));
      expect(planned).toEqual(single);
    }),
    { seed: 20_260_610, numRuns: 200 },
  );
});

/** So many yes and no stand in more ways than rows are numbered (3¹⁰). */
const letters = [..."abcdefghij"];
const yesNo = Object.fromEntries(letters.map((letter) => [letter, "bool"]));
const isTrue = (fact: string) => ({ fact, is: true });

test("a junction that stands in more ways than rows are numbered is judged like a short one", () => {
  const policy = smallPolicy({
    facts: yesNo,
    criteria: { all: { all: letters.map(isTrue) }, any: { any: letters.map(isTrue) } },
  });
  const statusesOf = (facts: Record<string, boolean>) => judge(policy, factsOf(policy, facts), context).statuses;
  const every = (value: boolean) => Object.fromEntries(letters.map((letter) => [letter, value]));
  expect(statusesOf(every(true))).toEqual(["met", "met"]);
  expect(statusesOf(every(false))).toEqual(["not_met", "not_met"]);
  for (const letter of letters) {
    expect(statusesOf({ ...every(true), [letter]: false })).toEqual(["not_met", "met"]);
    expect(statusesOf({ ...every(false), [letter]: true })).toEqual(["not_met", "met"]);
    const { [letter]: _, ...others } = every(true);
    expect(statusesOf(others)).toEqual(["undetermined", "met"]);
  }
});

test("a contradiction that stands in more ways than rows are numbered keeps its criteria open", () => {
  const policy = smallPolicy({
    facts: yesNo,
    criteria: { first: isTrue("a") },
    contradictions: [{ code: "all_of_them", facts: ["a"], when: { all: letters.map(isTrue) } }],
  });
  const every = Object.fromEntries(letters.map((letter) => [letter, true]));
  const firstOf = (facts: Record<string, boolean>) => assess(policy, factsOf(policy, facts), context).criteria[0];
  expect(firstOf(every)).toMatchObject({ status: "undetermined", reason: "contradictory" });
  expect(firstOf({ ...every, j: false })).toMatchObject({ status: "met", warnings: [] });
});

test("what a long junction lacks is told of each applicant", () => {
  const policy = smallPolicy({ facts: yesNo, criteria: { all: { all: letters.map(isTrue) } } });
  const missing = (facts: Record<string, boolean>) =>
    assess(policy, factsOf(policy, facts), context).criteria[0]?.missingFacts;
  expect(missing({ a: true })).toEqual(letters.slice(1));
  expect(missing({ b: true })).toEqual(letters.filter((letter) => letter !== "b"));
  expect(missing({ b: false })).toEqual([]);
});

test("an assessment stays as it is when other applicants are judged on other days", () => {
  const strong = factsOf(zhengzhouPolicy, { established_date: "2019-01-01", platform_type: "comprehensive" });
  const open = factsOf(zhengzhouPolicy, {}, { unknown: ["submission_date"] });
  const first = assess(zhengzhouPolicy, strong, context);
  const written = JSON.stringify(first);
  assess(zhengzhouPolicy, open, { asOf: "2030-01-31", round: { year: 2030, submissionDeadline: "2030-03-31" } });
  expect(JSON.stringify(first)).toBe(written);
  expect(JSON.stringify(assess(zhengzhouPolicy, strong, context))).toBe(written);
});
