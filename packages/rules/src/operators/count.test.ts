import { describe, expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, type Given, relevantTo, smallPolicy } from "../../testing/small-policy.ts";
import type { CriterionResult } from "../assessment/schema.ts";
import type { Reach } from "../evaluate/status.ts";
import type { TestDocument } from "../policy/tests.ts";
import { reachOfCount } from "./count.ts";

const open: TestDocument = {
  outcome_of: "d",
  cases: { yes: "met", no: "not_met", unclear: { open: "reading" }, hard: { open: "officer" } },
};
const count: TestDocument = {
  criteria_met: ["one", "two", "three", "four"],
  needed_by: "platform_type",
  needed: { broad: 3, narrow: 1 },
  unit: "项",
  measured: true,
};
const policy = smallPolicy({
  facts: { a: "bool", b: "bool", c: "bool", d: "enum:yes,no,unclear,hard" },
  criteria: {
    one: { test: { fact: "a", is: true }, line: true },
    two: { test: { fact: "b", is: true }, line: true },
    three: { test: { fact: "c", is: true }, line: true },
    four: { test: open, line: true },
    count,
  },
});
const counted = (facts: Applicant, given: Given = {}) =>
  assessSmall(policy, facts, given).criteria.find(({ id }) => id === "count") as CriterionResult;
const asked = (facts: Applicant) => relevantTo(policy, facts);

describe("counting what is met", () => {
  test.each([
    ["broad", { a: true, b: true, c: true, d: "yes" }, "met"],
    ["broad", { a: true, b: true, c: true, d: "no" }, "met"],
    ["broad", { a: true, b: true, c: false, d: "no" }, "not_met"],
    ["broad", { a: true, b: true, c: false, d: "unclear" }, "undetermined"],
    ["broad", { a: true, b: true, d: "no" }, "undetermined"],
    ["broad", { a: true, b: false, d: "no" }, "not_met"],
    ["narrow", { a: true, b: false, c: false, d: "no" }, "met"],
    ["narrow", { a: false, b: false, c: false, d: "no" }, "not_met"],
    ["narrow", { a: false, b: false, c: false }, "undetermined"],
    [undefined, { a: true, b: true, c: true, d: "no" }, "met"],
    [undefined, { a: true, b: true, c: false, d: "no" }, "undetermined"],
    [undefined, { a: false, b: false, c: false, d: "no" }, "not_met"],
    [undefined, { a: false, b: false, c: false, d: "unclear" }, "undetermined"],
  ])("for %s of %j: %s", (type, facts, status) => {
    expect(counted(type === undefined ? facts : { platform_type: type, ...facts }).status).toBe(status);
  });

  test("shows how many, of how many needed, and how many are missing", () => {
    const facts = { platform_type: "broad", a: true, b: false, c: false, d: "unclear" };
    expect(counted(facts)).toMatchObject({
      status: "not_met",
      actual: "1",
      required: { op: ">=", value: "3", unit: "项" },
      gap: "2",
      parts: [],
    });
    expect(counted({ ...facts, b: true, c: true })).toMatchObject({ status: "met", actual: "3", gap: null });
    expect(counted({ ...facts, b: true })).toMatchObject({ status: "undetermined", gap: null });
    expect(counted({ a: false, b: false, c: false, d: "no" })).toMatchObject({
      status: "not_met",
      required: null,
      gap: null,
    });
  });

  test("takes the reason of its open lines, the first that applies", () => {
    const broad = { platform_type: "broad", a: true, b: true, c: false };
    expect(counted({ ...broad, d: "unclear" })).toMatchObject({ reason: "reading", missingFacts: [] });
    expect(counted({ ...broad, d: "hard" })).toMatchObject({ reason: "officer", missingFacts: [] });
    expect(counted(broad)).toMatchObject({ reason: "unanswered", missingFacts: ["d"] });
    expect(counted({ platform_type: "broad", a: true, b: true, d: "hard" })).toMatchObject({ reason: "unanswered" });
    expect(counted({ a: true, b: true, c: false, d: "no" })).toMatchObject({
      reason: "unanswered",
      missingFacts: ["platform_type"],
    });
    expect(counted({ ...broad, d: "no" }).reason).toBeNull();
  });

  test("is contradictory when an open line is", () => {
    const torn = smallPolicy({
      facts: { a: "bool", b: "bool" },
      criteria: {
        one: { test: { fact: "a", is: true }, line: true },
        two: { test: { fact: "b", is: true }, line: true },
        count: { criteria_met: ["one", "two"], needed_by: "platform_type", needed: { broad: 2, narrow: 1 } },
      },
      contradictions: [
        {
          code: "odd",
          facts: ["a"],
          when: {
            all: [
              { fact: "a", is: true },
              { fact: "b", is: true },
            ],
          },
        },
      ],
    });
    const results = assessSmall(torn, { a: true, b: true, platform_type: "broad" }).criteria;
    expect(results.map(({ status, reason }) => [status, reason])).toEqual([
      ["undetermined", "contradictory"],
      ["met", null],
      ["undetermined", "contradictory"],
    ]);
  });

  test("without a number for a choice is refused when the policy is compiled", () => {
    const criteria = {
      one: { given: "a" },
      c: { criteria_met: ["one"], needed_by: "platform_type", needed: { broad: 1 } },
    };
    expect(() => smallPolicy({ facts: { a: "bool" }, criteria })).toThrow(/criteria_met: no number for narrow/);
    const unknown = { c: { criteria_met: ["nothing"], needed_by: "platform_type", needed: { broad: 1, narrow: 1 } } };
    expect(() => smallPolicy({ facts: {}, criteria: unknown })).toThrow(/criterion nothing is not defined/);
  });
});

describe("what is worth asking for the count alone", () => {
  /** The lines are settled by nothing but the count's own needs: asking for them is the lines' own affair. */
  test("the choice matters unless every number needed leads to the same however the lines turn out", () => {
    expect(asked({})).toEqual(["platform_type", "a", "b", "c", "d"]);
    expect(asked({ a: true, b: true, c: true })).toEqual(["d"]);
    expect(asked({ a: false, b: false, c: false })).toEqual(["platform_type", "d"]);
    expect(asked({ a: true, b: false })).toEqual(["platform_type", "c", "d"]);
    expect(asked({ a: true, b: true, c: false, d: "unclear" })).toEqual(["platform_type"]);
    expect(asked({ a: false, b: false, c: false, d: "no" })).toEqual([]);
    expect(asked({ a: false, b: false, c: false, d: "unclear" })).toEqual(["platform_type"]);
  });

  test("what is missing for an open count are the open lines' facts, and the choice where it matters", () => {
    expect(counted({ a: true, b: true }).missingFacts).toEqual(["platform_type", "c", "d"]);
    expect(counted({ platform_type: "broad", a: true, b: true }).missingFacts).toEqual(["c", "d"]);
    expect(counted({ platform_type: "narrow", a: true, b: true }).missingFacts).toEqual([]);
  });
});

describe("reachOfCount", () => {
  /** Every combination tried out: the reference for the formula. */
  function byTrial(reaches: readonly Reach[], need: number): number {
    let results = 0;
    const walk = (index: number, met: number, undetermined: number): void => {
      if (index === reaches.length) {
        results |= met >= need ? 2 : met + undetermined < need ? 4 : 1;
        return;
      }
      const reach = reaches[index] as Reach;
      if (reach & 1) walk(index + 1, met, undetermined + 1);
      if (reach & 2) walk(index + 1, met + 1, undetermined);
      if (reach & 4) walk(index + 1, met, undetermined);
    };
    walk(0, 0, 0);
    return results;
  }

  test("is what trying every combination of four lines finds", () => {
    const reaches = [1, 2, 3, 4, 5, 6, 7];
    for (const first of reaches) {
      for (const second of reaches) {
        for (const third of reaches) {
          for (const fourth of reaches) {
            const lines = [first, second, third, fourth];
            for (const need of [1, 2, 3, 4]) {
              if (reachOfCount(lines, need) !== byTrial(lines, need)) throw new Error(`${lines} need ${need}`);
            }
          }
        }
      }
    }
    expect(reachOfCount([], 1)).toBe(4);
  });
});
