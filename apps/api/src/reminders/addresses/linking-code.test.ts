import { expect, test } from "vitest";
import { newLinkingCode, readLinkingCode } from "./linking-code.ts";

test("a code is eight letters and digits that nobody mistakes for each other, both among them", () => {
  for (let tried = 0; tried < 500; tried += 1) {
    const code = newLinkingCode();
    expect(code).toMatch(/^(?=.*[A-Z])(?=.*\d)[A-HJ-NP-Z2-9]{8}$/);
    expect(readLinkingCode(code)).toBe(code);
  }
});

test.each([
  ["ab3d ef7h", "AB3DEF7H"],
  [" AB3D-EF7H ", "AB3DEF7H"],
  ["ＡＢ３ＤＥＦ７Ｈ", "AB3DEF7H"],
])("%j is typed for %s", (text, code) => expect(readLinkingCode(text)).toBe(code));

test.each(["23456789", "ABCDEFGH", "AB3DEF7", "AB3DEF7HK", "AB0DEF7H", "91410100MA9K12344B", "150万", ""])(
  "%j is no code but an answer",
  (text) => expect(readLinkingCode(text)).toBeNull(),
);
