import { describe, expect, it } from "vitest";
import { writtenText } from "./values.ts";

describe("what people write", () => {
  const isTaken = (text: string, least?: number) => writtenText(20, least).safeParse(text).success;

  it.each(["同意", " 同意 ", "a", "。", "👨‍👩‍👧", "甲\u200b乙"])("%j is taken", (text) =>
    expect(isTaken(text)).toBe(true),
  );

  it.each(["", "  ", "\u3000", "\u200b", "\u200b\u200d\ufeff", "\u2060 \u200e", "\u2800", "\u3164", "a\0", "\ud800"])(
    "%j is not",
    (text) => expect(isTaken(text)).toBe(false),
  );

  it("may be left empty only where nothing is a statement, and then not by what nobody sees", () => {
    expect(isTaken("", 0)).toBe(true);
    expect(isTaken("\u200b", 0)).toBe(false);
  });
});
