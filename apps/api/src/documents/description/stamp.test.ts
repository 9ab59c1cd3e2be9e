import { describe, expect, test } from "vitest";
import { canonical, shortCode } from "./stamp.ts";

describe("the short code", () => {
  test("is the first 40 bits of the SHA-256 of the canonical form, in Crockford's base32", () => {
    // SHA-256("{}") begins 44 13 6f a3 55.
    expect(shortCode({})).toBe("8G9PZ8TN");
  });

  test("does not depend on the order of keys, and does on everything else", () => {
    expect(shortCode({ a: 1, b: [1, 2] })).toBe(shortCode({ b: [1, 2], a: 1 }));
    expect(shortCode({ a: 1, b: [1, 2] })).not.toBe(shortCode({ a: 1, b: [2, 1] }));
    expect(shortCode({ a: "1" })).not.toBe(shortCode({ a: 1 }));
  });
});

describe("the canonical form", () => {
  test("orders keys by code unit at every depth and leaves out what is undefined", () => {
    expect(canonical({ b: { d: null, c: "甲\n" }, a: [true, 1.5], e: undefined })).toBe(
      '{"a":[true,1.5],"b":{"c":"甲\\n","d":null}}',
    );
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [Symbol("a")]])("refuses %s", (content) => {
    expect(() => canonical({ content })).toThrow(TypeError);
  });
});
