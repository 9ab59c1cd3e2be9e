import { expect, it } from "vitest";
import { applicationFilterSchema } from "./applications.ts";
import { recommendationFilterSchema } from "./recommendations.ts";

it.each([
  ["applications", applicationFilterSchema],
  ["recommendations", recommendationFilterSchema],
] as const)("a year of %s is one that the database can hold", (_, schema) => {
  expect(schema.safeParse({ year: 2026 }).success).toBe(true);
  for (const year of [99_999_999_999, -1, 1e308]) expect(schema.safeParse({ year }).success).toBe(false);
});
