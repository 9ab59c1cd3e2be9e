import { expect, it } from "vitest";
import { halfText, halvesUntil } from "./halves.ts";

it("goes back half by half from the one of today", () => {
  expect(halvesUntil("2026-07-01", 3)).toEqual(["2026-H2", "2026-H1", "2025-H2"]);
  expect(halvesUntil("2026-06-30", 2)).toEqual(["2026-H1", "2025-H2"]);
  expect(halvesUntil("2026-06-30", 2).map(halfText)).toEqual(["2026年上半年", "2025年下半年"]);
});
