import { setTimeout as sleep } from "node:timers/promises";
import { createRateWindow } from "./rate-window.ts";

/** Begins work in the order in which it comes, as fast as the rate allows, whether or not what was begun before has ended. */
export type Pace = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** The time as a pace needs it; tests bring their own. */
export type PaceTime = { elapsed: () => number; pause: (milliseconds: number) => Promise<unknown> };

/**
 * How a sender keeps to what a provider takes: many messages are under way at a time, and no more begin in any second than it takes. A rate below
 * one is that of a longer stretch: 0.5 is one in two seconds.
 */
export function createPace(
  perSecond: number,
  { elapsed, pause }: PaceTime = { elapsed: () => performance.now(), pause: sleep },
): Pace {
  const places = Math.max(1, Math.floor(perSecond));
  const window = createRateWindow({ places, milliseconds: (places * 1_000) / perSecond }, elapsed);
  let turn = Promise.resolve();
  return async (work) => {
    turn = turn.then(async () => {
      for (let wait = window.take(); wait > 0; wait = window.take()) await pause(wait);
    });
    await turn;
    return work();
  };
}
