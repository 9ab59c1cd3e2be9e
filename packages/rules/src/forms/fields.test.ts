import { describe, expect, test } from "vitest";
import { addedWrongly, leftOutWrongly, mistypedWrongly } from "../../testing/document-faults.ts";
import { fieldSchema, fieldTypes } from "./fields.ts";

const needed = { id: "assets", label: "总额", type: "money_wan" };
const field = {
  ...needed,
  name: "资产总额",
  unit: "万元",
  unit_from: "unit",
  required: true,
  printed: false,
  personal: true,
  stamp: "seal",
  opens_with: "basics.heading",
  same_as: "cover.assets",
  note: "见审计报告",
  article: "第七条",
  mark: "原文",
  fact: "total_assets",
  facts: { base_year: "assets" },
  options: [{ value: "a", label: "甲" }],
  options_from: "districts",
  negative: true,
  most: "100",
  longest: 200,
};
const takes = (document: unknown): boolean => fieldSchema.safeParse(document).success;

describe("a field of a form", () => {
  test("says at least what it is called and what it takes; nothing is added or of another type", () => {
    const optional = new Set([...Object.keys(field).filter((key) => !Object.hasOwn(needed, key)), "facts.base_year"]);
    const known = { document: field, takes, optional, isOpen: () => false, isLoose: () => false };
    expect([leftOutWrongly(known), addedWrongly(known), mistypedWrongly(known)]).toEqual([[], [], []]);
  });

  test("is printed, free to be left blank and nobody's personal data unless it says otherwise", () => {
    expect(fieldSchema.parse(needed)).toEqual({ ...needed, required: false, printed: true, personal: false });
  });

  test.each<[string, unknown[], unknown[]]>([
    ["id", ["a", "a_1"], ["", "1st", "_a", "Upper", "a b", "a-b", " a"]],
    ["label", ["额"], [""]],
    ["type", [...fieldTypes], ["money", ""]],
    ["unit_from", ["unit"], ["Unit"]],
    ["stamp", ["seal", "signature"], ["thumb"]],
    ["opens_with", ["a.b"], ["a"]],
    ["same_as", ["a.b"], ["a"]],
    ["mark", ["原文", "解释", "设置"], ["text"]],
    ["facts", [{}, { base_year: "a", year_before: "b", two_years_before: "c" }], [{ now: "a" }]],
    ["options", [[{ value: "a", label: "甲" }]], [[], [{ value: "a" }], [{ value: "a", label: "甲", more: 1 }]]],
    ["options_from", ["districts"], ["cities"]],
    ["most", ["0", "100", "1.2345678"], ["", "-1", "1.", ".5", "x1", "1x", 5]],
    ["longest", [1, 20_000], [0, -1, 1.5]],
  ])("%s takes some values and refuses others", (key, taken, refused) => {
    for (const value of taken) expect([value, takes({ ...needed, [key]: value })]).toEqual([value, true]);
    for (const value of refused) expect([value, takes({ ...needed, [key]: value })]).toEqual([value, false]);
  });
});
