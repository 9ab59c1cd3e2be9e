import { describe, expect, test } from "vitest";
import { type FormChange, withEveryRow, withRow } from "../../../testing/forms/changed.ts";
import { checksOn, findingsOn } from "../../../testing/forms/findings.ts";
import type { FormValue } from "../forms.ts";

const fields = (values: Record<string, FormValue | null>): FormChange => ({ fields: values });

describe("values within their range", () => {
  test.each<[string, FormChange, string[]]>([
    ["X19 at the limit", fields({ "basics.registered_capital": "1000000" }), []],
    ["X19 above the limit", fields({ "basics.registered_capital": "1000000.01" }), ["amount_too_large"]],
    ["X19 in a row", { lists: { operation: withRow(1, { tax_paid: "1000001" }) } }, ["amount_too_large"]],
    ["X20 fifteen", { lists: { staff: withRow(0, { age: 15 }) } }, ["age_unusual"]],
    ["X20 sixteen", { lists: { staff: withRow(0, { age: 16 }) } }, []],
    ["X20 eighty", { lists: { staff: withRow(0, { age: 80 }) } }, []],
    ["X20 eighty-one", { lists: { staff: withRow(0, { age: 81 }) } }, ["age_unusual"]],
    ["X20 no age", { lists: { staff: withRow(0, { age: null }) } }, []],
  ])("%s", (_, change, wanted) => {
    expect(checksOn(change)).toEqual(wanted);
  });

  test("name the rows, and count those beyond the fifth", () => {
    const [one] = findingsOn({ lists: { staff: withRow(2, { age: 7 }) } });
    expect(one?.message).toBe("第3行年龄7岁，一般在16到80岁之间，请核对（附件2）。");
    expect(one?.fields).toEqual(["/lists/staff/2/age"]);
    const all = findingsOn({
      lists: { staff: (rows) => rows.map((row, at) => ({ ...row, age: 100 + at })) },
    }).find(({ check }) => check === "age_unusual");
    expect(all?.params.items).toBe(
      "第1行年龄100岁、第2行年龄101岁、第3行年龄102岁、第4行年龄103岁、第5行年龄104岁等16处",
    );
    expect(all?.fields).toHaveLength(16);
  });
});

describe("X20 dates after today", () => {
  test.each<[string, FormChange, string[]]>([
    ["filled in today", fields({ "cover.filled_on": "2026-06-10" }), []],
    ["filled in tomorrow", fields({ "cover.filled_on": "2026-06-11" }), ["date_in_future"]],
    ["declared tomorrow", fields({ "declaration.declared_on": "2026-06-11" }), ["date_in_future"]],
    ["bought this month", { lists: { equipment: withRow(0, { purchased_on: "2026-06" }) } }, []],
    ["bought next month", { lists: { equipment: withRow(0, { purchased_on: "2026-07" }) } }, ["date_in_future"]],
    ["bought tomorrow", { lists: { equipment: withRow(0, { purchased_on: "2026-06-11" }) } }, ["date_in_future"]],
    ["an agreement that ends later", { lists: { partners: withEveryRow({ agreement_ends_on: "2030-01-01" }) } }, []],
    [
      "an agreement signed later",
      { lists: { served: withRow(0, { service_agreement_signed_on: "2026-06-11" }) } },
      ["date_in_future"],
    ],
  ])("%s", (_, change, wanted) => {
    expect(checksOn(change)).toEqual(wanted);
  });

  test("say where", () => {
    const [found] = findingsOn(fields({ "cover.filled_on": "2026-06-11" }));
    expect(found?.message).toBe("填报日期2026-06-11，晚于今天，请核对（附件2）。");
  });
});

describe("X15 the registration", () => {
  const since = (date: string): FormChange =>
    fields({ "basics.registered_on": date, "supplement.licence_registered_on": date });

  test.each<[string, FormChange, string[]]>([
    ["two years and a day", since("2024-06-09"), []],
    ["two years to the day", since("2024-06-10"), []],
    ["a day short", since("2024-06-11"), ["two_years_not_reached"]],
    ["operating later", fields({ "supplement.operation_start_date": "2024-06-11" }), ["two_years_not_reached"]],
    ["operating since two years", fields({ "supplement.operation_start_date": "2024-06-10" }), []],
    ["no dates", fields({ "basics.registered_on": null }), []],
    [
      "another date on the licence",
      fields({ "basics.registered_on": "2019-03-19" }),
      ["registration_differs_from_licence"],
    ],
    [
      "no date of the licence",
      fields({ "basics.registered_on": "2019-03-19", "supplement.licence_registered_on": null }),
      [],
    ],
  ])("%s", (_, change, wanted) => {
    expect(checksOn(change)).toEqual(wanted);
  });

  test("counts to the day of submission, and to today before it", () => {
    const change = since("2024-06-11");
    expect(checksOn(change, { submissionDate: "2026-06-11", today: "2026-06-11" })).toEqual([]);
    expect(checksOn(change, { submissionDate: null, today: "2026-06-11" })).toEqual([]);
    expect(checksOn(change, { submissionDate: "2026-06-10", today: "2026-06-11" })).toEqual(["two_years_not_reached"]);
  });

  test("says when two years are reached", () => {
    expect(findingsOn(since("2024-06-11")).map(({ message }) => message)).toEqual([
      "2024年6月11日起满2年是2026年6月11日，提交时还没有满（第六条（一））。",
    ]);
    expect(findingsOn(fields({ "basics.registered_on": "2019-03-19" })).map(({ message }) => message)).toEqual([
      "注册日期2019年3月19日，证照上是2019年3月18日，应一致（第九条（二））。",
    ]);
  });
});

describe("X16 website and filing number", () => {
  test.each<[string, FormChange, string[]]>([
    ["both", {}, []],
    ["neither", fields({ "basics.website": null, "basics.icp_number": null }), []],
    [
      "the website alone",
      fields({ "basics.icp_number": null }),
      ["网址和备案号应同时填写，现在只填了网址，缺备案号（第九条（五），附件2）。"],
    ],
    [
      "the number alone",
      fields({ "basics.website": null }),
      ["网址和备案号应同时填写，现在只填了备案号，缺网址（第九条（五），附件2）。"],
    ],
  ])("%s", (_, change, wanted) => {
    expect(findingsOn(change).map(({ message }) => message)).toEqual(wanted);
  });
});
