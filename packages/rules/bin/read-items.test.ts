import { describe, expect, test } from "vitest";
import type { FieldError } from "../src/facts/errors.ts";
import { inspectJson } from "./inspect-json.ts";
import { readItems } from "./read-items.ts";

function errorsOf(text: string): string[] {
  const errors: FieldError[] = [];
  readItems(text, errors);
  return errors.map(({ path, message }) => `${path} ${message}`);
}

describe("inspectJson", () => {
  test.each([
    ["1", 0],
    ["[]", 1],
    ['{"a":[{"b":[]}]}', 4],
    ['["[[[[", "]", "\\"["]', 1],
    ["[[],[[]],[]]", 3],
  ])("%s is %i deep", (text, depth) => {
    expect(inspectJson(text).depth).toBe(depth);
  });

  test.each([
    ['{"a":1,"b":2}', []],
    ['{"a":{"a":1},"b":{"a":2}}', []],
    ['{"a":"a","b":"a"}', []],
    ['[{"a":1},{"a":2}]', []],
    ['{"a":1,"a":2}', ["/a"]],
    ['[{"a":1},{"x":[0,{"b/c":1,"b/c":1}]}]', ["/1/x/1/b~1c"]],
    ['{"a":1,"\\u0061":2}', ["/a"]],
    ['{"":1,"":2}', ["/"]],
    ['{"a":{},"a":{}}', ["/a"]],
  ])("%s has the keys twice: %j", (text, duplicates) => {
    expect(inspectJson(text).duplicates).toEqual(duplicates);
  });

  test.each(["", "}", "]]]{", '{"a', '{"\\u00":1', '"', ",", "{,}", '[{"a":1}}]'])(
    "%j, no JSON, does not stop it",
    (text) => {
      expect(() => inspectJson(text)).not.toThrow();
    },
  );
});

describe("readItems", () => {
  test("one object is one item without a step in its pointers", () => {
    const { isList, items } = readItems('{"facts":{"a":1}}', []);
    expect(isList).toBe(false);
    expect(items).toEqual([{ path: "", facts: { a: 1 }, unknown: undefined, asOf: undefined, round: null }]);
  });

  test("every field that evaluation takes is taken", () => {
    const round = { year: 2026, submissionDeadline: "2026-09-25" };
    const item = { facts: {}, unknown: ["uscc"], asOf: "2026-06-10", round };
    const { isList, items } = readItems(JSON.stringify([item]), []);
    expect(isList).toBe(true);
    expect(items).toEqual([{ path: "/0", ...item }]);
  });

  test("20 levels are read, 21 are not", () => {
    const nested = (depth: number): string => `${'{"facts":'.repeat(depth)}1${"}".repeat(depth)}`;
    expect(() => errorsOf(nested(20))).not.toThrow();
    expect(() => errorsOf(nested(21))).toThrow(/嵌套超过20层/);
  });

  test.each([
    ['[{"facts":{}}, 5]', ["/1 应为"]],
    ["[null]", ["/0 应为"]],
    ["[[]]", ["/0 应为"]],
    ["{}", ["/facts 要写明"]],
    ['{"facts":{},"fact":{}}', ["/fact 没有这个字段"]],
    ['{"facts":{},"a/b":1}', ["/a~1b 没有这个字段"]],
    ['{"facts":{},"unknown":"uscc"}', ["/unknown 应为事实编号组成的数组"]],
    ['{"facts":{},"unknown":[1]}', ["/unknown 应为事实编号组成的数组"]],
    ['{"facts":{},"asOf":"2026-6-1"}', ["/asOf 应为实有的日期"]],
    ['{"facts":{},"asOf":20260601}', ["/asOf 应为实有的日期"]],
    ['[{"facts":{},"round":null}]', ["/0/round 应为"]],
    ['{"facts":{},"round":{}}', ["/round/year 应为", "/round/submissionDeadline 应为"]],
    [
      '{"facts":{},"round":{"year":2026.5,"submissionDeadline":"2026-02-30","x":1}}',
      ["/round/x 没有这个字段", "/round/year 应为", "/round/submissionDeadline 应为"],
    ],
    ['{"facts":{},"round":{"year":1989,"submissionDeadline":"2026-02-28"}}', ["/round/year 应为"]],
    ['{"facts":{},"round":{"year":2101,"submissionDeadline":"2026-02-28"}}', ["/round/year 应为"]],
  ])("%s: %j", (text, wanted) => {
    const found = errorsOf(text);
    expect(found).toHaveLength(wanted.length);
    for (const [at, start] of wanted.entries()) expect(found[at]?.startsWith(start), found[at]).toBe(true);
  });
});
