import { expect, test } from "vitest";
import { sliceStyled, styleText } from "./styledText.ts";

test("a line wrapped in ** becomes bold by position, and the stars go", () => {
  expect(styleText("按您填的数字：\n**暂不符合条件，差1项。**\n可以改。")).toEqual({
    text: "按您填的数字：\n暂不符合条件，差1项。\n可以改。",
    bold: [{ offset: 8, length: 11 }],
  });
});

test("the words a line begins with may be bold alone; later stars in the line stay", () => {
  expect(styleText("**下一步：** ① 备齐 **材料**")).toEqual({
    text: "下一步： ① 备齐 **材料**",
    bold: [{ offset: 0, length: 4 }],
  });
});

test("positions count UTF-16 code units, as Telegram does", () => {
  const styled = styleText("𠮷\n**𠮷野家**");
  expect(styled.bold).toEqual([{ offset: 3, length: 4 }]);
});

test.each(["a **b** c", "****", "***", "** x", "_x_ <b>y</b> [z](http://x)", "`码`", "\\*\\*x"])(
  "%j stays exactly as it is: what users type is never markup",
  (text) => {
    expect(styleText(text)).toEqual({ text, bold: [] });
  },
);

test("a part is trimmed and keeps only its own share of a bold stretch", () => {
  const styled = { text: "ab\n  cdef  ", bold: [{ offset: 1, length: 6 }] };
  expect(sliceStyled(styled, 2, 11)).toEqual({ text: "cdef", bold: [{ offset: 0, length: 2 }] });
});
