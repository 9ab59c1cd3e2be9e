import { expect, test } from "vitest";
import { pointerStep } from "./errors.ts";

test.each([
  ["a", "a"],
  ["a/b", "a~1b"],
  ["a~b", "a~0b"],
  ["~1/", "~01~1"],
  ["//", "~1~1"],
  [7, "7"],
])("the pointer step of %j is %s", (step, text) => {
  expect(pointerStep(step)).toBe(text);
});
