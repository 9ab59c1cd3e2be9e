import { expect, test } from "vitest";
import { excerpts } from "./excerpt.ts";

test("short texts are shown whole", () => {
  expect(excerpts("甲".repeat(300), null)).toEqual({ before: "甲".repeat(300), after: null });
});

test("long texts are shown around the place where they begin to differ", () => {
  const beginning = "甲".repeat(1_000);
  const { before, after } = excerpts(`${beginning}旧${"乙".repeat(1_000)}`, `${beginning}新`);
  expect(before).toBe(`……${"甲".repeat(40)}旧${"乙".repeat(259)}……`);
  expect(after).toBe(`……${"甲".repeat(40)}新`);
});

test("no character is cut in half", () => {
  const { before } = excerpts("𠮷".repeat(400), "");
  expect(before?.isWellFormed()).toBe(true);
  expect(excerpts(`a${"𠮷".repeat(400)}`, "").before?.isWellFormed()).toBe(true);
});
