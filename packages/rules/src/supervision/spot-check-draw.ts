import { one, parseMillionths } from "../forms/decimals.ts";
import { drawOrder } from "../lifecycle/draw.ts";

/** A title to draw from, in the district in which it lies at the draw. */
export interface DrawableTitle {
  readonly certificationId: string;
  readonly district: string;
}

/** How much is drawn: a share of all, rounded up, and no fewer than so many of each district, or all where it has fewer. */
export interface DrawSize {
  /** A decimal text of at most six decimals, above 0 and at most 1. */
  readonly share: string;
  readonly leastOfDistrict: number;
}

/** Whether a text is a share that can be drawn: above 0, at most 1, at most six decimals. */
export function isDrawableShare(share: string): boolean {
  return /^(0\.\d{1,6}|1(\.0{1,6})?)$/.test(share) && parseMillionths(share) > 0n;
}

/** share × population, rounded up, exactly. */
export function sizeOfShare(share: string, population: number): number {
  return Number((parseMillionths(share) * BigInt(population) + one - 1n) / one);
}

/**
 * Draws titles for spot checks (第十三条, 抽查). All titles are put in the random order of the seed; of each district the first ones are taken until it has
 * its least number, then the others in order until the share is reached. Anybody can do it again from the record.
 *
 * @param hash SHA-256 of the UTF-8 bytes of a text
 * @returns the ids of the titles drawn, in the random order
 */
export function drawSpotChecks(
  { seed, population, share, leastOfDistrict }: DrawSize & { seed: string; population: readonly DrawableTitle[] },
  hash: (text: string) => Uint8Array,
): readonly string[] {
  const ids = population.map(({ certificationId }) => certificationId);
  const ordered = drawOrder(seed, ids, hash).flatMap((at) => population[at] ?? []);
  const drawn = new Set<DrawableTitle>();
  for (const ofDistrict of Map.groupBy(ordered, ({ district }) => district).values()) {
    for (const title of ofDistrict.slice(0, leastOfDistrict)) drawn.add(title);
  }
  const size = sizeOfShare(share, population.length);
  for (const title of ordered) {
    if (drawn.size >= size) break;
    drawn.add(title);
  }
  return ordered.filter((title) => drawn.has(title)).map(({ certificationId }) => certificationId);
}
