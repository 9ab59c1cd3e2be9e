import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { commitmentTo, drawOrder } from "./draw.ts";

const sha256 = (text: string): Uint8Array => createHash("sha256").update(text, "utf8").digest();

describe("the draw", () => {
  // By hand: printf 'seed\nr1' | sha256sum, and so on; then sort.
  test.each([
    ["seed", ["r1", "r2", "r3", "r4", "r5"], ["r2", "r1", "r4", "r3", "r5"]],
    ["another", ["r1", "r2", "r3", "r4", "r5"], ["r2", "r3", "r4", "r1", "r5"]],
    ["种子", ["甲", "乙", "丙"], ["丙", "甲", "乙"]],
    ["seed", [], []],
  ])("is the same for everybody who sorts the hashes of %s and the ids", (seed, population, expected) => {
    expect(drawOrder(seed, population, sha256).map((index) => population[index])).toEqual(expected);
  });

  test("does not depend on the order in which the list stands", () => {
    const ids = Array.from({ length: 60 }, (_, n) => `row-${n}`);
    const drawn = (population: readonly string[]) =>
      drawOrder("s", population, sha256).map((place) => population[place]);
    expect(drawn(ids.toReversed())).toEqual(drawn(ids));
    expect(drawn(ids).toSorted()).toEqual(ids.toSorted());
  });

  test("prefers nobody: over many seeds all orders of four come equally often", () => {
    const counts = new Map<string, number>();
    const seeds = 4_800;
    for (let seed = 0; seed < seeds; seed += 1) {
      const order = drawOrder(`seed ${seed}`, ["a", "b", "c", "d"], sha256).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const expected = seeds / 24;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(24);
    // 23 degrees of freedom: one in a thousand honest draws lies beyond.
    expect(chiSquare).toBeLessThan(49.7);
  });

  test("refuses a list in which somebody stands twice", () => {
    expect(() => drawOrder("seed", ["r1", "r2", "r1"], sha256)).toThrow(/twice/);
  });

  test("is announced by the hash of its seed", () => {
    expect(commitmentTo("abc", sha256)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
