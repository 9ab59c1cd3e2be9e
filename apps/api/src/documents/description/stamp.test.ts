import { describe, expect, test } from "vitest";
import { canonical, readShortCode, shortCode } from "./stamp.ts";

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

test.each(["8G9PZ8TN", "8g9p z8tn", "８Ｇ９Ｐ－Ｚ８ＴＮ"])("a code copied as %s is the same code", (copied) => {
  expect(readShortCode(copied)).toBe("8G9PZ8TN");
});

test("what looks like a digit of the code is one", () => {
  expect(readShortCode("OIL0-llo1")).toBe("01101101");
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
