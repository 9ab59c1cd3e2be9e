import { expect, test, vi } from "vitest";
import { remembering } from "./remembering.ts";

test("the last result is kept, and no other", () => {
  const square = vi.fn((value: number) => value * value);
  const remembered = remembering(square);
  expect([remembered(3), remembered(3), remembered(4), remembered(3)]).toEqual([9, 9, 16, 9]);
  expect(square).toHaveBeenCalledTimes(3);
});
