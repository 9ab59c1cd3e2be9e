import { describe, expect, test } from "vitest";
import { changed, type FormChange, withEveryRow, withRow } from "../../../testing/forms/changed.ts";
import { checksOn, findingsOn } from "../../../testing/forms/findings.ts";
import { sampleContext, sampleForm } from "../../../testing/forms/sample-form.ts";
import { zhengzhouPolicy } from "../../../testing/policy.ts";
import { compilePolicy } from "../../policy/compile.ts";
import { crossCheck } from "../cross-check.ts";
import type { FormValue, FormValues } from "../forms.ts";

type Rows = readonly FormValues[];

const fields = (values: Record<string, FormValue | null>): FormChange => ({ fields: values });
const list = (id: string, change: (rows: Rows) => Rows): FormChange => ({ lists: { [id]: change } });
const first =
  (count: number) =>
  (rows: Rows): Rows =>
    rows.slice(0, count);
/** A staff list of so many, in a form whose stated figures agree with it. */
const staffOf = (count: number): FormChange => ({
  fields: { "basics.employees": 22, "basics.qualified_staff": count - 1, "basics.qualified_share": null },
  lists: { staff: first(count) },
});
const servedOf = (count: number): FormChange => ({
  fields: { "served_total.enterprises": count },
  lists: { served: first(count), operation: withRow(0, { smes_served: count }) },
});
const satisfied = (count: number, rest: FormValue | null): FormChange =>
  list("served", (rows) => rows.map((row, at) => ({ ...row, satisfaction: at < count ? "satisfied" : rest })));

test("the sample form has no finding", () => {
  expect(findingsOn({})).toEqual([]);
});

describe("figures that must agree", () => {
  test.each<[string, FormChange, string[]]>([
    ["X01 the same", fields({ "basics.total_assets": "320" }), []],
    ["X01 a 分 less", fields({ "basics.total_assets": "319.999999" }), ["total_assets_differ"]],
    ["X01 a 分 more", fields({ "basics.total_assets": "320.000001" }), ["total_assets_differ"]],
    ["X01 the row", list("operation", withRow(0, { total_assets: "321" })), ["total_assets_differ"]],
    ["X01 another year's row", list("operation", withRow(1, { total_assets: "321" })), []],
    ["X01 the audit", fields({ "supplement.audited_total_assets": "320.5" }), ["total_assets_differ"]],
    [
      "X01 the audited income",
      fields({ "supplement.audited_service_income": "209" }),
      ["service_income_differs_from_audit"],
    ],
    ["X03 the list's sum", list("equipment", withRow(1, { price: "12.01" })), ["equipment_price_differs_from_list"]],
    ["X03 a row without price", list("equipment", withRow(1, { price: null })), []],
    ["X03 no list", list("equipment", () => []), []],
    ["X04 the quantities", list("equipment", withRow(0, { quantity: 3 })), ["equipment_count_differs_from_list"]],
    [
      "X07 one counted less",
      list("staff", withRow(1, { college_or_above: false, middle_title_or_above: false })),
      ["qualified_staff_differs_from_list"],
    ],
    ["X07 one not known", list("staff", withRow(1, { college_or_above: null, middle_title_or_above: null })), []],
    ["X07 one outside expert", list("staff", withRow(1, { employed: false })), ["qualified_staff_differs_from_list"]],
    ["X11 the foot", fields({ "served_total.enterprises": 97 }), ["served_figures_differ"]],
    ["X11 the row", list("operation", withRow(0, { smes_served: 95 })), ["served_figures_differ"]],
    ["X11 a repeated firm", list("served", withRow(1, { enterprise_name: "企业 1" })), ["served_figures_differ"]],
  ])("%s", (_, change, wanted) => {
    expect(checksOn(change)).toEqual(wanted);
  });

  test("say each figure with its name and point to where it stands", () => {
    const [found] = findingsOn(fields({ "basics.total_assets": "3200000" }));
    expect(found).toEqual({
      code: "X01",
      check: "total_assets_differ",
      level: "error",
      article: "附件2",
      params: { figures: "上年末总资产3,200,000万元，2025年资产总额320万元，审计报告的上年末资产总额320万元" },
      fields: [
        "/sections/basics/total_assets",
        "/lists/operation/0/total_assets",
        "/sections/supplement/audited_total_assets",
      ],
      message:
        "上年末总资产3,200,000万元，2025年资产总额320万元，审计报告的上年末资产总额320万元，应为同一个数（附件2，第六条（二））。",
    });
  });

  test("X03 multiplies by the quantity where the setting says that prices are unit prices", () => {
    const settings = zhengzhouPolicy.document.settings.map((setting) =>
      setting.id === "equipment_list_price" ? { ...setting, value: "unit_price" } : setting,
    );
    const byUnit = compilePolicy({ ...zhengzhouPolicy.document, settings });
    const checks = (change: FormChange): string[] =>
      crossCheck(byUnit, changed(sampleForm(), change), sampleContext).map(({ message }) => message);
    expect(checks({})).toEqual([
      "仪器、设备购买价格48万元，设备清单合计60万元，请核对清单的购买价格是单价还是合计（附件2）。",
    ]);
    expect(checks(list("equipment", withRow(0, { price: "6" })))).toEqual([]);
    expect(checks(list("equipment", withRow(0, { quantity: null })))).toEqual([]);
  });
});

test("a sum leaves out a row in which nothing is written", () => {
  const blank = { equipment_name: null, price: null, quantity: null };
  expect(checksOn(list("equipment", (rows) => [...withRow(1, { price: "13" })(rows), blank]))).toEqual([
    "equipment_price_differs_from_list",
  ]);
});

test("a figure that is still open fails only at its better end, and lacks what is missing there", () => {
  const checks = zhengzhouPolicy.document.forms.checks.map((check) =>
    check.id === "staff_below_minimum" && check.kind === "compare"
      ? { ...check, left: { distinct: "staff", where: { column: "college_or_above", is: true }, name: "大专" } }
      : check,
  );
  const { document } = zhengzhouPolicy;
  const policy = compilePolicy({ ...document, forms: { ...document.forms, checks } });
  const messagesOf = (known: number, open: number): string[] =>
    crossCheck(
      policy,
      changed(
        sampleForm(),
        list("staff", (rows) =>
          rows.map((row, at) => ({ ...row, college_or_above: at < known ? true : at < known + open ? null : false })),
        ),
      ),
      sampleContext,
    )
      .filter(({ check }) => check === "staff_below_minimum")
      .map(({ message }) => message);
  expect(messagesOf(5, 2)).toEqual(["人员一览表去重后5至7人，要求不少于12人，差5人（第六条（六））。"]);
  expect(messagesOf(5, 7)).toEqual([]);
});

describe("figures that are compared", () => {
  test.each<[string, FormChange, string[]]>([
    ["X05 together less", fields({ "basics.premises_total": "420.0001" }), ["premises_do_not_add_up"]],
    ["X05 together the same", fields({ "basics.premises_owned": "20", "basics.premises_leased": "400" }), []],
    ["X05 together more", fields({ "basics.premises_owned": "0.5" }), ["premises_do_not_add_up"]],
    ["X05 one part missing", fields({ "basics.premises_owned": null, "basics.premises_total": "500" }), []],
    [
      "X06 as many as employees",
      { ...fields({ "basics.employees": 15, "basics.qualified_share": "100" }), ...list("staff", first(15)) },
      ["qualified_staff_differs_from_list"],
    ],
    [
      "X06 more than employees",
      { ...fields({ "basics.employees": 14, "basics.qualified_share": null }), ...list("staff", () => []) },
      ["qualified_staff_above_employees"],
    ],
    ["X07 eleven", staffOf(11), ["staff_below_minimum"]],
    ["X07 twelve", staffOf(12), []],
    ["X07 thirteen", staffOf(13), []],
    ["X08 as many as rows", fields({ "basics.employees": 16, "basics.qualified_share": "93.8" }), []],
    ["X08 one fewer", fields({ "basics.employees": 15, "basics.qualified_share": "100" }), ["staff_above_employees"]],
    [
      "X10 just the whole",
      list("service_products", withRow(0, { income_share: "69.2" })),
      ["income_shares_differ_from_income"],
    ],
    [
      "X10 above the whole",
      list("service_products", withRow(0, { income_share: "69.2001" })),
      ["income_shares_above_whole", "income_shares_differ_from_income"],
    ],
    [
      "X10 above although a row is blank",
      list("service_products", (rows) => [
        { ...rows[0], income_share: "100" },
        { ...rows[0], income_share: null },
        { ...rows[1], income_share: "1" },
      ]),
      ["income_shares_above_whole"],
    ],
    ["X11 fifty-nine", servedOf(59), ["served_below_minimum"]],
    ["X11 sixty", servedOf(60), []],
    ["X11 sixty-one", servedOf(61), []],
    ["X12 one unrated", list("served", withRow(0, { satisfaction: null })), ["unrated_enterprises"]],
    ["X13 four", list("partners", first(4)), ["partners_below_minimum"]],
    ["X13 five", list("partners", first(5)), []],
    [
      "X13 five, one ended",
      list("partners", (rows) => withRow(0, { agreement_ends_on: "2026-06-09" })(rows.slice(0, 5))),
      ["partners_below_minimum"],
    ],
    [
      "X13 five, one ending today",
      list("partners", (rows) => withRow(0, { agreement_ends_on: "2026-06-10" })(rows.slice(0, 5))),
      [],
    ],
    [
      "X13 five without dates",
      list("partners", (rows) => withEveryRow({ agreement_ends_on: null })(rows.slice(0, 5))),
      [],
    ],
    ["X14 below the whole", list("investors", withRow(0, { investment_share: "59.9999" })), []],
    ["X14 above the whole", list("investors", withRow(0, { investment_share: "60.0001" })), ["investment_above_whole"]],
  ])("%s", (_, change, wanted) => {
    expect(checksOn(change)).toEqual(wanted);
  });

  test("say how much is lacking", () => {
    expect(findingsOn(servedOf(52)).map(({ message, fields: at }) => [message, at])).toEqual([
      ["服务企业名单去重后52家，要求不少于60家，差8家（第六条（三））。", ["/lists/served"]],
    ]);
  });

  test("point to the firms without a mark", () => {
    const [found] = findingsOn(list("served", withRow(7, { satisfaction: null })));
    expect(found?.fields).toEqual(["/lists/served/7/satisfaction"]);
    expect(found?.message).toBe("还有1家没有选满意或不满意，每家应选一个（附件2）。");
  });

  test.each<[string, FormChange, string[]]>([
    ["X09 the same", list("operation", withRow(1, { service_income: "260" })), []],
    [
      "X09 a 分 more",
      list("operation", withRow(1, { service_income: "260.000001" })),
      ["service_income_above_operating_income"],
    ],
    ["X09 nothing to compare with", list("operation", withRow(1, { operating_income: null })), []],
  ])("%s", (_, change, wanted) => {
    expect(checksOn(change)).toEqual(wanted);
  });

  test("X09 names the year and points to the row", () => {
    const [found] = findingsOn(list("operation", withRow(2, { service_income: "300" })));
    expect(found?.message).toBe("2023年服务收入300万元，多于营业收入260万元，服务收入应是营业收入的一部分（附件2）。");
    expect(found?.fields).toEqual(["/lists/operation/2/service_income", "/lists/operation/2/operating_income"]);
  });
});

describe("percentages that are stated", () => {
  const equipment = (stated: string): FormChange => fields({ "basics.equipment_share": stated });

  test.each<[string, FormChange, string[]]>([
    ["X02 0.1 below", equipment("14.9"), []],
    ["X02 more than 0.1 below", equipment("14.8999"), ["equipment_share_differs"]],
    ["X02 0.1 above", equipment("15.1"), []],
    ["X02 more than 0.1 above", equipment("15.1001"), ["equipment_share_differs"]],
    [
      "X02 above the whole is lawful",
      {
        ...fields({ "basics.equipment_price": "426.64", "basics.equipment_share": "133.3" }),
        ...list("equipment", () => []),
      },
      [],
    ],
    [
      "X02 no assets",
      fields({ "basics.total_assets": "0", "supplement.audited_total_assets": null }),
      ["total_assets_differ"],
    ],
    ["X06 rounded", fields({ "basics.qualified_share": "68.1" }), []],
    ["X06 0.1 too far", fields({ "basics.qualified_share": "68.3" }), ["qualified_share_differs"]],
    [
      "X10 one point below",
      list("service_products", withRow(0, { income_share: "48.9692" })),
      ["income_shares_differ_from_income"],
    ],
    ["X10 within a point below", list("service_products", withRow(0, { income_share: "48.9693" })), []],
    [
      "X10 more than a point above",
      list("service_products", withRow(0, { income_share: "50.9693" })),
      ["income_shares_differ_from_income"],
    ],
    ["X10 within a point above", list("service_products", withRow(0, { income_share: "50.9692" })), []],
    ["X10 a product without share", list("service_products", withRow(0, { income_share: null })), []],
  ])("%s", (_, change, wanted) => {
    expect(checksOn(change)).toEqual(wanted);
  });

  test("say what was computed", () => {
    expect(findingsOn(equipment("16")).map(({ message, fields: at }) => [message, at])).toEqual([
      [
        "购买价格48万元，上年末总资产320万元，占15%，填的是16%（附件2）。",
        ["/sections/basics/equipment_share", "/sections/basics/equipment_price", "/sections/basics/total_assets"],
      ],
    ]);
  });
});

describe("X12 satisfaction", () => {
  test.each<[string, FormChange, string[]]>([
    ["exactly nine tenths of a hundred", { ...satisfied(90, "unsatisfied") }, []],
    ["one less than nine tenths", satisfied(86, "unsatisfied"), ["satisfaction_below_minimum"]],
    ["nine tenths rounded up", satisfied(87, "unsatisfied"), []],
    ["unrated ones may still be satisfied", satisfied(80, null), ["unrated_enterprises"]],
    ["none in the list", list("served", () => []), []],
  ])("%s", (_, change, wanted) => {
    expect(checksOn(change)).toEqual(wanted);
  });

  test("compares by whole numbers: 54 of 60 is nine tenths, 53 is not", () => {
    const sixty = (count: number): FormChange => ({
      ...servedOf(60),
      lists: {
        ...servedOf(60).lists,
        served: (rows) =>
          rows.slice(0, 60).map((row, at) => ({ ...row, satisfaction: at < count ? "satisfied" : "unsatisfied" })),
      },
    });
    expect(checksOn(sixty(54))).toEqual([]);
    expect(findingsOn(sixty(53)).map(({ message }) => message)).toEqual([
      "满意53家，名单60家，即使未评价的都算满意也只有88.33%，要求90%以上（第六条（三））。",
    ]);
  });
});

describe("X19 元 in a column of 万元", () => {
  test.each<[string, FormChange, string[]]>([
    [
      "ten thousand times the audit",
      fields({ "basics.total_assets": "3200000" }),
      ["total_assets_differ", "equipment_share_differs", "amount_too_large", "amount_in_yuan"],
    ],
    [
      "1 % off",
      fields({ "basics.total_assets": "3232000", "basics.equipment_share": null }),
      ["total_assets_differ", "amount_too_large", "amount_in_yuan"],
    ],
    [
      "more than 1 % off",
      fields({ "basics.total_assets": "3232000.1", "basics.equipment_share": null }),
      ["total_assets_differ", "amount_too_large"],
    ],
  ])("%s", (_, change, wanted) => {
    expect(checksOn(change)).toEqual(wanted);
  });

  test("names both figures", () => {
    const found = findingsOn(fields({ "basics.total_assets": "3200000" })).find(
      ({ check }) => check === "amount_in_yuan",
    );
    expect(found?.message).toBe(
      "上年末总资产3,200,000万元约为2025年资产总额320万元的10,000倍，请核对是否把元填进了万元栏（附件2）。",
    );
    expect(found?.fields).toEqual(["/sections/basics/total_assets", "/lists/operation/0/total_assets"]);
  });
});
