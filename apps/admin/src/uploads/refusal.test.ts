import { maximumFileBytes } from "@shifan/rules";
import { expect, it } from "vitest";
import { refusalOf } from "./refusal.ts";
import { uploadTexts as texts } from "./texts.ts";

it.each([
  ["照片.JPG", 1, null],
  ["手机照片.heic", 1, null],
  ["没有扩展名", 1, null],
  ["空的.pdf", 0, texts.empty],
  ["刚好.pdf", maximumFileBytes, null],
  ["太大.pdf", maximumFileBytes + 1, texts.tooLarge],
])("%s of %i bytes need not be sent when the server would not take it", (name, size, refusal) =>
  expect(refusalOf({ name, size })).toBe(refusal),
);

it("says what may be sent instead", () => expect(refusalOf({ name: "录像.mp4", size: 1 })).toMatch(/可以传：PDF/));
