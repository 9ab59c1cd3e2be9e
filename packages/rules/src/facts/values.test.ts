import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import type { FactKind, Kind } from "./kinds.ts";
import { checkValue, expectationOf } from "./values.ts";

const kind = (name: Kind, more: Partial<FactKind> = {}): FactKind => ({
  kind: name,
  digits: { money: 2, number: 4 }[name as string] ?? 0,
  values: [],
  negative: false,
  ...more,
});
const money = kind("money");
const profit = kind("money", { negative: true });
const choice = kind("enum", { values: ["a", "b"] });
const several = kind("set", { values: ["x", "y", "z"] });

const oddities: readonly unknown[] = [
  undefined,
  null,
  {},
  [],
  [[]],
  { toString: "1" },
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Symbol("1"),
  () => 1,
  1n,
];

describe("values that are taken", () => {
  test.each<[FactKind, unknown, number]>([
    [money, "0", 0],
    [money, "0.5", 50],
    [money, "0.05", 5],
    [money, "1499999.99", 149_999_999],
    [money, "9999999999999.99", 999_999_999_999_999],
    [profit, "-0.01", -1],
    [profit, "-0", 0],
    [profit, "12", 1_200],
    [kind("number"), 0, 0],
    [kind("number"), -0, 0],
    [kind("number"), 420, 4_200_000],
    [kind("number"), 0.0001, 1],
    [kind("number"), 79.9999, 799_999],
    [kind("number"), 10_000_000_000, 100_000_000_000_000],
    [kind("int"), 0, 0],
    [kind("int"), 9_999_999, 9_999_999],
    [kind("int"), 60.0, 60],
    [kind("int"), -0, 0],
    [kind("year"), 1990, 1990],
    [kind("year"), 2100, 2100],
    [kind("date"), "1949-01-01", -7_670],
    [kind("date"), "1970-01-01", 0],
    [kind("date"), "2100-12-31", 47_846],
    [kind("bool"), true, 1],
    [kind("bool"), false, 0],
    [choice, "a", 0],
    [choice, "b", 1],
    [several, [], 0],
    [several, ["x"], 1],
    [several, ["z", "x"], 5],
    [several, ["z", "y", "x"], 7],
  ])("%j takes %j", (wanted, value, held) => {
    const checked = checkValue(wanted, value);
    expect(checked).toEqual({ ok: true, value: held });
    expect(Object.is((checked as { value: number }).value, -0)).toBe(false);
  });

  test("texts are trimmed and may have 1 to 2000 characters", () => {
    expect(checkValue(kind("text"), "  有 ")).toEqual({ ok: true, value: 0, text: "有" });
    expect(checkValue(kind("text"), ` ${"字".repeat(2_000)} `)).toMatchObject({ ok: true });
    expect(checkValue(kind("text"), "字".repeat(2_001))).toMatchObject({ ok: false, code: "text" });
    expect(checkValue(kind("text"), "   ")).toMatchObject({ ok: false, code: "text" });
    expect(checkValue(kind("text"), "")).toMatchObject({ ok: false, code: "text" });
  });

  test("a unified social credit code is held in its normal form", () => {
    expect(checkValue(kind("uscc"), " 91410100ma9k12344b ")).toEqual({
      ok: true,
      value: 0,
      text: "91410100MA9K12344B",
    });
    expect(checkValue(kind("uscc"), "91410100MA9K12344C")).toMatchObject({ ok: false, code: "uscc" });
  });
});

describe("values that are refused with what is expected", () => {
  test.each<[FactKind, unknown[]]>([
    [
      money,
      [
        "",
        " 1",
        "1 ",
        "01",
        "00",
        ".5",
        "5.",
        "1.234",
        "1,000",
        "1e5",
        "+1",
        "-1",
        "-0",
        "０",
        "一百",
        "10000000000000",
        150,
        0,
        true,
      ],
    ],
    [profit, ["--1", "-", "-.5", "-01", 5, -5]],
    [
      kind("number"),
      ["1", -0.0001, -1, 0.00001, 1.23456, 10_000_000_000.0001, 10_000_000_001, 1e21, JSON.parse("1e309"), true],
    ],
    [kind("int"), ["60", -1, 0.5, 10_000_000, JSON.parse("1e309"), true]],
    [kind("year"), ["2026", 1989, 2101, 2026.5]],
    [
      kind("date"),
      ["", "2026-6-1", "2026-02-29", "1948-12-31", "2101-01-01", "2026-06-10T00:00:00Z", 20_260_610, "今天"],
    ],
    [kind("bool"), ["true", 1, 0, ""]],
    [choice, ["c", "A", " a", "", 0, ["a"], "constructor", "__proto__"]],
    [several, ["x", ["w"], ["x", "x"], ["x", null], [0], ["x", "y", "z", "x"], { 0: "x", length: 1 }]],
    [kind("text"), [5, true]],
    [kind("uscc"), [5, "", "12345"]],
  ])("%j", (wanted, values) => {
    const dull =
      wanted.kind === "set" ? oddities.filter((value) => !(Array.isArray(value) && value.length === 0)) : oddities;
    for (const value of [...values, ...dull]) {
      const checked = checkValue(wanted, value);
      const code = value === null && wanted.kind !== "text" && wanted.kind !== "uscc" ? "null" : wanted.kind;
      expect([value, checked]).toEqual([value, { ok: false, code, message: expectationOf(wanted) }]);
    }
  });
});

describe("what is expected is said in Chinese", () => {
  test.each<[FactKind, string]>([
    [money, '应为文本形式的金额，单位元，最多13位整数、2位小数，例如 "1600000.00"，不能为负'],
    [profit, '应为文本形式的金额，单位元，最多13位整数、2位小数，例如 "1600000.00"'],
    [kind("number"), "应为0到100亿之间的数，最多4位小数"],
    [kind("int"), "应为0到9999999之间的整数"],
    [kind("year"), "应为1990到2100之间的年份"],
    [kind("date"), "应为实有的日期，写作 YYYY-MM-DD，1949年到2100年之间"],
    [kind("bool"), "应为 true 或 false"],
    [choice, "应为列出的值之一：a、b"],
    [several, "应为列出的值组成的数组，不重复；没有就写 []：x、y、z"],
    [kind("text"), "应为1到2000字的文本"],
    [kind("uscc"), "应为18位统一社会信用代码，两个校验码都要对"],
  ])("%j: %s", (wanted, text) => {
    expect(expectationOf(wanted)).toBe(text);
  });
});

test("every fact of the policy refuses null and takes no prototype for a value", () => {
  for (const factKind of zhengzhouPolicy.factKinds) {
    for (const value of [null, {}, Object.prototype, "constructor-that-no-list-has", Number.NaN]) {
      if (factKind.kind === "text" && typeof value === "string") continue;
      expect(checkValue(factKind, value).ok).toBe(false);
    }
  }
});
