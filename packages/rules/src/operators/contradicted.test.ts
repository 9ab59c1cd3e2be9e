import { expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { assessSmall, type SmallPolicy, smallPolicy } from "../../testing/small-policy.ts";
import type { TestDocument } from "../policy/tests.ts";

const types: SmallPolicy["facts"] = {
  flag: "bool",
  a: "bool",
  b: "bool",
  kind: "enum:good,bad",
  held: "set:x,y",
  n: "int",
  m: "int",
  text: "text",
  since: "date",
  by: "date",
  never: "bool",
  event: { type: "date", absent: { not_happened_if_given: [] }, never_if: { fact: "never", is: true } },
  code: "uscc",
  register: { type: "enum:firm,school", absent: { first_character_of: "code", is: { "9": "firm", "1": "school" } } },
};
const is = (fact: string): TestDocument => ({ fact, is: true });
const [n, m, since, by] = [{ fact: "n" }, { fact: "m" }, { fact: "since" }, { fact: "by" }];
const days = { since: "2024-06-10", by: "2026-06-10" };

test.each<[string, TestDocument, Applicant, uses: string[]]>([
  ["a yes", is("a"), { a: true }, ["a"]],
  ["a value", { fact: "kind", in: ["good"] }, { kind: "good" }, ["kind"]],
  ["a set", { fact: "held", contains: ["x"] }, { held: ["x"] }, ["held"]],
  ["what an absence states", { fact: "register", is: "firm" }, { code: "91410100MA9K12344B" }, ["register", "code"]],
  ["given", { given: "n" }, { n: 1 }, ["n"]],
  ["happened", { happened: "event" }, { event: "2020-01-01" }, ["event", "never"]],
  ["a form of text", { matches: "text", format: "icp_number" }, { text: "豫ICP备12345678号" }, ["text"]],
  ["an event that nothing rules out", { happened: "since" }, { since: "2020-01-01" }, ["since"]],
  ["a comparison", { left: n, compare: ">=", right: m }, { n: 2, m: 1 }, ["n", "m"]],
  ["a share", { numerator: n, denominator: m, at_least: "0.5" }, { n: 2, m: 2 }, ["n", "m"]],
  ["years gone by", { elapsed_since: since, years: 2, by }, days, ["since", "by"]],
  ["one month", { same_month: [since, by] }, { since: "2026-06-01", by: "2026-06-30" }, ["since", "by"]],
  ["the size of a set", { left: { size_of: "held" }, compare: ">=", right: { int: 1 } }, { held: ["x"] }, ["held"]],
  ["all", { all: [is("a"), is("b")] }, { a: true, b: true }, ["a", "b"]],
  ["any", { any: [is("a"), is("b")] }, { a: true, b: true }, ["a", "b"]],
  ["not", { not: is("a") }, { a: false }, ["a"]],
  ["only if", { only_if: is("a"), must: is("b") }, { a: true, b: true }, ["a", "b"]],
  ["provided that", { provided: is("a"), otherwise: "reading", must: is("b") }, { a: true, b: true }, ["a", "b"]],
  ["an outcome", { outcome_of: "kind", cases: { good: "met", bad: "not_met" } }, { kind: "good" }, ["kind"]],
  [
    "a doubt that time cures",
    { doubt_if: is("a"), reason: "reading", otherwise: "met", cured_on: since },
    { a: false, since: "2024-06-10" },
    ["a", "since"],
  ],
  ["a bar", { barred_if: is("a"), first_free_day: since }, { a: false, since: "2024-06-10" }, ["a", "since"]],
])("answers that contradict each other keep open whatever uses one of them: %s", (_, document, facts, uses) => {
  for (const fact of uses) {
    const policy = smallPolicy({
      facts: types,
      criteria: { tried: document, other: is("flag") },
      contradictions: [{ code: "odd", facts: [fact], when: is("flag") }],
    });
    const found = (flag: boolean) => assessSmall(policy, { ...facts, flag }).criteria[0];
    expect([fact, found(false)?.status]).toEqual([fact, "met"]);
    expect([fact, found(true)?.reason]).toEqual([fact, "contradictory"]);
  }
});

test("a count is kept open by what contradicts the choice of how many are needed", () => {
  const policy = smallPolicy({
    facts: types,
    criteria: {
      a: { test: is("a"), line: true },
      count: { criteria_met: ["a"], needed_by: "platform_type", needed: { broad: 1, narrow: 1 } },
    },
    contradictions: [{ code: "odd", facts: ["platform_type"], when: is("flag") }],
  });
  const found = (flag: boolean) => assessSmall(policy, { a: true, platform_type: "broad", flag }).criteria[1];
  expect(found(false)?.status).toBe("met");
  expect(found(true)?.reason).toBe("contradictory");
});
