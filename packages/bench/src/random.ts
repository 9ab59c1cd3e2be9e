/** A seeded source of chance: the same seed gives the same applicants on every machine. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(options: readonly [T, ...T[]]): T;
}

/** Marsaglia's xorshift on 32 bits: period 2³²−1, far more than a run draws. `seed` must not be 0. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  if (state === 0) throw new RangeError("a xorshift seed must not be 0");
  const unit = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  return {
    between,
    chance: (probability) => unit() < probability,
    pick: (options) => options[between(0, options.length - 1)] ?? options[0],
  };
}
