import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson } from "./canonical.ts";
import { changesBetween, type Json, undoChanges, unmetChanges } from "./changes.ts";

const commitment = (letter: string) => ({ c: letter.repeat(43) });

describe("what has changed between two states", () => {
  test("is named by its place, with the old and the new value", () => {
    const before = { state: "scoring", scores: { outlook: { points: 7 } }, fileIds: ["a"] };
    const after = { state: "submitted", scores: { outlook: { points: 9 } }, fileIds: ["a"], total: 9 };
    expect(changesBetween(before, after)).toEqual([
      { path: ["scores", "outlook", "points"], before: 7, after: 9 },
      { path: ["state"], before: "scoring", after: "submitted" },
      { path: ["total"], after: 9 },
    ]);
  });

  test("is in a list what is not at both its ends", () => {
    expect(changesBetween({ rows: ["a", "b", "c"] }, { rows: ["a", "x", "y", "c"] })).toEqual([
      { path: ["rows"], from: 1, removed: ["b"], added: ["x", "y"] },
    ]);
    expect(changesBetween({ rows: [{ n: 1 }] }, { rows: [{ n: 2 }] })).toEqual([
      { path: ["rows", 0, "n"], before: 1, after: 2 },
    ]);
  });

  test("is of a personal value the commitment as a whole", () => {
    expect(changesBetween({ phone: commitment("a") }, { phone: commitment("b") })).toEqual([
      { path: ["phone"], before: commitment("a"), after: commitment("b") },
    ]);
  });

  const json = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Json>(null, true, 0, 1, "", "a", "b"),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__", "constructor"), tie("value"), { maxKeys: 3 }),
    ),
  })).value;

  test("leads back from the later state to the earlier one, whatever they are, and stands in the later one", () => {
    fc.assert(
      fc.property(json, json, (before, after) => {
        const changes = changesBetween(before, after);
        const back = undoChanges(after, changes);
        expect(canonicalJson(back)).toBe(canonicalJson(before));
        expect(unmetChanges(after, changes)).toEqual([]);
      }),
    );
  });

  test("has no place in a state of another form", () => {
    expect(undoChanges({ rows: 1 }, [{ path: ["rows", 0, "n"], before: 1, after: 2 }])).toBeNull();
    expect(undoChanges({ rows: 1 }, [{ path: ["rows"], from: 0, removed: [], added: ["a"] }])).toBeNull();
  });

  test("is told from what stands there now", () => {
    const changes = changesBetween({ total: null }, { total: 83 });
    expect(unmetChanges({ total: 95 }, changes)).toEqual(changes);
  });
});
