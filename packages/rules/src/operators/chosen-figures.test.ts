import { expect, test } from "vitest";
import type { Applicant } from "../../testing/applicants.ts";
import { tried } from "../../testing/small-policy.ts";
import type { Expression } from "../policy/expressions.ts";
import type { TestDocument } from "../policy/tests.ts";

const types = { kind: "enum:own,fixed", n: "int", day: "date" };
const [n, day] = [{ fact: "n" }, { fact: "day" }];
/** The applicant's own figure or one that the policy fixes, as the choice says. */
const number: Expression = { by_choice: "kind", cases: { own: n, fixed: { int: 8 } } };
const since: Expression = { by_choice: "kind", cases: { own: day, fixed: { date: "2024-06-11" } } };
const by: Expression = { by_choice: "kind", cases: { own: day, fixed: { date: "2026-06-10" } } };

test.each<[string, TestDocument, Applicant, own: string, fixed: string]>([
  ["at least", { left: number, compare: ">=", right: { int: 8 } }, { n: 7 }, "not_met", "met"],
  ["at least, on the right", { left: { int: 7 }, compare: ">=", right: number }, { n: 7 }, "met", "not_met"],
  ["more than", { left: number, compare: ">", right: { int: 7 } }, { n: 7 }, "not_met", "met"],
  ["less than, on the right", { left: { int: 7 }, compare: "<", right: number }, { n: 7 }, "not_met", "met"],
  ["the same", { left: number, compare: "=", right: { int: 7 } }, { n: 7 }, "met", "not_met"],
  ["another", { left: { int: 7 }, compare: "!=", right: number }, { n: 7 }, "not_met", "met"],
  ["a share", { numerator: number, denominator: { int: 10 }, at_least: "0.8" }, { n: 7 }, "not_met", "met"],
  ["a share of it", { numerator: { int: 4 }, denominator: number, at_least: "0.5" }, { n: 9 }, "not_met", "met"],
  [
    "years since it",
    { elapsed_since: since, years: 2, by: { date: "2026-06-10" } },
    { day: "2024-06-10" },
    "met",
    "not_met",
  ],
  ["years until it", { elapsed_since: { date: "2024-06-10" }, years: 2, by }, { day: "2026-06-09" }, "not_met", "met"],
])("a figure that a choice decides stands on either side: %s", (_, document, facts, own, fixed) => {
  const { status, relevant } = tried(document, types);
  expect(status({ ...facts, kind: "own" })).toBe(own);
  expect(status({ ...facts, kind: "fixed" })).toBe(fixed);
  expect(status({ kind: "fixed" })).toBe(fixed);
  expect(status(facts)).toBe("undetermined");
  expect(relevant({ kind: "own" })).toEqual(Object.keys(facts));
  expect(relevant({ kind: "fixed" })).toEqual([]);
});
