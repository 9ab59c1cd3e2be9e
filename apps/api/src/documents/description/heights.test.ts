import { expect, test } from "vitest";
import { cell, lines } from "./build.ts";
import { rowOf } from "./heights.ts";

test("a row that could be higher than a page may be cut; any other stays whole", () => {
  const columns = [1, 3];
  const filled = (text: string) => rowOf(columns, 0, [cell(lines("甲")), cell(lines(text))]);
  expect(filled("字".repeat(300)).whole).toBe(true);
  expect(filled("字".repeat(5_000)).whole).toBe(false);
  expect(filled("字\n".repeat(60)).whole).toBe(false);
});
