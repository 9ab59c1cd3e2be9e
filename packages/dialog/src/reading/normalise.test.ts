import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maximumTextLength } from "../input.ts";
import { bare, normalise, prepare } from "./normalise.ts";

describe("normalise", () => {
  it.each([
    ["１５０　万，５％", "150 万,5%"],
    ["一百萬個・兩億", "一百万个・两亿"],
    ["二○二一—２０２２～２０２３", "二〇二一-2022~2023"],
    ["≧60 ≦70 ⩾80", "≥60 ≤70 ≥80"],
    ["420㎡ 420m² 420M²", "420平方米 420平方米 420平方米"],
    ["10²", "10^"],
    ["①③", "1 3"],
    ["60①", "60 1"],
    ["❶㈡⒊", "1 二 3"],
    ["1️⃣3️⃣", "1 3"],
    ["a\u200bb\ufeff", "ab"],
    ["  甲 \r\n\n 乙\t丙 ", "甲\n乙 丙"],
    ["￥150W", "¥150w"],
  ])("writes %j as %j", (text, normal) => {
    expect(normalise(text)).toBe(normal);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const normal = normalise(text);
        expect(normalise(normal)).toBe(normal);
      }),
    );
  });
});

describe("prepare", () => {
  it("refuses what holds nothing and what is longer than one message", () => {
    for (const text of ["", " \n\u200b\t"]) expect(prepare(text)).toEqual({ ok: false, code: "empty" });
    expect(prepare("一".repeat(maximumTextLength))).toMatchObject({ ok: true });
    expect(prepare("一".repeat(maximumTextLength + 1))).toEqual({ ok: false, code: "too_long" });
    // One character that NFKC spells out in eighteen.
    expect(prepare("\ufdfa".repeat(maximumTextLength))).toEqual({ ok: false, code: "too_long" });
  });
});

describe("bare", () => {
  it("keeps letters and digits only", () => {
    expect(bare(" 《创业指南》（A-1）！")).toBe("创业指南a1");
  });
});
