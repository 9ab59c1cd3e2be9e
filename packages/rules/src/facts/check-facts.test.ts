import { describe, expect, test } from "vitest";
import { zhengzhouPolicy } from "../../testing/policy.ts";
import { smallPolicy } from "../../testing/small-policy.ts";
import { type CheckOptions, checkFacts, noFacts } from "./check-facts.ts";
import type { FieldError } from "./errors.ts";

const policy = smallPolicy({
  facts: { n: "int", m: "money", s: "set:x,y", t: "text", "d.1": "date" },
  criteria: { c: { given: "n" } },
});

function errorsOf(facts: unknown, options?: CheckOptions): readonly FieldError[] {
  const checked = checkFacts(policy, facts, options);
  return checked.ok ? [] : checked.errors;
}

describe("checkFacts", () => {
  test("takes facts in any number, none too", () => {
    expect(errorsOf({})).toEqual([]);
    expect(errorsOf({ n: 5, m: "1.50", s: ["y"], t: "字", "d.1": "2026-06-10" })).toEqual([]);
    expect(errorsOf(Object.create(null))).toEqual([]);
  });

  test.each([[null], [undefined], [5], ["facts"], [[]], [true]])("%j holds no facts", (facts) => {
    expect(errorsOf(facts)).toEqual([
      { path: "/facts", code: "type", message: "应为一个对象，键是事实编号，值是填报内容" },
    ]);
    expect(errorsOf(facts, { path: "/items/3/facts" })[0]?.path).toBe("/items/3/facts");
  });

  test("names the field by its pointer and label, and what is expected", () => {
    expect(errorsOf({ n: -1 })).toEqual([{ path: "/facts/n", code: "int", message: "“n”应为0到9999999之间的整数" }]);
    expect(errorsOf({ n: null })[0]).toMatchObject({ path: "/facts/n", code: "null" });
    expect(errorsOf({ "a/b~c": 1 }, { path: "/items/0/facts" })).toEqual([
      {
        path: "/items/0/facts/a~1b~0c",
        code: "unknown_fact",
        message: "没有这个事实编号；可用的编号见政策的 facts 列表",
      },
    ]);
  });

  test("names every field that is wrong, in the order given", () => {
    expect(errorsOf({ m: 5, odd: 1, n: 3, s: ["z"] }).map(({ path }) => path)).toEqual([
      "/facts/m",
      "/facts/odd",
      "/facts/s",
    ]);
  });

  test("prototype keys are facts like any other, that is none", () => {
    for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      const facts: unknown = JSON.parse(`{"${key}": {"n": 5}}`);
      expect(errorsOf(facts)).toMatchObject([{ path: `/facts/${key}`, code: "unknown_fact" }]);
    }
  });

  test("what an object inherits is not looked at", () => {
    const inherited: unknown = Object.create({ odd: 1, n: "wrong" });
    expect(errorsOf(inherited)).toEqual([]);
  });

  test("a value nested where a figure belongs is refused without being walked", () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) nested = [nested];
    expect(errorsOf({ n: nested, s: nested }).map(({ code }) => code)).toEqual(["int", "set"]);
  });

  test("1e309, which is read as infinite, and NaN are refused", () => {
    expect(errorsOf(JSON.parse('{"n": 1e309}'))).toMatchObject([{ path: "/facts/n", code: "int" }]);
    expect(errorsOf({ n: Number.NaN })).toMatchObject([{ path: "/facts/n", code: "int" }]);
  });

  test("of 100,000 wrong fields the first 100 are named, at once", () => {
    const facts: Record<string, number> = {};
    for (let index = 0; index < 100_000; index++) facts[`f${index}`] = index;
    const start = performance.now();
    const errors = errorsOf(facts);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(errors).toHaveLength(100);
    expect(errors[99]?.path).toBe("/facts/f99");
    const many = errorsOf({}, { unknown: Array.from({ length: 5_000 }, (_, index) => `f${index}`) });
    expect(many).toHaveLength(100);
    expect(errorsOf({ ...facts }, { unknown: ["odd"] })).toHaveLength(100);
  });
});

describe("facts declared unknown", () => {
  test("are facts of the policy, each not given as well", () => {
    expect(errorsOf({ n: 5 }, { unknown: ["m", "s"] })).toEqual([]);
    expect(errorsOf({ n: 5 }, { unknown: ["m", "n"] })).toEqual([
      { path: "/unknown/1", code: "known_and_unknown", message: "同一个事实不能既填了值又列为不清楚" },
    ]);
    expect(errorsOf({}, { unknown: ["n", "odd"], unknownPath: "/items/2/unknown" })).toEqual([
      {
        path: "/items/2/unknown/1",
        code: "unknown_fact",
        message: "没有这个事实编号；可用的编号见政策的 facts 列表",
      },
    ]);
  });

  test("may be named twice", () => {
    expect(errorsOf({}, { unknown: ["n", "n"] })).toEqual([]);
  });
});

describe("spans", () => {
  const spans = { intervals: true };

  test("are refused on the wire", () => {
    expect(errorsOf({ n: { min: 1, max: 2 } })).toMatchObject([{ path: "/facts/n", code: "int" }]);
  });

  test("are taken in a conversation for whatever can be ordered", () => {
    expect(errorsOf({ n: { min: 1, max: 2 } }, spans)).toEqual([]);
    expect(errorsOf({ n: { min: 1 } }, spans)).toEqual([]);
    expect(errorsOf({ n: { max: 2 } }, spans)).toEqual([]);
    expect(errorsOf({ n: { min: null, max: null } }, spans)).toEqual([]);
    expect(errorsOf({ n: { min: 2, max: 2, approximate: true } }, spans)).toEqual([]);
    expect(errorsOf({ n: 5 }, spans)).toEqual([]);
    expect(errorsOf({ "d.1": { min: "2026-06-01", max: "2026-06-30" } }, spans)).toEqual([]);
  });

  test("whose ends are impossible or the wrong way round are refused", () => {
    const refused = (path: string) => [
      { path, code: "interval", message: expect.stringMatching(/^“.+”的范围不成立：应为/) as string },
    ];
    expect(errorsOf({ n: { min: 3, max: 2 } }, spans)).toEqual(refused("/facts/n"));
    expect(errorsOf({ n: { min: "1" } }, spans)).toEqual(refused("/facts/n"));
    expect(errorsOf({ n: { max: -1 } }, spans)).toEqual(refused("/facts/n"));
    expect(errorsOf({ m: { min: 5, max: "6" } }, spans)).toEqual(refused("/facts/m"));
    expect(errorsOf({ n: { min: 3, max: 2, approximate: true } }, spans)).toEqual(refused("/facts/n"));
  });

  test("are refused for what cannot be ordered, and are no other object", () => {
    expect(errorsOf({ s: { min: 1 } }, spans)).toMatchObject([{ code: "set" }]);
    expect(errorsOf({ t: { min: 1, max: 2 } }, spans)).toMatchObject([{ code: "text" }]);
    expect(errorsOf({ n: {} }, spans)).toMatchObject([{ code: "int" }]);
    expect(errorsOf({ n: null }, spans)).toMatchObject([{ code: "null" }]);
    expect(errorsOf({ n: [1, 2] }, spans)).toMatchObject([{ code: "int" }]);
  });
});

describe("noFacts", () => {
  test("is what no facts at all are checked to", () => {
    const checked = checkFacts(zhengzhouPolicy, {});
    expect(checked).toEqual({ ok: true, facts: noFacts(zhengzhouPolicy) });
  });
});
