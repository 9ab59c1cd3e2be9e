import { expect, test } from "vitest";
import { percentText } from "./percent.ts";

test.each([
  ["0.9", "90%"],
  ["0.875", "87.5%"],
  ["1", "100%"],
  ["0.05", "5%"],
  ["0.8995", "89.95%"],
])("%s is %s", (share, percent) => {
  expect(percentText(share)).toBe(percent);
});
