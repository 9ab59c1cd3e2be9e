import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { readRow, readSection } from "./read.ts";

describe("readSection", () => {
  test("gives every field of the section, null where it is not given", () => {
    expect(readSection(zhengzhouPolicy, "cover", { applicant_name: " 甲公司 " })).toEqual({
      ok: true,
      values: { applicant_name: "甲公司", filled_on: null },
    });
  });

  test("reads the supplement like any other section", () => {
    const reading = readSection(zhengzhouPolicy, "supplement", {
      claimed_functions: ["信息服务", "tech"],
      info_events: 5,
    });
    expect(reading).toMatchObject({ ok: true, values: { claimed_functions: ["info", "tech"], info_events: 5 } });
  });

  test("refuses what cannot be, with its pointer", () => {
    const raw = { filled_on: "2026-02-30", surplus: 1, "a/b~c": 2 };
    expect(readSection(zhengzhouPolicy, "cover", raw, "/sections/cover")).toEqual({
      ok: false,
      errors: [
        { path: "/sections/cover/surplus", code: "unknown_field", message: "没有这个栏目" },
        { path: "/sections/cover/a~1b~0c", code: "unknown_field", message: "没有这个栏目" },
        {
          path: "/sections/cover/filled_on",
          code: "date",
          message: "“填报日期”应为实有的日期，写作 YYYY-MM-DD，1949年到2100年之间",
        },
      ],
    });
  });

  test.each([null, undefined, [], "text", 1])("refuses %j, which is no object", (raw) => {
    expect(readSection(zhengzhouPolicy, "cover", raw, "/x")).toMatchObject({
      ok: false,
      errors: [{ path: "/x", code: "type" }],
    });
  });

  test("knows its own sections only", () => {
    for (const id of ["nothing", "served", "__proto__", "constructor"]) {
      expect(readSection(zhengzhouPolicy, id, {})).toMatchObject({
        ok: false,
        errors: [{ path: "", code: "unknown_part" }],
      });
    }
  });

  test("takes nothing from a prototype", () => {
    const raw = JSON.parse('{"__proto__": {"applicant_name": "甲"}}');
    expect(readSection(zhengzhouPolicy, "cover", raw)).toMatchObject({ ok: false, errors: [{ path: "/__proto__" }] });
    expect(readSection(zhengzhouPolicy, "cover", Object.create({ applicant_name: "甲" }))).toMatchObject({
      ok: true,
      values: { applicant_name: null },
    });
  });

  test("stops at a hundred errors", () => {
    const surplus = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]));
    const reading = readSection(zhengzhouPolicy, "cover", surplus);
    expect(reading.ok ? 0 : reading.errors.length).toBe(100);
  });
});

describe("readRow", () => {
  test("reads a row by the columns of its list", () => {
    expect(readRow(zhengzhouPolicy, "investors", { investor_name: "甲", investment_share: "60.50%" })).toEqual({
      ok: true,
      values: { investor_name: "甲", investor_nature: null, investment_share: "60.5" },
    });
    expect(readRow(zhengzhouPolicy, "investors", { investment_share: "101" }, "/lists/investors/3")).toMatchObject({
      ok: false,
      errors: [{ path: "/lists/investors/3/investment_share", code: "percent" }],
    });
  });

  test("knows its own lists only", () => {
    expect(readRow(zhengzhouPolicy, "cover", {}, "/y")).toMatchObject({
      ok: false,
      errors: [{ path: "/y", code: "unknown_part", message: "没有这个部分或名单" }],
    });
  });
});
