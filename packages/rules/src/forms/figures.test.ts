import { describe, expect, test } from "vitest";
import { addedWrongly, leftOutWrongly, mistypedWrongly } from "../../testing/document-faults.ts";
import { figureSchema } from "./figures.ts";

const counted = (where: unknown) => ({ distinct: "staff", where, name: "人数" });
/** Each kind of figure with everything that it may say, and what of that may be left out. */
const figures: [Record<string, unknown>, string[]][] = [
  [{ field: "basics.assets", name: "资产" }, ["name"]],
  [{ list: "operation", year: "base_year", column: "income", name: "收入" }, ["name"]],
  [
    {
      sum: "equipment",
      column: "price",
      times: { column: "quantity", if: { setting: "price_of_row", is: "unit" } },
      partial: true,
      name: "原值",
    },
    ["times", "partial"],
  ],
  [{ ...counted({ given: "age" }), without_applicant: true }, ["where", "without_applicant"]],
  [{ total: [{ number: "1" }, { field: "basics.assets" }], name: "合计" }, ["total.#.name"]],
  [{ number: "1.5" }, []],
];
const conditions: Record<string, unknown>[] = [
  { column: "satisfaction", is: "satisfied" },
  { column: "employed", is: true },
  { column: "title", begins_with: "高级" },
  { column: "valid_to", on_or_after: "submission_date" },
  { blank: "phone" },
  { given: "phone" },
  { all: [{ given: "phone" }] },
  { any: [{ blank: "phone" }] },
];
const takes = (document: unknown): boolean => figureSchema.safeParse(document).success;
// Read before any test: the schema is made when it is first needed, and every test rests on it.
const areTaken = [...figures.map(([figure]) => figure), ...conditions.map(counted)].map(takes);
const closed = { takes, isOpen: () => false, isLoose: () => false };

describe("a figure of a form", () => {
  test("is one of its kinds", () => {
    expect(areTaken).toEqual(areTaken.map(() => true));
    for (const other of [{}, { name: "资产" }, { field: "basics.assets", number: "1" }, "1", 1])
      expect([other, takes(other)]).toEqual([other, false]);
  });

  test.each(figures)("%j: nothing is left out, added or of another type", (document, optional) => {
    const known = { ...closed, document, optional: new Set(optional) };
    expect([leftOutWrongly(known), addedWrongly(known), mistypedWrongly(known)]).toEqual([[], [], []]);
  });

  test.each(conditions)("of rows that are like %j: nothing is left out, added or of another type", (condition) => {
    const known = { ...closed, document: counted(condition), optional: new Set(["where"]) };
    expect([leftOutWrongly(known), addedWrongly(known), mistypedWrongly(known)]).toEqual([[], [], []]);
  });

  test.each<[string, (value: unknown) => unknown, unknown[], unknown[]]>([
    ["number", (number) => ({ number }), ["0", "12", "1.123456"], ["", "-1", "1.1234567", ".5", "1.", "x1", "1x", 5]],
    [
      "reference to a field",
      (field) => ({ field }),
      ["a.b", "a_1.b_2"],
      ["a", "A.b", "a.B", "a.b.c", ".b", "a.", " a.b", "a.b "],
    ],
    [
      "year",
      (year) => ({ list: "operation", year, column: "income" }),
      ["base_year", "year_before", "two_years_before"],
      ["now", ""],
    ],
    ["total", (total) => ({ total, name: "" }), [[{ number: "1" }]], [[]]],
    ["conjunction", (all) => counted({ all }), [[{ given: "a" }]], [[]]],
    ["disjunction", (any) => counted({ any }), [[{ given: "a" }]], [[]]],
    ["beginning", (begins_with) => counted({ column: "a", begins_with }), ["x"], [""]],
    ["day", (on_or_after) => counted({ column: "a", on_or_after }), ["submission_date"], ["today", "2026-01-01"]],
  ])("%s: takes some values and refuses others", (_, made, taken, refused) => {
    for (const value of taken) expect([value, takes(made(value))]).toEqual([value, true]);
    for (const value of refused) expect([value, takes(made(value))]).toEqual([value, false]);
  });
});
