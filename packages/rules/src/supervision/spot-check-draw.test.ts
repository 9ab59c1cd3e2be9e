import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DrawableTitle, drawSpotChecks, isDrawableShare, sizeOfShare } from "./spot-check-draw.ts";

const hash = (text: string) => createHash("sha256").update(text, "utf8").digest();
const titles = (districts: Readonly<Record<string, number>>): DrawableTitle[] =>
  Object.entries(districts).flatMap(([district, count]) =>
    Array.from({ length: count }, (_, at) => ({ certificationId: `${district}-${at}`, district })),
  );
const draw = (population: readonly DrawableTitle[], share: string, leastOfDistrict: number, seed = "seed") =>
  drawSpotChecks({ seed, population, share, leastOfDistrict }, hash);
const ofDistrict = (drawn: readonly string[], district: string) =>
  drawn.filter((id) => id.startsWith(`${district}-`)).length;

describe("the share of a draw", () => {
  test.each([
    ["0.1", 10, 1],
    ["0.1", 11, 2],
    ["0.1", 9, 1],
    ["0.1", 30, 3],
    ["0.3", 10, 3],
    ["0.7", 10, 7],
    ["0.333333", 3, 1],
    ["0.333334", 3, 2],
    ["1", 7, 7],
    ["0.000001", 1_000_000, 1],
    ["0.000001", 1_000_001, 2],
    ["0.1", 0, 0],
  ])("%s of %i is %i, rounded up exactly", (share, population, size) => {
    expect(sizeOfShare(share, population)).toBe(size);
  });

  test.each([
    ["0.1", true],
    ["0.000001", true],
    ["1", true],
    ["1.0", true],
    ["1.000000", true],
    ["1.0000000", false],
    ["0.0", false],
    ["0", false],
    ["1.1", false],
    [".5", false],
    ["0.0000001", false],
    ["10%", false],
  ])("%s can be drawn: %s", (share, isGood) => {
    expect(isDrawableShare(share)).toBe(isGood);
  });
});

describe("a draw of spot checks", () => {
  test("takes the least of each district, all where it has fewer, and fills up to the share", () => {
    const population = titles({ a: 20, b: 5, c: 1 });
    const least = draw(population, "0.1", 2);
    expect([ofDistrict(least, "a"), ofDistrict(least, "b"), ofDistrict(least, "c")]).toEqual([2, 2, 1]);
    expect(draw(population, "0.5", 1)).toHaveLength(13);
    expect(draw(population, "0.1", 0)).toHaveLength(3);
    expect(draw(population, "1", 0)).toHaveLength(26);
    expect(draw([], "0.1", 1)).toEqual([]);
  });

  const anyPopulation = fc
    .tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }), fc.nat({ max: 3 }))
    .map(([a, b, c]) => titles({ a, b, c }));
  const anyShare = fc.integer({ min: 1, max: 999_999 }).map((millionths) => `0.${String(millionths).padStart(6, "0")}`);

  test("is the same for whoever draws again, in whatever order the titles stand", () => {
    const shuffled = anyPopulation.chain((population) =>
      fc.tuple(fc.constant(population), fc.shuffledSubarray(population, { minLength: population.length })),
    );
    fc.assert(
      fc.property(shuffled, anyShare, fc.nat({ max: 4 }), fc.string(), ([one, other], share, least, seed) => {
        expect(draw(other, share, least, seed)).toEqual(draw(one, share, least, seed));
      }),
    );
  });

  test("never takes fewer than the share and the districts ask for, and nothing beyond what they need", () => {
    fc.assert(
      fc.property(anyPopulation, anyShare, fc.nat({ max: 4 }), fc.string(), (population, share, least, seed) => {
        const drawn = draw(population, share, least, seed);
        expect(new Set(drawn).size).toBe(drawn.length);
        const byDistrict = Map.groupBy(population, ({ district }) => district);
        let needed = 0;
        for (const [district, all] of byDistrict) {
          expect(ofDistrict(drawn, district)).toBeGreaterThanOrEqual(Math.min(least, all.length));
          needed += Math.min(least, all.length);
        }
        expect(drawn).toHaveLength(Math.max(needed, sizeOfShare(share, population.length)));
      }),
    );
  });
});
