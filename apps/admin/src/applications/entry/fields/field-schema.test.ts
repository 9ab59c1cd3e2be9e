import { describe, expect, it } from "vitest";
import { kindOf, optionsOf } from "../../../forms/schema.ts";
import { type FormField, schemaOf, shownIn, valueFrom } from "./field-schema.ts";

const field = (type: string, more: Partial<FormField> = {}): FormField => ({
  id: "x",
  name: "注册资本",
  type,
  unit: null,
  note: null,
  isRequired: false,
  isPersonal: false,
  options: [],
  ...more,
});

describe("a field of the application's form", () => {
  it.each([
    ["text", "text"],
    ["money_wan", "text"],
    ["int", "text"],
    ["long_text", "long_text"],
    ["date", "day"],
    ["day_or_month", "text"],
    ["bool", "choice"],
    ["choice", "choice"],
    ["choices", "several_choices"],
  ])("of the type %s is drawn as %s", (type, kind) => expect(kindOf(schemaOf(field(type)))).toBe(kind));

  it("says its unit where its name does not, and how to fill it in", () => {
    expect(schemaOf(field("money_wan", { unit: "万元", note: "照执照" }))).toMatchObject({
      title: "注册资本（万元）",
      description: "照执照",
    });
    expect(schemaOf(field("percent", { name: "服务收入占%", unit: "%" })).title).toBe("服务收入占%");
  });

  it("leaves a question open until it is answered: yes, no, and neither are three answers", () => {
    const bool = field("bool");
    expect(optionsOf(schemaOf(bool)).map(({ label }) => label)).toEqual(["是", "否", "未填"]);
    expect([true, false, null].map((value) => valueFrom(bool, shownIn(bool, value)))).toEqual([true, false, null]);
  });

  it("offers the choices in the order of the form", () => {
    const options = [
      { value: "b", label: "乙" },
      { value: "a", label: "甲" },
    ];
    expect(optionsOf(schemaOf(field("choice", { options }))).map(({ label }) => label)).toEqual(["乙", "甲", "未填"]);
  });

  it.each([
    ["text", "甲", "甲", "甲"],
    ["int", 12, "12", "12"],
    ["text", null, "", null],
    ["choices", null, [], []],
    ["choices", ["info"], ["info"], ["info"]],
  ])("of the type %s shows %j as %j and sends %j", (type, value, shown, sent) => {
    expect(shownIn(field(type), value)).toEqual(shown);
    expect(valueFrom(field(type), shown)).toEqual(sent);
  });
});
