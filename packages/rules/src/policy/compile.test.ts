import { describe, expect, test } from "vitest";
import { zhengzhou } from "../../policies/zhengzhou-sme-platform/index.ts";
import { assessSmall, factsOf, type SmallPolicy, smallDocument, smallPolicy } from "../../testing/small-policy.ts";
import { compilePolicy } from "./compile.ts";
import { PolicyError } from "./error.ts";

const is = { fact: "a", is: true };

/** The message of the refusal. */
function refusal(document: unknown): string {
  try {
    compilePolicy(document);
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
  throw new Error("was not refused");
}

describe("a policy document that cannot be used is refused with its place", () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ["no document", {}, /^id: /],
    ["an unknown part", { ...smallDocument({ facts: {} }), extra: 1 }, /^: .*"extra"/],
    ["a version that is none", { ...smallDocument({ facts: {} }), version: 0 }, /^version: /],
    ["no facts", { ...smallDocument({ facts: {} }), facts: [] }, /^facts: /],
    [
      "an unknown operator",
      smallDocument({ facts: { a: "bool" }, criteria: { c: { fact: "a", equals: true } as never } }),
      /^criteria\.0\.test: /,
    ],
  ])("%s", (_, document, message) => {
    expect(refusal(document)).toMatch(message);
  });

  test.each<[string, SmallPolicy, RegExp]>([
    [
      "a criterion on a fact that is not there",
      { facts: {}, criteria: { c: is } },
      /^criterion c: fact a is not defined$/,
    ],
    [
      "a criterion on a value that is not there",
      { facts: { a: "enum:x,y" }, criteria: { first: { given: "a" }, c: { fact: "a", is: "z" } } },
      /^criterion c: fact \d+ has no value z$/,
    ],
    [
      "a claim on a fact that is not there",
      { facts: { a: "bool" }, criteria: { c: { test: is, claimed_if: { given: "b" } } } },
      /^criterion c: fact b is not defined$/,
    ],
    [
      "a warning on a fact that is not there",
      { facts: { a: "bool" }, criteria: { c: { test: is, warnings: [{ code: "w", when: { given: "b" } }] } } },
      /^criterion c: fact b is not defined$/,
    ],
    [
      "a warning that shows a fact that is not there",
      {
        facts: { a: "bool" },
        criteria: { c: { test: is, warnings: [{ code: "w", when: is, params: { p: { fact: "q" } } }] } },
      },
      /^criterion c: fact q is not defined$/,
    ],
    [
      "a criterion counted before it is judged",
      {
        facts: { a: "bool" },
        criteria: { c: { criteria_met: ["d"], needed_by: "platform_type", needed: { broad: 1, narrow: 1 } }, d: is },
      },
      /^criterion c: criterion d is counted before it is judged$/,
    ],
    [
      "a criterion that counts itself",
      {
        facts: {},
        criteria: { c: { criteria_met: ["c"], needed_by: "platform_type", needed: { broad: 1, narrow: 1 } } },
      },
      /^criterion c: criterion c is counted before it is judged$/,
    ],
    [
      "a setting that is not there",
      { facts: { a: "bool" }, criteria: { c: { setting: "s", cases: { x: is } } } },
      /^criterion c: setting s is not defined$/,
    ],
    [
      "a contradiction on a fact that is not there",
      { facts: { a: "bool" }, contradictions: [{ code: "odd", facts: ["b"], when: is }] },
      /^contradictions: fact b is not defined$/,
    ],
    [
      "a material shown by a fact that is not there",
      { facts: {}, materials: [{ id: "P1", article: "1", title: "p", todo: "", shown_by: ["b"] }] },
      /^materials: fact b is not defined$/,
    ],
    [
      "a material that the list cannot name",
      { facts: {}, materials: [{ id: "P9", article: "1", title: "p", todo: "" }] },
      /^materials: fact \d+ has no value P9$/,
    ],
    [
      "a question on a fact that is not there",
      { facts: {}, questions: [{ id: "q", input: "one", facts: ["b"], title: "q", article: ["1"], ask: "office" }] },
      /^questions: fact b is not defined$/,
    ],
    [
      "an absence that follows a fact that is not there",
      {
        facts: { a: { type: "int", absent: { value: { fact: "b" } } } },
        criteria: { c: { left: { fact: "a" }, compare: ">=", right: { int: 1 } } },
      },
      /fact b is not defined$/,
    ],
    [
      "a question that asks along a fact that is not there",
      {
        facts: { a: "bool" },
        questions: [
          {
            id: "q",
            input: "one",
            facts: ["a"],
            also: [{ fact: "b", when: is }],
            title: "q",
            article: ["1"],
            ask: "office",
          },
        ],
      },
      /^questions: fact b is not defined$/,
    ],
    [
      "a criterion that counts one that is not there",
      {
        facts: {},
        criteria: { c: { criteria_met: ["d"], needed_by: "platform_type", needed: { broad: 1, narrow: 1 } } },
      },
      /^criterion c: criterion d is not defined$/,
    ],
    [
      "an absence that states what is not there",
      { facts: { a: { type: "int", absent: { value: { fact: "b" } } } } },
      /^facts: fact b is not defined$/,
    ],
    [
      "a question that asks along on a condition that is not there",
      {
        facts: { a: "bool" },
        questions: [
          {
            id: "q",
            input: "one",
            facts: ["a"],
            also: [{ fact: "a", when: { given: "b" } }],
            title: "q",
            article: ["1"],
            ask: "office",
          },
        ],
      },
      /^questions: fact b is not defined$/,
    ],
    ["an unknown type", { facts: { a: "float" } }, /^fact a: unknown type \(float\)$/],
    ["no platform type", { facts: {}, rest: { alternatives_of: "b" } }, /^fact b is not defined$/],
    ["no functions", { facts: {}, rest: { functions_of: "b" } }, /^fact b is not defined$/],
    ["no submission date", { facts: {}, rest: { submission_date: "b" } }, /^round_year: fact b is not defined$/],
    ["no year of the round", { facts: {}, rest: { round_year: "b" } }, /^round_year: fact b is not defined$/],
  ])("%s", (_, policy, message) => {
    expect(refusal(smallDocument(policy))).toMatch(message);
  });

  test("two facts or two criteria with one id", () => {
    const document = smallDocument({ facts: { a: "bool" }, criteria: { c: is } });
    const twice = (part: string) => ({
      ...document,
      [part]: [...(document[part] as unknown[]), ...(document[part] as unknown[])],
    });
    expect(refusal(twice("facts"))).toBe("facts: two with one id");
    expect(refusal(twice("criteria"))).toBe("criteria: two with one id");
  });

  test("a setting whose value is none of its options", () => {
    const document = smallDocument({ facts: {}, settings: { way: "x" } });
    const settings = document.settings as { value: unknown }[];
    expect(refusal({ ...document, settings: [{ ...settings[0], value: "y" }] })).toBe("setting way: no option y");
    expect(refusal({ ...document, settings: [{ ...settings[0], options: [] }] })).toBe("setting way: no option x");
  });

  test("every fault is named, on a line of its own", () => {
    const document = { ...smallDocument({ facts: {} }), id: 5, version: 0 };
    expect(refusal(document).split("\n")).toEqual([
      expect.stringMatching(/^id: /),
      expect.stringMatching(/^version: /),
    ]);
  });

  test("a fault of another kind is said as a text too", () => {
    expect(refusal(null)).toMatch(/^: /);
    expect(refusal(undefined)).toMatch(/^: /);
    expect(refusal([])).toMatch(/^: /);
    expect(new PolicyError("x")).toMatchObject({ name: "PolicyError", message: "x" });
  });
});

describe("a compiled policy", () => {
  test("knows its id, version, facts and their kinds", () => {
    const policy = smallPolicy({ facts: { a: "bool", n: "int" } });
    expect(policy).toMatchObject({ id: "small", version: 1 });
    expect(policy.factIndexes.get("n")).toBe(5);
    expect(policy.factKinds[5]).toMatchObject({ kind: "int" });
    expect(policy.document.facts[policy.alternativesOf]?.id).toBe("platform_type");
    expect(policy.document.facts[policy.submissionDate]?.id).toBe("submission_date");
  });

  test("ranks facts by the questions, those first that a question asks, then those it asks along", () => {
    const question = (id: string, facts: string[], also: string[] = []) => ({
      id,
      input: "number",
      facts,
      also: also.map((fact) => ({ fact, when: { given: "a" } })),
      title: id,
      article: ["1"],
      ask: "office",
    });
    const policy = smallPolicy({
      facts: { a: "int", b: "int", c: "int", d: "int", e: "int" },
      questions: [question("q1", ["d", "b"], ["e"]), question("q2", ["a", "d"])],
    });
    const rank = (fact: string): number => policy.askingOrder[policy.factIndexes.get(fact) as number] as number;
    const order = ["a", "b", "c", "d", "e", "platform_type"].sort((left, right) => rank(left) - rank(right));
    expect(order).toEqual(["d", "b", "e", "a", "platform_type", "c"]);
    expect(new Set(policy.askingOrder).size).toBe(policy.askingOrder.length);
  });

  test("a question asks along what only a warning depends on, once its condition holds", () => {
    const policy = smallPolicy({
      facts: { a: "bool", b: "int", c: "int" },
      questions: [
        {
          id: "q",
          input: "number",
          facts: ["a"],
          also: [{ fact: "b", when: is }],
          title: "q",
          article: ["1"],
          ask: "office",
        },
      ],
    });
    const [question] = policy.questions;
    const context = { asOf: "2026-06-10", round: null };
    const asks = (fact: string, facts: Record<string, unknown>) =>
      question?.isAlsoAsked(fact, factsOf(policy, facts), context);
    expect(asks("b", { a: true })).toBe(true);
    expect(asks("b", { a: false })).toBe(false);
    expect(asks("b", {})).toBe(false);
    expect(asks("a", { a: true })).toBe(false);
    expect(asks("c", { a: true })).toBe(false);
  });

  test("shows what is measured under every criterion that measures it, though it is written alike", () => {
    const enough = { left: { fact: "n" }, compare: ">=", right: { int: 60 }, unit: "家", measured: true } as const;
    const policy = smallPolicy({ facts: { n: "int" }, criteria: { first: enough, second: enough } });
    const shown = { actual: "52", required: { op: ">=", value: "60", unit: "家" }, gap: "8" };
    expect(assessSmall(policy, { n: 52 }).criteria).toMatchObject([shown, shown]);
  });

  test("judges the other platform type anew where a claim or a contradiction depends on it, and only there", () => {
    const broad = { fact: "platform_type", is: "broad" } as const;
    const verdicts = (rest: Partial<SmallPolicy>, platform_type: string) =>
      assessSmall(smallPolicy({ facts: { a: "bool", b: "bool" }, criteria: { c: is }, ...rest }), {
        a: true,
        b: true,
        platform_type,
      }).alternatives.map(({ verdict }) => verdict);
    const contradictions = [
      { code: "odd", facts: ["a"], when: { all: [broad, is] } },
      { code: "other", facts: ["b"], when: { fact: "b", is: false } },
    ];
    expect(verdicts({ contradictions }, "narrow")).toEqual(["undetermined"]);
    expect(verdicts({ contradictions }, "broad")).toEqual(["met_pending_review"]);
    const claimed = { criteria: { c: { test: is, claimed_if: broad } } };
    expect(verdicts(claimed, "broad")).toEqual(["not_met"]);
    expect(verdicts(claimed, "narrow")).toEqual(["met_pending_review"]);
  });

  test("begins with every criterion open", () => {
    expect(smallPolicy({ facts: { a: "bool" }, criteria: { c: is, d: is } }).openStatuses).toEqual([
      "undetermined",
      "undetermined",
    ]);
  });

  test("states nothing by the first character of a code that is not there", () => {
    const first = { first_character_of: "u", is: { S: "x", u: "x", "9": "x" } };
    const policy = smallPolicy({
      facts: { u: "uscc", e: { type: "enum:x,y", absent: first } },
      criteria: { c: { fact: "e", is: "x" } },
    });
    expect(assessSmall(policy, {}).criteria[0]).toMatchObject({ status: "undetermined" });
    expect(assessSmall(policy, { u: "914403001922038216" }).criteria[0]).toMatchObject({ status: "met" });
  });

  test("compiling twice gives policies that know nothing of each other", () => {
    const first = compilePolicy(zhengzhou);
    const again = compilePolicy(first.document);
    expect(again.criteria).toHaveLength(first.criteria.length);
    expect(again.askingOrder).toEqual(first.askingOrder);
    expect(again.document).toEqual(first.document);
  });
});
