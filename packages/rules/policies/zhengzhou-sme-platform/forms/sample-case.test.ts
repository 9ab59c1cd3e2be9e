import { expect, test } from "vitest";
import { crossCheck } from "../../../src/forms/cross-check.ts";
import type { FormValues } from "../../../src/forms/forms.ts";
import { zhengzhouPolicy } from "../../../testing/policy.ts";
import sample from "../sample-cases.json" with { type: "json" };

const d04 = sample.cases.find(({ id }) => id === "D04") as unknown as {
  given: {
    form: Record<string, string | number>;
    staff_list: { rows: number; distinct: number; qualified_union: number };
    served_list: { rows: number; distinct: number; stated_total: number };
  };
};

/** So many rows, the last of them repeating the first ones until only so many differ. */
function rowsOf(list: { rows: number; distinct: number }, make: (index: number) => FormValues): FormValues[] {
  return Array.from({ length: list.rows }, (_, index) => make(index % list.distinct));
}

test("D04 application form and lists checked against each other", () => {
  const { form, staff_list, served_list } = d04.given;
  const text = (key: string): string => String(form[key]);
  const found = crossCheck(
    zhengzhouPolicy,
    {
      sections: {
        basics: {
          total_assets: text("total_assets_s1_wan"),
          equipment_price: text("equipment_price_wan"),
          equipment_share: text("equipment_pct_stated"),
          premises_total: text("premises_total"),
          premises_owned: text("own"),
          premises_leased: text("leased"),
          employees: form.staff_total as number,
          qualified_staff: form.qualified as number,
          qualified_share: text("qualified_pct_stated"),
        },
        served_total: { enterprises: served_list.stated_total },
      },
      lists: {
        operation: [{ year: 2025, total_assets: text("assets_row_2025_wan") }],
        staff: rowsOf(staff_list, (index) => ({
          staff_name: `员工${index}`,
          college_or_above: index < staff_list.qualified_union,
          middle_title_or_above: false,
        })),
        served: rowsOf(served_list, (index) => ({ enterprise_name: `企业${index}`, satisfaction: "satisfied" })),
      },
    },
    { roundYear: 2026, today: "2026-06-10", submissionDate: null },
  );
  // 59 of 62 are below 60 and differ from the stated total; 133.3 % for 200 ÷ 150 is lawful and right, and the premises add up.
  expect(found.map(({ code, check, level }) => [code, check, level])).toEqual([
    ["X01", "total_assets_differ", "error"],
    ["X06", "qualified_share_differs", "error"],
    ["X07", "staff_duplicates", "warning"],
    ["X07", "qualified_staff_differs_from_list", "warning"],
    ["X11", "served_below_minimum", "error"],
    ["X11", "served_figures_differ", "error"],
  ]);
  expect(found.map(({ message }) => message)).toEqual([
    "上年末总资产150万元，2025年资产总额152.3万元，应为同一个数（附件2，第六条（二））。",
    "专业人员14人，从业人数16人，占87.5%，填的是90%（附件2）。",
    "人员一览表16行，去重后15人，重复的有：员工0（附件2）。",
    "填报的专业人员14人，名单中的专业人员13人，人数对不上（附件2，第六条（六））。",
    "服务企业名单去重后59家，要求不少于60家，差1家（第六条（三））。",
    "名单去重后59家，表末合计62家，应为同一个数（附件2，第六条（三））。",
  ]);
});
