const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The random order of a population, which anybody can work out again from the seed with a hash program and a sort (第十条, 附件1: 随机抽取).
 *
 * Each id is hashed as the UTF-8 text of the seed, a line feed and the id. The ids stand in the ascending order of their hashes, written in
 * hexadecimal. There is no modulo that could prefer anybody, and the order in which the population is given makes no difference.
 *
 * @param seed as it stands in the record
 * @param population distinct ids
 * @param hash SHA-256 of the UTF-8 bytes of a text
 * @returns places in `population`, the first drawn first
 * @throws RangeError when an id occurs twice: nobody may have two chances
 */
export function drawOrder(
  seed: string,
  population: readonly string[],
  hash: (text: string) => Uint8Array,
): readonly number[] {
  if (new Set(population).size < population.length) throw new RangeError("an id occurs twice in a population");
  return population
    .map((id, index) => ({ index, hash: hexOf(hash(`${seed}\n${id}`)) }))
    .toSorted((left, right) => (left.hash < right.hash ? -1 : 1))
    .map(({ index }) => index);
}

/** What is published of a seed before it is used: the hash of its text, in hexadecimal. */
export function commitmentTo(seed: string, hash: (text: string) => Uint8Array): string {
  return hexOf(hash(seed));
}
