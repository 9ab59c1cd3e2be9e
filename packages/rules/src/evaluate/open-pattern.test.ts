import { expect, test } from "vitest";
import { factsOf, smallPolicy } from "../../testing/small-policy.ts";
import { judgeCase } from "./judge.ts";
import { NO_PATTERN, OpenPattern } from "./open-pattern.ts";

const policy = smallPolicy({ facts: { size: "int", kind: "enum:a,b", lines: "set:x,y", note: "text" } });
const facts = ["size", "kind", "lines", "note"].map((id) => policy.factIndexes.get(id) as number);
const pattern = new OpenPattern(facts, {
  factKind: (index) => policy.factKinds[index] as (typeof policy.factKinds)[number],
});
const patternOf = (given: Record<string, unknown>, unknown: string[] = []) =>
  pattern.of(judgeCase(policy, factsOf(policy, given, { unknown, intervals: true }), { asOf: "2026-06-10" }));

test("tells facts left out from those declared unknown and from those given", () => {
  const standings = facts.flatMap((fact) => {
    const id = policy.document.facts[fact]?.id as string;
    const value = { size: 3, kind: "a", lines: [], note: "话" }[id];
    return [patternOf({}, [id]), patternOf({ [id]: value })];
  });
  expect(new Set([patternOf({}), ...standings]).size).toBe(1 + 2 * facts.length);
});

test("tells one choice from another, but no figure and no text", () => {
  expect(patternOf({ size: 3 })).toBe(patternOf({ size: 4_000 }));
  expect(patternOf({ note: "一" })).toBe(patternOf({ note: "二" }));
  expect(patternOf({ kind: "a" })).not.toBe(patternOf({ kind: "b" }));
  const sets = [[], ["x"], ["y"], ["x", "y"]].map((lines) => patternOf({ lines }));
  expect(new Set(sets).size).toBe(4);
});

test("says nothing of a span, which may be of any width", () => {
  expect(patternOf({ size: { min: 3, max: 4 } })).toBe(NO_PATTERN);
  expect(patternOf({ size: { min: 3 } })).toBe(NO_PATTERN);
  expect(patternOf({ size: { min: 3, max: 3 } })).toBe(patternOf({ size: 3 }));
  expect(patternOf({ size: { min: 3, max: 4, approximate: true } })).toBe(NO_PATTERN);
});

test("has no number for more combinations than a number tells apart", () => {
  const wide = smallPolicy({
    facts: {
      a: `set:${Array.from({ length: 31 }, (_, at) => `v${at}`)}`,
      b: `set:${Array.from({ length: 31 }, (_, at) => `v${at}`)}`,
    },
  });
  const both = ["a", "b"].map((id) => wide.factIndexes.get(id) as number);
  const ofBoth = new OpenPattern(both, {
    factKind: (index) => wide.factKinds[index] as (typeof wide.factKinds)[number],
  });
  expect(ofBoth.of(judgeCase(wide, factsOf(wide, {}), { asOf: "2026-06-10" }))).toBe(NO_PATTERN);
});
