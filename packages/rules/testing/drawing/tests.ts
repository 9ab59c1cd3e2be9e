import fc from "fast-check";
import type { Expression } from "../../src/policy/expressions.ts";
import type { Comparator, TestDocument } from "../../src/policy/tests.ts";

/** Few facts with few values each, so that every completion can be tried. */
export const smallDomain: Readonly<Record<string, { readonly type: string; readonly values: readonly unknown[] }>> = {
  p: { type: "bool", values: [true, false] },
  q: { type: "bool", values: [true, false] },
  k: { type: "enum:good,bad,odd", values: ["good", "bad", "odd"] },
  s: { type: "set:x,y", values: [[], ["x"], ["y"], ["x", "y"]] },
  n: { type: "int", values: [0, 1, 2, 3] },
  m: { type: "int", values: [0, 1, 2] },
};

const quantity: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom<Expression>({ fact: "n" }, { fact: "m" }),
  fc.constantFrom<Expression>(
    { sum: [{ fact: "n" }, { fact: "m" }] },
    { difference: [{ fact: "n" }, { fact: "m" }] },
    { latest: [{ fact: "n" }, { fact: "m" }] },
    { smaller: [{ fact: "n" }, { fact: "m" }] },
    { by_choice: "k", cases: { good: { fact: "n" }, bad: { int: 2 }, odd: { fact: "m" } } },
    { size_of: "s" },
  ),
  fc.integer({ min: 0, max: 3 }).map((int) => ({ int })),
);

const simpleTest: fc.Arbitrary<TestDocument> = fc.oneof(
  fc.record({ fact: fc.constantFrom("p", "q"), is: fc.boolean() }),
  fc.constantFrom<TestDocument>({ fact: "k", is: "bad" }, { fact: "k", in: ["good", "odd"] }),
  fc.constantFrom<TestDocument>({ fact: "s", contains: ["x"] }, { fact: "s", contains: ["x", "y"] }),
  fc.record({
    left: quantity,
    compare: fc.constantFrom<Comparator>(">=", ">", "<=", "<", "=", "!="),
    right: quantity,
  }),
  fc.record({
    numerator: fc.constantFrom<Expression>({ fact: "n" }, { fact: "m" }),
    denominator: fc.constantFrom<Expression>({ fact: "m" }, { sum: [{ fact: "n" }, { fact: "m" }] }, { fact: "n" }),
    at_least: fc.constantFrom("0.5", "0.8", "1"),
  }),
  fc.constantFrom<TestDocument>(
    { outcome_of: "k", cases: { good: "met", bad: "not_met", odd: { open: "reading" } } },
    { outcome_of: "k", cases: { good: "met", bad: { open: "officer" }, odd: { open: "reading" } } },
  ),
);

const reason = fc.constantFrom("unanswered" as const, "reading" as const, "officer" as const);

/** Tests of every operator whose status only answers can change, nested up to three deep. */
export const anyTest: fc.Arbitrary<TestDocument> = fc.letrec<{ test: TestDocument }>((tie) => ({
  test: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    simpleTest,
    fc.record({ all: fc.array(tie("test"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("test"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("test") }),
    fc.record({ only_if: tie("test"), must: tie("test") }),
    fc.record({ provided: tie("test"), otherwise: reason, must: tie("test") }),
    fc.record({
      doubt_if: tie("test"),
      reason,
      otherwise: fc.constantFrom("met" as const, "not_met" as const),
    }),
    fc.record({ barred_if: tie("test"), first_free_day: fc.constant({ context: "as_of" as const }) }),
  ),
})).test;
