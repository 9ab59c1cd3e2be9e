import { expect, test } from "vitest";
import { dayText } from "./day.ts";

test.each([
  ["2026-08-01", "2026年8月1日"],
  ["2028-12-31", "2028年12月31日"],
  ["", ""],
])("%s is written as %s", (day, text) => expect(dayText(day)).toBe(text));
