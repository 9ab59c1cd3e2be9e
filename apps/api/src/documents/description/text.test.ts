import { describe, expect, test } from "vitest";
import { textLines, visible } from "./text.ts";

describe("what cannot be seen is printed as its code point", () => {
  test.each([
    ["a\u0000b", "a〔U+0000〕b"],
    ["a\u001bb", "a〔U+001B〕b"],
    ["合格\u202e格合不", "合格〔U+202E〕格合不"],
    ["甲\u200b乙", "甲〔U+200B〕乙"],
    ["\ufeff甲", "〔U+FEFF〕甲"],
    ["\ue000", "〔U+E000〕"],
    ["\ud800", "〔U+D800〕"],
    ["\u{e0041}", "〔U+E0041〕"],
  ])("%j", (text, printed) => {
    expect(visible(text)).toBe(printed);
  });
});

test.each([["#$*_<@>`\\\"'"], ["مرحبا"], ["𠮷😀"], ["①㎡℃"]])("what can be seen stays: %s", (text) => {
  expect(visible(text)).toBe(text);
});

test("line breaks of every kind stay line breaks, a tab is a space", () => {
  expect(textLines("一\n二\r\n三\r四\u2028五\t六")).toEqual(["一", "二", "三", "四", "五 六"]);
});
