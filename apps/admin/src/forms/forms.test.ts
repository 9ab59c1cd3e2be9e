import { describe, expect, it } from "vitest";
import { frameOf } from "./frame.ts";
import { alternativesOf, helpOf, kindOf, optionsOf, type Schema } from "./schema.ts";
import { bodyOf, initialValues } from "./values.ts";

const day: Schema = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };

describe("the form of an act", () => {
  it.each<[Schema, string]>([
    [day, "day"],
    [{ anyOf: [day, { type: "null" }] }, "day"],
    [{ type: "string", maxLength: 100 }, "text"],
    [{ type: "string", maxLength: 2000 }, "long_text"],
    [{ type: ["string", "null"], maxLength: 100 }, "text"],
    [{ type: ["string", "null"], maxLength: 100, "x-reference": "rounds" }, "reference"],
    [{ type: "integer" }, "whole_number"],
    [{ type: "string", enum: ["a", "b"] }, "choice"],
    [{ type: "array", items: { type: "string", enum: ["a"] } }, "several_choices"],
    [{ type: "array", items: { type: "object", properties: {} } }, "rows"],
    [{ type: "array", items: { type: "string" } }, "texts"],
    [{ type: "boolean" }, "yes_no"],
    [{ type: "object" }, "other"],
  ])("asks for %j with the field %s", (schema, kind) => expect(kindOf(schema)).toBe(kind));

  it("sends what was filled in and nothing that was left blank", () => {
    const schema: Schema = {
      type: "object",
      properties: {
        reason: { type: "string" },
        note: { type: "string" },
        rank: { type: "integer" },
        until: { anyOf: [day, { type: "null" }] },
        defects: {
          type: "array",
          items: { type: "object", properties: { text: { type: "string" }, field: { type: "string" } } },
        },
      },
    };
    const values = { reason: "缺页", note: "", rank: "１２", defects: [{ text: "没有盖章", field: "" }] };
    expect(bodyOf(schema, values)).toEqual({ reason: "缺页", rank: 12, defects: [{ text: "没有盖章" }] });
    expect(bodyOf(schema, { rank: "第一" })).toEqual({ rank: "第一" });
  });

  it("says nothing below a field that the label or the choices say already", () => {
    const choice: Schema = { title: "结论", enum: ["a", "b"], "x-labels": { a: "合格", b: "不合格" } };
    expect(helpOf({ title: "职务", description: "职务" })).toBeNull();
    expect(helpOf({ ...choice, description: "合格，不合格" })).toBeNull();
    expect(helpOf({ ...choice, description: "a 合格，b 不合格" })).toBeNull();
    expect(helpOf({ ...choice, description: "按检查情况" })).toBe("按检查情况");
    expect(helpOf({ description: "没有标题时就是标题" })).toBeNull();
  });

  it("says of what was cleared that it is empty, where a field may be empty, and leaves out what was never touched", () => {
    const schema: Schema = { properties: { fromOn: { anyOf: [day, { type: "null" }] }, note: { type: "string" } } };
    expect(bodyOf(schema, { fromOn: "", note: "" })).toEqual({ fromOn: null });
    expect(bodyOf(schema, {})).toEqual({});
  });

  it("offers to leave a choice open where it may be, in words", () => {
    const open: Schema = { type: ["string", "null"], enum: ["a", "b", null], "x-labels": { a: "甲", b: "乙" } };
    expect(optionsOf(open)).toEqual([
      { value: "a", label: "甲" },
      { value: "b", label: "乙" },
      { value: "", label: "不写" },
    ]);
    expect(bodyOf({ properties: { result: open } }, { result: "" })).toEqual({ result: null });
  });

  it("begins with what the description presets, below what the page knows", () => {
    const schema: Schema = { properties: { kind: { type: "string", default: "a" }, on: { ...day, default: null } } };
    expect(initialValues(schema, {})).toEqual({ kind: "a" });
    expect(initialValues(schema, { kind: "b" })).toEqual({ kind: "b" });
  });

  it("tells alternatives apart by the value that only one of them takes", () => {
    const branch = (method: string): Schema => ({ properties: { method: { type: "string", enum: [method] } } });
    const found = alternativesOf({ oneOf: [branch("draw"), branch("choice")] });
    expect(found?.name).toBe("method");
    expect([...(found?.branches.keys() ?? [])]).toEqual(["draw", "choice"]);
    expect(alternativesOf({ type: "object", properties: {} })).toBeNull();
  });
});

describe("what stands around a field", () => {
  const schema: Schema = { type: "string", title: "理由", description: "写给申报单位看。" };
  const field = { name: "reason", schema, required: true, errors: new Map<string, string>() };

  it("helps with what the description says and what the field knows of itself", () => {
    expect(frameOf(field, "先选平台")).toEqual({
      label: "理由",
      required: true,
      error: false,
      helperText: "写给申报单位看。；先选平台",
    });
  });

  it("says first what is wrong with the field itself, and nothing of what is wrong below it", () => {
    const errors = new Map([
      ["", "太短"],
      ["/0", "不在名单里"],
    ]);
    expect(frameOf({ ...field, errors })).toMatchObject({ error: true, helperText: "太短；写给申报单位看。" });
    expect(frameOf({ ...field, errors: new Map([["/0", "不在名单里"]]) }).error).toBe(false);
  });
});
