import { expect, test } from "vitest";
import { articleSearchSchema, noArticleSearch } from "./schema.ts";

test("a version without words of its own has none, and asks for all of a question to be covered", () => {
  expect(noArticleSearch).toEqual({
    same: [],
    asked_as: [],
    idle: [],
    beyond: [],
    least_covered: "1.0",
    article: "",
    mark: "设置",
    ground: "",
  });
});

test.each([
  ["0.55", true],
  ["1.0", true],
  ["10.5", false],
  ["0.5 of it", false],
  ["0.", false],
])("a part of a question is written with its places: %s", (written, isOne) => {
  expect(articleSearchSchema.safeParse({ ...noArticleSearch, least_covered: written }).success).toBe(isOne);
});
