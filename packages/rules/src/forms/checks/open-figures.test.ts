import { describe, expect, test } from "vitest";
import { changed, type FormChange, withEveryRow, withRow } from "../../../testing/forms/changed.ts";
import { sampleContext, sampleForm } from "../../../testing/forms/sample-form.ts";
import { zhengzhouPolicy } from "../../../testing/policy.ts";
import type { FigureDocument } from "../figures.ts";
import { FormCase } from "../form-case.ts";
import { agree, compare, eachRow, notTimes, ratioAtLeast, share } from "./figure-checks.ts";

const said = { code: "X99", id: "tried", level: "error", article: "附件2", mark: "原文", text: "" } as const;
const caseOf = (change: FormChange = {}) => new FormCase(zhengzhouPolicy, changed(sampleForm(), change), sampleContext);
const number = (text: string): FigureDocument => ({ number: text });
const assets: FigureDocument = { field: "basics.total_assets" };
const unknown = { fields: { "basics.total_assets": null } };
/** Those of the staff that may be graduates: 14 or 15 once one mark is left out. */
const graduates: FigureDocument = { distinct: "staff", where: { column: "college_or_above", is: true }, name: "大专" };
const oneOpen: FormChange = { lists: { staff: withRow(3, { college_or_above: null }) } };

describe("figures that must agree", () => {
  const tried = (figures: FigureDocument[], change: FormChange = {}) =>
    agree({ kind: "agree", ...said, figures }, caseOf(change));

  test("do not while one lies beyond the other, on whichever side it stands", () => {
    expect(tried([number("5"), number("6")])).toHaveLength(1);
    expect(tried([number("6"), number("5")])).toHaveLength(1);
    expect(tried([number("5"), number("5"), number("6")])).toHaveLength(1);
    expect(tried([number("5"), number("5")])).toEqual([]);
  });

  test("are not told apart while one is open that may still be the other", () => {
    expect(tried([graduates, number("15")], oneOpen)).toEqual([]);
    expect(tried([graduates, number("14")], oneOpen)).toEqual([]);
    expect(tried([graduates, number("13")], oneOpen)).toHaveLength(1);
    expect(tried([assets, number("5")], unknown)).toEqual([]);
  });
});

describe("figures that are compared", () => {
  const gaps = (left: string, comparison: ">=" | "<=" | "=", right: string) =>
    compare({ kind: "compare", ...said, left: number(left), compare: comparison, right: number(right) }, caseOf()).map(
      ({ params }) => params.gap,
    );

  test("lie so far apart, whichever is the larger", () => {
    expect(gaps("3", ">=", "5")).toEqual(["2"]);
    expect(gaps("12", "<=", "10")).toEqual(["2"]);
    expect(gaps("12", "=", "10")).toEqual(["2"]);
    expect(gaps("10", "=", "12.5")).toEqual(["2.5"]);
    for (const comparison of [">=", "<=", "="] as const) expect(gaps("5", comparison, "5")).toEqual([]);
  });

  test("give nothing while one is not known", () => {
    for (const [left, right] of [
      [assets, number("400")],
      [number("1"), assets],
    ] as const)
      expect(compare({ kind: "compare", ...said, left, compare: ">=", right }, caseOf(unknown))).toEqual([]);
  });
});

test("the rows of a list without years are named by their places alone, and their figures have no unit but their own", () => {
  const document = {
    kind: "each_row",
    ...said,
    list: "equipment",
    left: "quantity",
    compare: "=",
    right: "price",
  } as const;
  const change = { lists: { equipment: withRow(1, { quantity: 12 }) } };
  expect(eachRow(document, caseOf(change)).map(({ params }) => params)).toEqual([
    { left: "2", right: "12万元", gap: "10", row: "1", year: "" },
    { left: "1", right: "12万元", gap: "11", row: "3", year: "" },
    { left: "1", right: "12万元", gap: "11", row: "4", year: "" },
  ]);
});

test("a row of which the year is not written is named by its place", () => {
  const document = {
    kind: "each_row",
    ...said,
    list: "operation",
    left: "service_income",
    compare: "=",
    right: "operating_income",
  } as const;
  const change = { lists: { operation: withRow(0, { year: null }) } };
  expect(eachRow(document, caseOf(change)).map(({ params }) => [params.row, params.year])).toEqual([
    ["1", ""],
    ["2", "2024"],
    ["3", "2023"],
  ]);
});

describe("a stated percentage", () => {
  const tried = (part: FigureDocument, whole: FigureDocument, stated: FigureDocument, change: FormChange = oneOpen) =>
    share({ kind: "share", ...said, part, whole, stated, within: "0.1" }, caseOf(change));

  test("is held against part and whole", () => {
    expect(tried(number("1"), number("4"), number("25"))).toEqual([]);
    expect(tried(number("1"), number("4"), number("30")).map(({ params }) => params)).toEqual([
      { part: "1", whole: "4", stated: "30", computed: "25%" },
    ]);
  });

  test("is not doubted while part, whole or the percentage itself is open or not known", () => {
    expect(tried(graduates, number("100"), number("50"))).toEqual([]);
    expect(tried(number("1"), graduates, number("50"))).toEqual([]);
    expect(tried(number("1"), number("100"), graduates)).toEqual([]);
    expect(tried(assets, number("100"), number("50"), unknown)).toEqual([]);
    expect(tried(number("1"), assets, number("50"), unknown)).toEqual([]);
    expect(tried(number("1"), number("100"), assets, unknown)).toEqual([]);
  });
});

describe("a share that must be reached", () => {
  const tried = (part: FigureDocument, whole: FigureDocument, change: FormChange = {}) =>
    ratioAtLeast({ kind: "ratio_at_least", ...said, part, whole, at_least: "0.9" }, caseOf(change));

  test("fails below it, with its figures and each place once", () => {
    expect(tried(graduates, { distinct: "staff", name: "人员" })).toEqual([]);
    const change = { lists: { staff: withRow(3, { college_or_above: false }) } };
    expect(tried(graduates, { distinct: "staff", name: "人员" }, change)).toEqual([
      {
        params: { part: "14人", whole: "16人", computed: "87.5%", at_least: "90" },
        fields: ["/lists/staff"],
      },
    ]);
  });

  test("is not asked of nothing, nor while part or whole is not known", () => {
    const loss: FigureDocument = { list: "operation", year: "base_year", column: "total_profit" };
    const change = { lists: { operation: withEveryRow({ total_profit: "-5" }) } };
    expect(tried(loss, number("0"), change)).toEqual([]);
    expect(tried(loss, number("1"), change)).toHaveLength(1);
    expect(tried(assets, number("1000"), unknown)).toEqual([]);
    expect(tried(number("1"), assets, unknown)).toEqual([]);
  });
});

test("a figure that is open or nothing is not taken for so many times another", () => {
  const tried = (figures: FigureDocument[], change: FormChange = oneOpen) =>
    notTimes({ kind: "not_times", ...said, figures, times: "10", within_percent: "0" }, caseOf(change));
  expect(tried([number("150"), number("15")]).map(({ params }) => params)).toEqual([
    { larger: "150", smaller: "15", times: "10" },
  ]);
  expect(tried([number("140"), graduates])).toEqual([]);
  expect(tried([number("150"), graduates], {})).toHaveLength(1);
  expect(tried([number("0"), number("0")])).toEqual([]);
  expect(tried([number("3200"), assets], unknown)).toEqual([]);
});
