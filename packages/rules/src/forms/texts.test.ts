import { describe, expect, test } from "vitest";
import { cleanText, normaliseName } from "./texts.ts";

describe("names that are the same", () => {
  test.each([
    ["郑州某某（集团）有限公司", "郑州某某(集团)有限公司"],
    ["郑州某某【集团】有限公司", "郑州某某（集团）有限公司"],
    ["郑州某某〔集团〕有限公司", "郑州某某[集团]有限公司"],
    ["ＡＢＣ　科技", "abc科技"],
    [" 张 明\u200b", "张明"],
  ])("%s and %s", (one, other) => {
    expect(normaliseName(one)).toBe(normaliseName(other));
  });

  test("others are not", () => {
    expect(normaliseName("ABC科技")).toBe("abc科技");
    expect(normaliseName("企业1")).not.toBe(normaliseName("企业11"));
    expect(normaliseName("郑州某某集团有限公司")).not.toBe(normaliseName("郑州某某（集团）有限公司"));
  });
});

describe("texts as they are stored", () => {
  test("have no control characters and no halves of characters", () => {
    expect(cleanText("甲\u0000乙\u0007丙\u007f丁\uffff", true)).toBe("甲乙丙丁");
    expect(cleanText("甲\ud800乙", true)).toBe("甲\ufffd乙");
    expect(cleanText("𠮷", true)).toBe("𠮷");
  });

  test("keep their lines where they may have lines", () => {
    expect(cleanText("  甲\r\n乙\r丙\t丁 \n", true)).toBe("甲\n乙\n丙\t丁");
    expect(cleanText("甲 \r\n 乙", false)).toBe("甲 乙");
    expect(cleanText("甲\n乙", false)).toBe("甲 乙");
    expect(cleanText("甲\n\n  乙", false)).toBe("甲 乙");
  });
});
