import { expect, test } from "vitest";
import { type Contender, compare, median } from "./compare.ts";

/** Contenders on a clock that only their own work moves: `slowness` is how busy the machine is in each round. */
function workshop(slowness: number[]) {
  let time = 0;
  const order: string[] = [];
  const contender = (name: string, milliseconds: number, items: number): Contender => ({
    name,
    turn: (round) => {
      order.push(`${round}${name}`);
      time += milliseconds * (slowness[round] as number);
      return items;
    },
  });
  return { contender, order, clock: () => time };
}

test("ratios are taken within a round, so that a slow round does not move them", async () => {
  const { contender, clock } = workshop([1, 50, 1]);
  const comparison = await compare([contender("a", 10, 1), contender("b", 40, 2)], {
    rounds: 3,
    warmUpRounds: 0,
    leastMilliseconds: 0,
    clock,
  });
  expect(comparison.medianRatio("b", "a")).toBe(2);
  expect(comparison.medianMicroseconds("a")).toBe(10_000);
});

test("each round begins with another contender and warm-up rounds are not counted", async () => {
  const { contender, order, clock } = workshop([100, 1, 1]);
  const comparison = await compare([contender("a", 10, 1), contender("b", 10, 1)], {
    rounds: 2,
    warmUpRounds: 1,
    leastMilliseconds: 0,
    clock,
  });
  expect(order).toEqual(["0a", "0b", "1b", "1a", "2a", "2b"]);
  expect(comparison.medianMicroseconds("b")).toBe(10_000);
});

test("short work is repeated until it has lasted long enough", async () => {
  const { contender, order, clock } = workshop([1]);
  const options = { rounds: 1, warmUpRounds: 0, leastMilliseconds: 30, clock };
  const comparison = await compare([contender("a", 10, 5)], options);
  expect(order).toHaveLength(3);
  expect(comparison.medianMicroseconds("a")).toBe(2_000);
});

test("work that comes later is waited for", async () => {
  let time = 0;
  const later: Contender = {
    name: "later",
    turn: () =>
      Promise.resolve().then(() => {
        time += 3;
        return 1;
      }),
  };
  const options = { rounds: 1, warmUpRounds: 0, leastMilliseconds: 1, clock: () => time };
  expect((await compare([later], options)).medianMicroseconds("later")).toBe(3_000);
});

test("a name that did not take part is refused", async () => {
  const { contender, clock } = workshop([1]);
  const options = { rounds: 1, warmUpRounds: 0, leastMilliseconds: 0, clock };
  const comparison = await compare([contender("a", 1, 1)], options);
  expect(() => comparison.medianRatio("a", "b")).toThrow("b");
});

test("the median of an even number is between the middle two", () => {
  expect(median([9, 1, 3, 5])).toBe(4);
  expect(median([2])).toBe(2);
  expect(() => median([])).toThrow(RangeError);
});
