import { describe, expect, test } from "vitest";
import type { CriterionResult } from "../api/types.ts";
import { actualText, dayText, gapText, grouped, money, percentage, requiredText } from "./amounts.ts";

const ratioCriterion = (actual: string, gap: string | null): CriterionResult => ({
  id: "c",
  article: "第六条（六）",
  title: "",
  status: "not_met",
  reason: null,
  actual,
  required: { op: ">=", value: "0.8", unit: "比例" },
  gap,
  earliestDate: null,
  parts: [],
  missingFacts: [],
  warnings: [],
  advice: null,
});

describe("money is shown exactly", () => {
  test.each([
    ["1500000", "150万元"],
    ["1500000.00", "150万元"],
    ["1655000", "165.5万元"],
    ["1650100", "165.01万元"],
    ["1499999.99", "1,499,999.99元"],
    ["1499950", "1,499,950元"],
    ["9999", "9,999元"],
    ["0.01", "0.01元"],
    ["0", "0元"],
    ["-20000", "-2万元"],
    ["1234567890000", "123,456,789万元"],
    ["不详", "不详元"],
  ])("%s → %s", (decimal, shown) => expect(money(decimal)).toBe(shown));

  test("thousands are separated in the whole part only", () => expect(grouped("1234567.1234")).toBe("1,234,567.1234"));
});

describe("a share is cut, never rounded up to the limit", () => {
  test.each([
    ["19/24", "79.1%"],
    ["1799/2000", "89.9%"],
    ["9/10", "90%"],
    ["10/12", "83.3%"],
    ["0/5", "0%"],
    ["1/3", "33.3%"],
    ["100～180/640", "15.6%～28.1%"],
  ])("%s → %s", (fraction, shown) => expect(percentage(fraction)).toBe(shown));

  test("nothing of nothing has no percentage", () => expect(percentage("0/0")).toBeNull());
  test("what is no fraction has no percentage", () => expect(percentage("0.5")).toBeNull());
});

describe("requirement, actual and gap", () => {
  test.each([
    [{ op: ">=", value: "1500000", unit: "元" }, "不低于150万元"],
    [{ op: ">=", value: "60", unit: "家" }, "不少于60家"],
    [{ op: ">", value: "52", unit: "家" }, "多于52家"],
    [{ op: "<=", value: "3", unit: "年" }, "不超过3年"],
    [{ op: "<", value: "3", unit: "年" }, "少于3年"],
    [{ op: ">=", value: "0.8", unit: "比例" }, "不低于80%"],
    [{ op: ">=", value: "0.125", unit: "比例" }, "不低于12.5%"],
    [{ op: ">=", value: "1", unit: "比例" }, "不低于100%"],
    [{ op: "=", value: "true", unit: "" }, null],
  ])("%o → %s", (requirement, shown) => expect(requiredText(requirement)).toBe(shown));

  test("a ratio shows both numbers and the share", () => {
    expect(actualText(ratioCriterion("19/24", "1"))).toBe("19/24，79.1%");
    expect(gapText(ratioCriterion("19/24", "1"))).toBe("总数不变，还要增加1");
  });

  test("what is required in years is there since a day", () => {
    const required = { op: ">=", value: "2", unit: "年" };
    expect(actualText({ ...ratioCriterion("2024-11-03", null), required })).toBe("自2024年11月3日起");
  });

  test("a span shows both ends", () => {
    const money = { ...ratioCriterion("1000000～2000000", null), required: { op: ">=", value: "1", unit: "元" } };
    expect(actualText(money)).toBe("100万元～200万元");
    expect(actualText({ ...money, required: { op: ">=", value: "60", unit: "家" }, actual: "61～69" })).toBe(
      "61～69家",
    );
  });

  test.each([
    ["≥1500000", "元", "不低于150万元", null],
    ["0～1499999.99", "元", "低于150万元", null],
    ["1000000～1499999.99", "元", "100万元以上、低于150万元", null],
    ["≤59", "家", "不超过59家", "至少差8家"],
    ["≥61", "家", "不少于61家", "至少差8家"],
  ])("a span known to one side, %s%s, is said in words, with the least that is missing", (actual, unit, shown, gap) => {
    const criterion = { ...ratioCriterion(actual, "8"), required: { op: ">=", value: "1", unit } };
    expect(actualText(criterion)).toBe(shown);
    expect(gapText(criterion)).toBe(gap);
  });

  test("a met criterion has no gap to show", () => {
    expect(gapText({ ...ratioCriterion("24/24", "0"), status: "met" })).toBeNull();
  });

  test("a day is written as people write it", () => expect(dayText("2026-11-03")).toBe("2026年11月3日"));
});
