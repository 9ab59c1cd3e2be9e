import type { FormData } from "@shifan/rules";
import { expect, test } from "vitest";
import { forms } from "../../../testing/documents/forms.ts";
import { sample } from "../../../testing/documents/sample.ts";
import { pagesChanged, printedParts } from "./pages-changed.ts";

const before = sample(12);

function inSection(section: string, field: string, value: string | number): FormData {
  return { ...before, sections: { ...before.sections, [section]: { ...before.sections[section], [field]: value } } };
}

function inRow(list: string, at: number, field: string, value: string): FormData {
  const rows = (before.lists[list] ?? []).map((row, index) => (index === at ? { ...row, [field]: value } : row));
  return { ...before, lists: { ...before.lists, [list]: rows } };
}

function changesOf(after: FormData) {
  const { parts, sheets } = pagesChanged(forms, "annex_2", [printedParts(forms, "annex_2", before)], after);
  return { parts: parts.map(({ id }) => id), sheets: sheets.map(({ title }) => title) };
}

test("nothing changed: nothing to print", () => {
  const print = printedParts(forms, "annex_2", before);
  expect(pagesChanged(forms, "annex_2", [print], sample(12))).toEqual({ parts: [], sheets: [] });
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

test("never printed: every page", () => {
  expect(pagesChanged(forms, "annex_2", [], before).sheets).toHaveLength(6);
});

test("pages printed at different times stand together, and a page by the print in which it reads as now", () => {
  const print = (data: FormData) => printedParts(forms, "annex_2", data);
  const after = inSection("cover", "filled_on", "2026-09-15");
  const again = inRow("equipment", 1, "price", "19");
  const both: FormData = { sections: after.sections, lists: again.lists };
  const titles = (...prints: FormData[]) =>
    pagesChanged(forms, "annex_2", prints.map(print), both).sheets.map(({ title }) => title);
  expect(titles(before)).toEqual(["封面", "二、主要服务设备、仪器及软件清单"]);
  expect(titles(after, before)).toEqual(["二、主要服务设备、仪器及软件清单"]);
  expect(titles(again, after)).toEqual([]);
});

test("says what goes on the changed pages again", () => {
  const changed = (annex: string, after: FormData) =>
    pagesChanged(forms, annex, [printedParts(forms, annex, before)], after);
  const cover = changed("annex_2", inSection("cover", "filled_on", "2026-09-15"));
  expect(cover.sheets).toEqual([{ title: "封面", places: ["seal"] }]);
  const declaration = changed("annex_3", inSection("declaration", "declared_on", "2026-09-15"));
  expect(declaration.sheets).toEqual([{ title: "申报材料真实性声明", places: ["seal", "signature"] }]);
});
