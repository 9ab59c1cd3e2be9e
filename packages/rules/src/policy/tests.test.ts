import { describe, expect, test } from "vitest";
import { addedWrongly, leftOutWrongly, mistypedWrongly } from "../../testing/document-faults.ts";
import { testSchema } from "./tests.ts";

const given = { given: "n" };
const one = { int: 1 };
/** Each kind of test with everything that it may say, and what of that may be left out. */
const documents: [Record<string, unknown>, string[]][] = [
  [{ fact: "b", is: true }, []],
  [{ fact: "k", is: "a" }, []],
  [{ fact: "k", in: ["a"] }, []],
  [{ fact: "s", contains: ["x"] }, []],
  [given, []],
  [{ happened: "d" }, []],
  [{ left: { fact: "n" }, compare: ">=", right: { int: 5 }, unit: "家" }, ["unit"]],
  [
    {
      numerator: { fact: "n" },
      denominator: { fact: "m" },
      at_least: "0.8",
      shown_numerator: { fact: "n" },
      reopens: ["n"],
    },
    ["shown_numerator", "reopens"],
  ],
  [{ elapsed_since: { fact: "d" }, years: 2, by: { context: "as_of" } }, []],
  [{ same_month: [{ fact: "d" }, { fact: "e" }] }, []],
  [{ matches: "t", format: "icp_number" }, []],
  [{ all: [given] }, []],
  [{ any: [{ not: given }] }, []],
  [{ not: given }, []],
  [{ only_if: given, must: given }, []],
  [{ provided: given, otherwise: "reading", must: given }, []],
  [{ doubt_if: given, reason: "officer", otherwise: "met", cured_on: { fact: "d" } }, ["cured_on"]],
  [{ barred_if: given, first_free_day: { fact: "d" } }, []],
  [{ outcome_of: "k", cases: { a: "met", b: { open: "unanswered" } } }, []],
  [{ setting: "way", cases: { x: given } }, []],
  [{ criteria_met: ["c"], needed_by: "k", needed: { a: 1 }, unit: "项" }, ["unit"]],
];
const annotations = { mark: "原文", measured: true, part: "b" };
const takes = (document: unknown): boolean => testSchema.safeParse(document).success;
// Read before any test: the schema is made when it is first needed, and every test rests on it.
const areTaken = documents.map(([document]) => takes(document));

describe("a test of a policy", () => {
  test("is one of its kinds", () => {
    expect(areTaken).toEqual(documents.map(() => true));
    for (const other of [{}, annotations, { fact: "b" }, { fact: "b", equals: true }, "n"])
      expect([other, takes(other)]).toEqual([other, false]);
  });

  test.each(documents)("%j: nothing is left out, added or of another type", (kind, own) => {
    const document = { ...kind, ...annotations };
    const optional = new Set([...own, ...Object.keys(annotations)]);
    const isOpen = (shape: string) => shape === "cases" || shape === "needed";
    const known = { document, takes, optional, isOpen, isLoose: () => false };
    expect([leftOutWrongly(known), addedWrongly(known), mistypedWrongly(known)]).toEqual([[], [], []]);
  });

  test.each<[string, (value: unknown) => unknown, unknown[], unknown[]]>([
    ["mark", (mark) => ({ ...given, mark }), ["原文", "解释", "设置"], ["ours"]],
    ["comparator", (compare) => ({ left: one, compare, right: one }), [">=", ">", "<=", "<", "=", "!="], ["==", "=>"]],
    [
      "share",
      (at_least) => ({ numerator: one, denominator: one, at_least }),
      ["0", "1", "0.8", "0.1234"],
      ["2", "0.12345", "80%", ".8", "0.", "x0.8", "0.8x", "10", 0.8],
    ],
    ["span of years", (years) => ({ elapsed_since: one, years, by: one }), [1, 5], [0, -1, 1.5]],
    ["format", (format) => ({ matches: "t", format }), ["icp_number"], ["uscc"]],
    [
      "reason of what is not provided",
      (otherwise) => ({ provided: given, otherwise, must: given }),
      ["unanswered", "reading", "officer"],
      ["contradictory", "met"],
    ],
    [
      "reason of a doubt",
      (reason) => ({ doubt_if: given, reason, otherwise: "met" }),
      ["unanswered", "reading", "officer"],
      ["contradictory", "met"],
    ],
    [
      "outcome without a doubt",
      (otherwise) => ({ doubt_if: given, reason: "reading", otherwise }),
      ["met", "not_met"],
      ["undetermined"],
    ],
    [
      "outcome of a value",
      (a) => ({ outcome_of: "k", cases: { a } }),
      ["met", "not_met", { open: "unanswered" }, { open: "reading" }, { open: "officer" }],
      ["undetermined", { open: "contradictory" }, {}],
    ],
    ["number of criteria", (a) => ({ criteria_met: ["c"], needed_by: "k", needed: { a } }), [1, 4], [0, -1, 1.5]],
    ["choice of values", (values) => ({ fact: "k", in: values }), [["a"]], [[]]],
    ["set of values", (contains) => ({ fact: "s", contains }), [["x"]], [[]]],
    ["conjunction", (all) => ({ all }), [[given]], [[]]],
    ["disjunction", (any) => ({ any }), [[given]], [[]]],
    ["pair of days", (same_month) => ({ same_month }), [[one, one]], [[one], [one, one, one]]],
    ["count", (criteria_met) => ({ criteria_met, needed_by: "k", needed: {} }), [["c"]], [[]]],
  ])("%s: takes some values and refuses others", (_, made, taken, refused) => {
    for (const value of taken) expect([value, takes(made(value))]).toEqual([value, true]);
    for (const value of refused) expect([value, takes(made(value))]).toEqual([value, false]);
  });
});
