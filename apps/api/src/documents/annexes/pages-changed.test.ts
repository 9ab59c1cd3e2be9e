import type { FormData } from "@shifan/rules";
import { expect, test } from "vitest";
import { forms } from "../../../testing/documents/forms.ts";
import { sample } from "../../../testing/documents/sample.ts";
import { pagesChanged } from "./pages-changed.ts";

const before = sample(12);

function inSection(section: string, field: string, value: string | number): FormData {
  return { ...before, sections: { ...before.sections, [section]: { ...before.sections[section], [field]: value } } };
}

function inRow(list: string, at: number, field: string, value: string): FormData {
  const rows = (before.lists[list] ?? []).map((row, index) => (index === at ? { ...row, [field]: value } : row));
  return { ...before, lists: { ...before.lists, [list]: rows } };
}

function changesOf(after: FormData) {
  const { parts, sheets } = pagesChanged(forms, "annex_2", before, after);
  return { parts: parts.map(({ id }) => id), sheets: sheets.map(({ title }) => title) };
}

test("nothing changed: nothing to print", () => {
  expect(pagesChanged(forms, "annex_2", before, sample(12))).toEqual({ parts: [], sheets: [] });
});

test.each([
  ["the cover", inSection("cover", "applicant_name", "新名称"), ["cover"], ["封面"]],
  ["§一", inSection("basics", "fax", "0371-60000000"), ["basics"], ["一、郑州市中小企业公共服务示范平台申请表"]],
  [
    "investors, which stand in §一",
    inRow("investors", 0, "investor_name", "别人"),
    ["basics"],
    ["一、郑州市中小企业公共服务示范平台申请表"],
  ],
  ["§二", inRow("operation", 0, "tax_paid", "1"), ["operation"], ["一、郑州市中小企业公共服务示范平台申请表"]],
  ["a row of the equipment", inRow("equipment", 1, "price", "19"), ["equipment"], ["二、主要服务设备、仪器及软件清单"]],
  ["a narrative", inSection("narratives", "next_plans", "别的设想"), ["narratives.next_plans"], ["五、有关情况说明"]],
  [
    "the platform type, printed in 五(一)",
    inSection("supplement", "platform_type", "specialized"),
    ["narratives.basic_situation"],
    ["五、有关情况说明"],
  ],
])("a change of %s", (_, after, parts, sheets) => {
  expect(changesOf(after)).toEqual({ parts, sheets });
});

test("a column that is not printed changes no page", () => {
  expect(changesOf(inRow("served", 0, "enterprise_uscc", "91330100799655058B")).sheets).toEqual([]);
});

test("says what goes on the changed pages again", () => {
  const cover = pagesChanged(forms, "annex_2", before, inSection("cover", "filled_on", "2026-09-15"));
  expect(cover.sheets).toEqual([{ title: "封面", places: ["seal"] }]);
  const declaration = pagesChanged(forms, "annex_3", before, inSection("declaration", "declared_on", "2026-09-15"));
  expect(declaration.sheets).toEqual([{ title: "申报材料真实性声明", places: ["seal", "signature"] }]);
});
