import { describe, expect, test } from "vitest";
import { changed, type FormChange, withEveryRow, withRow } from "../../testing/forms/changed.ts";
import { sampleContext, sampleForm } from "../../testing/forms/sample-form.ts";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import type { FigureDocument } from "./figures.ts";
import { FormCase } from "./form-case.ts";
import { figureOf, numberOf, spellFigure, spellNumber } from "./form-figures.ts";
import type { FormValue, FormValues } from "./forms.ts";

const worked = (document: FigureDocument, change: FormChange = {}, policy = zhengzhouPolicy) =>
  figureOf(document, new FormCase(policy, changed(sampleForm(), change), sampleContext));
const list = (id: string, change: (rows: readonly FormValues[]) => readonly FormValues[]): FormChange => ({
  lists: { [id]: change },
});
const millionths = (whole: number) => BigInt(whole) * 1_000_000n;

test.each<[FormValue | null, bigint | null]>([
  [5, 5_000_000n],
  [-2, -2_000_000n],
  ["5", 5_000_000n],
  ["12.5", 12_500_000n],
  ["-0.01", -10_000n],
  ["0.000001", 1n],
  ["0.0000001", null],
  [1.5, null],
  ["1.", null],
  [".5", null],
  [" 5", null],
  ["5家", null],
  ["约5", null],
  ["", null],
  [true, null],
  [["5"], null],
  [null, null],
])("%j states so many millionths: %s", (value, number) => {
  expect(numberOf(value)).toBe(number);
});

test("a figure is spelled as one number, or from the one to the other while it is open", () => {
  expect(spellNumber(1_234_500_000n, "万元")).toBe("1,234.5万元");
  const figure = { low: millionths(1_000), high: millionths(1_000), name: "", unit: "家", fields: [] };
  expect(spellFigure(figure)).toBe("1,000家");
  expect(spellFigure({ ...figure, high: millionths(1_002) })).toBe("1,000至1,002家");
});

describe("a field as a figure", () => {
  test("has its name and its unit, and says where it stands", () => {
    const fields = ["/sections/basics/total_assets"];
    const figure = { low: millionths(320), high: millionths(320), name: "上年末总资产", unit: "万元", fields };
    expect(worked({ field: "basics.total_assets" })).toEqual(figure);
    expect(worked({ field: "basics.total_assets", name: "总资产" })).toEqual({ ...figure, name: "总资产" });
  });

  test("is none while it is not given or no number", () => {
    for (const value of [null, "三百二十"])
      expect(worked({ field: "basics.total_assets" }, { fields: { "basics.total_assets": value } })).toBeNull();
  });

  test("without a unit is a bare number", () => {
    const plain = { fields: { "basics.fax": "67880001" } };
    expect(worked({ field: "basics.fax" }, plain)).toMatchObject({ low: millionths(67_880_001), unit: "" });
  });

  test("of a year's row is named with its year, unless it has a name of its own", () => {
    const assets = { list: "operation", year: "base_year", column: "total_assets" } as const;
    expect(worked(assets)).toEqual({
      low: millionths(320),
      high: millionths(320),
      name: "2025年资产总额",
      unit: "万元",
      fields: ["/lists/operation/0/total_assets"],
    });
    expect(worked({ ...assets, year: "year_before", name: "前年的" })).toMatchObject({
      name: "前年的",
      fields: ["/lists/operation/1/total_assets"],
    });
  });

  test("of a year that has no row, or two, is none", () => {
    const assets = { list: "operation", year: "base_year", column: "total_assets" } as const;
    expect(worked(assets, list("operation", withRow(0, { year: 2022 })))).toBeNull();
    expect(worked(assets, list("operation", withRow(1, { year: 2025 })))).toBeNull();
  });
});

test("a number of the policy stands in no field", () => {
  expect(worked({ number: "12.5" })).toEqual({ low: 12_500_000n, high: 12_500_000n, name: "", unit: "", fields: [] });
});

describe("the sum of a column", () => {
  const prices = { sum: "equipment", column: "price", name: "合计" };

  test("has the column's unit, and points to the list", () => {
    const unit = zhengzhouPolicy.forms.lists.get("equipment")?.columnsById.get("price")?.unit;
    expect(unit).not.toBe("");
    expect(worked(prices)).toEqual({
      low: millionths(48),
      high: millionths(48),
      name: "合计",
      unit,
      fields: ["/lists/equipment"],
    });
  });

  test("leaves out a row in which nothing is written, and is none of no row at all", () => {
    const blank = { equipment_name: null, price: null };
    expect(
      worked(
        prices,
        list("equipment", (rows) => [blank, ...rows]),
      )?.low,
    ).toBe(millionths(48));
    expect(
      worked(
        prices,
        list("equipment", () => [blank]),
      ),
    ).toBeNull();
    expect(
      worked(
        prices,
        list("equipment", () => []),
      ),
    ).toBeNull();
  });

  test("is none while one row is open, unless what is given counts as a lower bound", () => {
    const open = list("equipment", withRow(1, { price: null }));
    expect(worked(prices, open)).toBeNull();
    expect(worked({ ...prices, partial: true }, open)?.low).toBe(millionths(36));
    expect(worked({ ...prices, partial: true }, list("equipment", withEveryRow({ price: null })))).toBeNull();
  });

  test("counts each row as often as another column says, where the setting means it so", () => {
    const { value } = zhengzhouPolicy.document.settings.find(({ id }) => id === "equipment_list_price") ?? {};
    const times = (is: string) => ({ column: "quantity", if: { setting: "equipment_list_price", is } });
    const asSet = { ...prices, times: times(String(value)) };
    expect(worked(asSet)?.low).toBe(millionths(60));
    expect(worked({ ...prices, times: times("another meaning") })?.low).toBe(millionths(48));
    expect(worked(asSet, list("equipment", withRow(0, { price: "0.5" })))?.low).toBe(millionths(37));
    expect(worked(asSet, list("equipment", withRow(0, { quantity: null })))).toBeNull();
  });
});

describe("the distinct bodies of a list as a figure", () => {
  const staff = { distinct: "staff", name: "人员" };
  const graduates = { ...staff, where: { column: "college_or_above", is: true } };

  test("are counted with the unit of the list, and are no figure where nobody is listed", () => {
    expect(worked(staff)).toEqual({
      low: millionths(16),
      high: millionths(16),
      name: "人员",
      unit: "人",
      fields: ["/lists/staff"],
    });
    expect(
      worked(
        staff,
        list("staff", () => []),
      ),
    ).toBeNull();
  });

  test("are between those that are surely meant and those that may be", () => {
    expect(worked(graduates)).toMatchObject({ low: millionths(15), high: millionths(15) });
    const open = list("staff", withRow(3, { college_or_above: null }));
    expect(worked(graduates, open)).toMatchObject({ low: millionths(14), high: millionths(15) });
    const none = list("staff", withEveryRow({ college_or_above: false }));
    expect(worked(graduates, none)).toMatchObject({ low: 0n, high: 0n });
  });

  test("leave out the applicant itself, where it does not count", () => {
    const partners = { distinct: "partners", name: "合作单位" };
    const own = { fields: {}, ...list("partners", withRow(0, { partner_name: "郑州某某中小企业服务有限公司" })) };
    const all = worked(partners)?.low ?? 0n;
    expect(worked(partners, own)?.low).toBe(all);
    expect(worked({ ...partners, without_applicant: true }, own)?.low).toBe(all - millionths(1));
    expect(worked({ ...partners, without_applicant: true })?.low).toBe(all);
  });

  test("point to the blank cells, where those are what is counted", () => {
    const blank = { ...staff, where: { blank: "degree" } };
    const change = list("staff", (rows) => withRow(2, { degree: null })(withRow(5, { degree: null })(rows)));
    expect(worked(blank, change)).toMatchObject({
      low: millionths(2),
      fields: ["/lists/staff/2/degree", "/lists/staff/5/degree"],
    });
    expect(worked(blank)).toMatchObject({ low: 0n, fields: ["/lists/staff"] });
  });
});

describe("a total", () => {
  const owned = { field: "basics.premises_owned" };
  const leased = { field: "basics.premises_leased" };
  const total = { total: [owned, leased], name: "自有加租用" };

  test("adds up its parts, with the unit of the first and the places of all", () => {
    const change = { fields: { "basics.premises_owned": "30.5" } };
    const unit = zhengzhouPolicy.forms.sections.get("basics")?.fieldsById.get("premises_owned")?.unit;
    expect(worked(total, change)).toEqual({
      low: 450_500_000n,
      high: 450_500_000n,
      name: "自有加租用",
      unit,
      fields: ["/sections/basics/premises_owned", "/sections/basics/premises_leased"],
    });
  });

  test("is as open as its parts, and none while one of them is none", () => {
    const graduates = { distinct: "staff", where: { column: "college_or_above", is: true }, name: "大专" };
    const open = list("staff", withRow(3, { college_or_above: null }));
    expect(worked({ total: [graduates, { number: "2" }], name: "" }, open)).toMatchObject({
      low: millionths(16),
      high: millionths(17),
    });
    expect(worked(total, { fields: { "basics.premises_leased": null } })).toBeNull();
  });
});
