import fc from "fast-check";
import { expect, it } from "vitest";
import { cleanFileName } from "./name.ts";

it.each([
  ["营业执照.pdf", "营业执照.pdf"],
  ["营业执照.PDF", "营业执照.PDF"],
  ["../../etc/passwd", "passwd.pdf"],
  [["C:", "Users", "王", "报告.pdf"].join("\\"), "报告.pdf"],
  ["报告.pdf/", "未命名.pdf"],
  ["..", "未命名.pdf"],
  ["", "未命名.pdf"],
  [".pdf", "pdf.pdf"],
  ["\u202efdp.exe", "fdp.exe.pdf"],
  ["a\u0000b\r\nc\u200b.pdf", "abc.pdf"],
  ["e\u0301.pdf", "\u00e9.pdf"],
  ["a  \t b .pdf", "a b.pdf"],
  ['<b>"x"|y?.pdf', "_b__x__y_.pdf"],
  ["setup.exe", "setup.exe.pdf"],
])("the name %j is shown as %j", (given, shown) => {
  expect(cleanFileName(given, "application/pdf")).toBe(shown);
});

it("whatever the name, it is shown in at most 200 characters, without a path, and ends as its content says", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.string({ unit: "grapheme" })), (given) => {
      const shown = cleanFileName(given, "image/jpeg");
      expect([...shown].length).toBeLessThanOrEqual(200);
      expect(shown).not.toMatch(/[\\/\p{Cc}]/u);
      expect(shown).toMatch(/[^.]\.jpe?g$/i);
    }),
    { seed: 20260610 },
  );
});
