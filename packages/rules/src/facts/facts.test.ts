import { describe, expect, test } from "vitest";
import { ABSENT, FactSlots } from "./facts.ts";

describe("the slots of facts", () => {
  test("are all absent and unknown at first, without a text", () => {
    const slots = new FactSlots(3);
    expect([...slots.state]).toEqual([ABSENT, ABSENT, ABSENT]);
    expect([...slots.low]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(slots.texts).toEqual([]);
  });

  test("have one array for both ends as long as every value is exact", () => {
    const slots = new FactSlots(3);
    slots.put(1, 5, 5);
    slots.put(2, Number.NaN, Number.NaN);
    expect(slots.high).toBe(slots.low);
    expect([...slots.high]).toEqual([Number.NaN, 5, Number.NaN]);
  });

  test("keep the ends of every span, and what was exact before and after", () => {
    const slots = new FactSlots(4);
    slots.put(0, 1, 1);
    slots.put(1, 50, 55);
    slots.put(2, 60, 70);
    slots.put(3, 4, 4);
    expect([...slots.low]).toEqual([1, 50, 60, 4]);
    expect([...slots.high]).toEqual([1, 55, 70, 4]);
  });

  test("keep texts beside each other", () => {
    const slots = new FactSlots(3);
    slots.putText(2, "乙");
    slots.putText(0, "甲");
    expect([slots.texts[0], slots.texts[1], slots.texts[2]]).toEqual(["甲", undefined, "乙"]);
    expect(new FactSlots(3).texts).toEqual([]);
  });
});
