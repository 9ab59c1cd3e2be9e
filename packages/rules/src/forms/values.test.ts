import { describe, expect, test } from "vitest";
import type { FieldType } from "./fields.ts";
import type { FormField, FormValue } from "./forms.ts";
import { expectationOfField, readValue } from "./values.ts";

function field(type: FieldType, rest: Partial<FormField> = {}): FormField {
  return {
    id: "tried",
    label: "栏目",
    name: "栏目",
    type,
    required: false,
    printed: true,
    personal: false,
    article: "附件2",
    mark: "原文",
    ...rest,
  };
}
const options = [
  { value: "yes", label: "满意" },
  { value: "no", label: "不满意" },
];

describe("readValue", () => {
  test.each<[FieldType, unknown, FormValue | null, Partial<FormField>?]>([
    ["text", " 郑州\n某某 ", "郑州 某某"],
    ["text", "字".repeat(200), "字".repeat(200)],
    ["text", "字".repeat(300), "字".repeat(300), { longest: 300 }],
    ["long_text", "一\r\n二", "一\n二"],
    ["long_text", "字".repeat(20_000), "字".repeat(20_000)],
    ["int", 0, 0],
    ["int", 9_999_999, 9_999_999],
    ["int", "１，２００", 1_200],
    ["int", "150", 150, { most: "150" }],
    ["year", 2025, 2025],
    ["year", "2025", 2025],
    ["number", "420.5000", "420.5"],
    ["number", 420.5, "420.5"],
    ["number", "10000000000", "10000000000"],
    ["money_wan", "150.00", "150"],
    ["money_wan", "1,234.567891", "1234.567891"],
    ["money_wan", "999999999.999999", "999999999.999999"],
    ["money_wan", 0.1, "0.1"],
    ["money_wan", "-35.5", "-35.5", { negative: true }],
    ["percent", "133.3", "133.3"],
    ["percent", "87.5%", "87.5"],
    ["percent", "８７.５％", "87.5"],
    ["percent", "100", "100", { most: "100" }],
    ["date", "2024-02-29", "2024-02-29"],
    ["date", "1949-01-01", "1949-01-01"],
    ["day_or_month", "2021-03", "2021-03"],
    ["day_or_month", "2021-03-31", "2021-03-31"],
    ["phone", "0371-67886827", "0371-67886827"],
    ["mobile", 13_800_000_001, "13800000001"],
    ["email", "a@example.com", "a@example.com"],
    ["postcode", 450_000, "450000"],
    ["url", "www.example.com", "www.example.com"],
    ["icp", "豫 icp备12345678号－1", "豫ICP备12345678号-1"],
    ["uscc", "9141 0100ma9k12344b", "91410100MA9K12344B"],
    ["bool", true, true],
    ["bool", false, false],
    ["bool", "是", true],
    ["bool", " 否 ", false],
    ["bool", "有", true],
    ["bool", "无", false],
    ["choice", "no", "no", { options }],
    ["choice", "满意", "yes", { options }],
    ["choices", ["yes", "不满意"], ["yes", "no"], { options }],
    ["choices", [], [], { options }],
  ])("%s takes %j", (type, raw, value, rest = {}) => {
    expect(readValue(field(type, rest), raw)).toEqual({ ok: true, value });
  });

  test.each<[FieldType, unknown, Partial<FormField>?]>([
    ["text", "字".repeat(201)],
    ["text", 5],
    ["text", ["甲"]],
    ["long_text", "字".repeat(20_001)],
    ["long_text", {}],
    ["int", -1],
    ["int", 1.5],
    ["int", 10_000_000],
    ["int", "1e3"],
    ["int", Number.NaN],
    ["int", true],
    ["int", "151", { most: "150" }],
    ["year", 1989],
    ["year", 2101],
    ["number", "10000000000.0001"],
    ["number", "0.00001"],
    ["number", "-1"],
    ["number", Number.POSITIVE_INFINITY],
    ["money_wan", "1000000000"],
    ["money_wan", "0.0000001"],
    ["money_wan", "-0.01"],
    ["money_wan", 0.1 + 0.2],
    ["money_wan", "一百万"],
    ["money_wan", "150%"],
    ["percent", "100.0001", { most: "100" }],
    ["percent", "-1"],
    ["percent", "12345678"],
    ["percent", "1%%"],
    ["date", "2023-02-29"],
    ["date", "2023-2-1"],
    ["date", "1948-12-31"],
    ["date", "2101-01-01"],
    ["date", "2021-03"],
    ["date", 20_210_301],
    ["day_or_month", "2021-13"],
    ["day_or_month", "2021"],
    ["day_or_month", "2021-3-1"],
    ["phone", "1".repeat(501)],
    ["phone", true],
    ["mobile", "12345678901"],
    ["email", "a"],
    ["postcode", "4500"],
    ["url", `www.example.com/${"a".repeat(500)}`],
    ["icp", 12_345_678],
    ["uscc", "91410100MA9K12344C"],
    ["bool", 1],
    ["bool", "constructor"],
    ["choice", "perhaps", { options }],
    ["choice", 1, { options }],
    ["choices", "yes", { options }],
    ["choices", ["yes", "yes"], { options }],
    ["choices", ["yes", "满意"], { options }],
    ["choices", ["yes", "no", "yes"], { options }],
    ["choices", ["perhaps"], { options }],
  ])("%s refuses %j", (type, raw, rest = {}) => {
    const reading = readValue(field(type, rest), raw);
    expect(reading).toMatchObject({ ok: false, code: type, message: expect.stringMatching(/^“栏目”.{2,}/) });
  });

  test.each([null, undefined, "", " \n　", "\u0000"])("%j is not given, whatever the type", (raw) => {
    for (const type of ["text", "int", "money_wan", "date", "choice", "bool", "phone"] as const) {
      expect(readValue(field(type, { options }), raw)).toEqual({ ok: true, value: null });
    }
  });

  test.each([
    ["豫公网安备41010502000001号", "填的是公安备案号"],
    ["豫B2-20210001", "填的是增值电信业务许可证号"],
    ["ICP备12345678号", "缺开头的省份简称"],
    ["豫ICP备", "缺备案号的数字"],
    ["www", "应为网站备案号"],
  ])("says what %s is instead of a filing number", (raw, words) => {
    expect(readValue(field("icp"), raw)).toMatchObject({ ok: false, message: expect.stringContaining(words) });
  });
});

describe("expectationOfField", () => {
  test.each<[FieldType, Partial<FormField>, string]>([
    ["text", {}, "应为文字，最多200字"],
    ["long_text", {}, "应为文字，最多20000字"],
    ["long_text", { longest: 2_000 }, "应为文字，最多2000字"],
    ["choice", { options }, "应为列出的一项：满意、不满意"],
    ["choices", { options }, "应为列出的一项或几项，不重复：满意、不满意"],
    ["money_wan", {}, "应为金额，单位万元，最多9位整数、6位小数，不能为负"],
    ["money_wan", { negative: true }, "应为金额，单位万元，最多9位整数、6位小数"],
    ["percent", { most: "100" }, "应为百分数，不写百分号，最多4位小数，不大于100"],
    ["int", {}, "应为0到9999999之间的整数"],
  ])("%s", (type, rest, wanted) => {
    expect(expectationOfField(field(type, rest))).toBe(wanted);
  });
});
