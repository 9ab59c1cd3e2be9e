import { describe, expect, test } from "vitest";
import { smallPolicy } from "../../testing/small-policy.ts";
import { PolicyError } from "../policy/error.ts";
import { isQuantity, kindOf } from "./kinds.ts";

const kind = (type: string, more: Record<string, unknown> = {}) => {
  const document = smallPolicy({ facts: { f: { type: "int", ...more } } }).document;
  const fact = document.facts.find(({ id }) => id === "f");
  if (!fact) throw new Error("no fact f");
  return kindOf({ ...fact, type }, document.districts);
};

describe("kinds of facts", () => {
  test.each([
    ["money", "money", 2],
    ["number", "number", 4],
    ["int", "int", 0],
    ["year", "year", 0],
    ["date", "date", 0],
    ["bool", "bool", 0],
    ["text", "text", 0],
    ["address", "text", 0],
    ["uscc", "uscc", 0],
  ])("%s is held as %s with %i decimals", (type, name, digits) => {
    expect(kind(type)).toEqual({ kind: name, digits, values: [], negative: false });
  });

  test("choices and sets have their values, the districts those of the policy", () => {
    expect(kind("enum:a,b")).toEqual({ kind: "enum", digits: 0, values: ["a", "b"], negative: false });
    expect(kind("set:x,y,z")).toMatchObject({ kind: "set", values: ["x", "y", "z"] });
    expect(kind("enum:districts")).toMatchObject({ kind: "enum", values: ["410105"] });
  });

  test("only a fact that says so may be negative", () => {
    expect(kind("money", { negative: true }).negative).toBe(true);
    expect(kind("money", { negative: false }).negative).toBe(false);
  });

  test("quantities are what can be ordered", () => {
    const kinds = ["money", "number", "int", "year", "date", "bool", "enum", "set", "text", "uscc"] as const;
    expect(kinds.filter(isQuantity)).toEqual(["money", "number", "int", "year", "date"]);
  });

  test.each([
    "float",
    "",
    "enum",
    "enum:",
    "set",
    "toString",
    "int:5",
    "text:",
    "enum:a,a",
    "enum:a,,b",
    `set:${Array.from({ length: 32 }, (_, at) => `v${at}`).join(",")}`,
  ])("%s is no type, which is said with the fact's id", (type) => {
    expect(() => smallPolicy({ facts: { f: type } })).toThrow(PolicyError);
    expect(() => smallPolicy({ facts: { f: type } })).toThrow(/^fact f: /);
  });

  test.each([
    ["float", "unknown type"],
    ["int:5", "unknown type"],
    ["enum:", "a value is empty"],
    ["enum:a,,b", "a value is empty"],
    ["enum:a,a", "a value stands twice"],
    [`set:${Array.from({ length: 32 }, (_, at) => `v${at}`).join(",")}`, "more than 31 values"],
  ])("what is wrong with %s: %s", (type, what) => {
    expect(() => smallPolicy({ facts: { f: type } })).toThrow(what);
  });

  test("a choice may have more values than a set", () => {
    expect(kind(`enum:${Array.from({ length: 32 }, (_, at) => `v${at}`).join(",")}`).values).toHaveLength(32);
  });

  test("a set may have 31 values", () => {
    expect(kind(`set:${Array.from({ length: 31 }, (_, at) => `v${at}`).join(",")}`).values).toHaveLength(31);
  });
});
