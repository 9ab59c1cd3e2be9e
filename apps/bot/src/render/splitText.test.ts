import { expect, test } from "vitest";
import { maximumMessageLength, splitText } from "./splitText.ts";
import { styleText } from "./styledText.ts";

const texts = (source: string, limit?: number) => splitText(styleText(source), limit).map((part) => part.text);

test("a text of exactly the limit is one message, one unit more are two", () => {
  expect(texts("字".repeat(maximumMessageLength))).toHaveLength(1);
  expect(texts("字".repeat(maximumMessageLength + 1)).map((part) => part.length)).toEqual([maximumMessageLength, 1]);
});

test("a surrogate pair is never torn", () => {
  const parts = texts("𠮷".repeat(4_096));
  expect(parts.every((part) => part.isWellFormed() && part.length <= maximumMessageLength)).toBe(true);
  expect(parts.join("")).toBe("𠮷".repeat(4_096));
  expect(texts(`a${"𠮷".repeat(8)}`, 10)).toEqual([`a${"𠮷".repeat(4)}`, "𠮷".repeat(4)]);
});

test.each([
  ["between paragraphs", "一二三四五六\n七\n\n八九十一二三", ["一二三四五六\n七", "八九十一二三"]],
  ["at a line's end", "一二三四五。六\n七八九十一二三", ["一二三四五。六", "七八九十一二三"]],
  ["at a sentence's end", "一二三四五六。七，八九十一二", ["一二三四五六。", "七，八九十一二"]],
  ["at a pause", "一二三四五六，七八九十一二", ["一二三四五六，", "七八九十一二"]],
  ["between words", "abcdef ghijklmnop", ["abcdef", "ghijklmnop"]],
])("a text is cut %s rather than anywhere", (_where, source, expected) => {
  expect(texts(source, 12)).toEqual(expected);
});

test("an early line end does not leave a stub of a message", () => {
  expect(texts("短\n一二三四五六七八九十，一二三四", 12)).toEqual(["短\n一二三四五六七八九十", "，一二三四"]);
});

test("bold goes on in the next message", () => {
  const parts = splitText(styleText(`**${"粗".repeat(15)}**`), 10);
  expect(parts).toEqual([
    { text: "粗".repeat(10), bold: [{ offset: 0, length: 10 }] },
    { text: "粗".repeat(5), bold: [{ offset: 0, length: 5 }] },
  ]);
});

test("nothing but white space is no message", () => {
  expect(texts(" \n\n ")).toEqual([]);
});
