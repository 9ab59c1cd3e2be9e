/** Draws whole numbers from 0 on; the same seed draws the same, on every machine. */
export type Draw = (below: number) => number;

/** A small generator (mulberry32): the proofs need repetition, not secrecy. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
