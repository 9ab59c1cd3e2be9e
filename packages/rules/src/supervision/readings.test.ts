import { expect, test } from "vitest";
import { readingOf } from "./readings.ts";

const reading = (id: string, value: string) => ({ id, value });

test("a reading is looked up by its id, and one that the policy does not name is a fault", () => {
  const supervision = { readings: [reading("first", "one"), reading("second", "two")] };
  const policy = { supervision } as unknown as Parameters<typeof readingOf>[0];
  expect([readingOf(policy, "first"), readingOf(policy, "second")]).toEqual(["one", "two"]);
  expect(() => readingOf(policy, "third")).toThrow("the policy has no reading third");
});
