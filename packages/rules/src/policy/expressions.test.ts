import { describe, expect, test } from "vitest";
import { addedWrongly, leftOutWrongly, mistypedWrongly } from "../../testing/document-faults.ts";
import { expressionSchema } from "./expressions.ts";

const one = { int: 1 };
const documents: Record<string, unknown>[] = [
  { fact: "n" },
  { money: "1.50" },
  { number: "1.2345" },
  one,
  { date: "2026-01-01" },
  { context: "as_of" },
  { sum: [{ fact: "n" }, one] },
  { difference: [{ fact: "n" }, one] },
  { latest: [one] },
  { smaller: [one, { fact: "n" }] },
  { between: [one, { fact: "n" }] },
  { after: { fact: "d" }, years: 1, days: 1 },
  { year_of: { fact: "d" } },
  { first_day_of_year: { year_of: { fact: "d" } } },
  { size_of: "s" },
  { by_choice: "k", cases: { a: one, b: { fact: "n" } } },
];
const takes = (document: unknown): boolean => expressionSchema.safeParse(document).success;
// Read before any test: the schema is made when it is first needed, and every test rests on it.
const areTaken = documents.map(takes);

describe("an expression", () => {
  test("is one of its kinds", () => {
    expect(areTaken).toEqual(documents.map(() => true));
    expect(takes({})).toBe(false);
    expect(takes({ fact: "n", int: 1 })).toBe(false);
    expect(takes("n")).toBe(false);
  });

  test.each(documents)("%j: nothing is left out, added or of another type", (document) => {
    const optional = new Set("after" in document ? ["years", "days"] : []);
    const isOpen = (shape: string) => shape === "cases";
    const known = { document, takes, optional, isOpen, isLoose: () => false };
    expect([leftOutWrongly(known), addedWrongly(known), mistypedWrongly(known)]).toEqual([[], [], []]);
  });

  test.each<[string, unknown[], unknown[]]>([
    ["int", [0, -3], [1.5, "1"]],
    ["money", ["0", "1500000", "1.5", "1.50"], ["", "1.234", "-1", "1,5", ".5", "1.", "x1", "1x", 5]],
    ["number", ["0", "12", "1.2345"], ["", "1.23456", "-1", "x1", "1x", ".5", "1.", 5]],
    ["date", ["2024-02-29"], ["2025-02-29", "2025-2-1"]],
    ["context", ["as_of", "round_year", "base_year", "round_deadline"], ["now"]],
    ["sum", [[one]], [[]]],
    ["latest", [[one]], [[]]],
    ["difference", [[one, one]], [[], [one], [one, one, one]]],
    ["smaller", [[one, one]], [[one]]],
    ["between", [[one, one]], [[one]]],
  ])("%s takes some values and refuses others", (kind, taken, refused) => {
    for (const value of taken) expect([value, takes({ [kind]: value })]).toEqual([value, true]);
    for (const value of refused) expect([value, takes({ [kind]: value })]).toEqual([value, false]);
  });

  test("moves a day by whole years and days, in both directions", () => {
    const moved = (by: Record<string, unknown>) => takes({ after: { fact: "d" }, ...by });
    for (const by of [0, -1, 3]) expect([moved({ years: by }), moved({ days: by })]).toEqual([true, true]);
    for (const by of [1.5, "1"]) expect([moved({ years: by }), moved({ days: by })]).toEqual([false, false]);
  });
});
