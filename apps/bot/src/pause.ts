import { setTimeout as sleep } from "node:timers/promises";

export type Pause = (milliseconds: number) => Promise<void>;

/** A pause that ends early, without complaint, when `stop` aborts; whoever waits then looks at the signal. */
export function pauseUntil(stop: AbortSignal): Pause {
  return (milliseconds) =>
    sleep(milliseconds, undefined, { signal: stop }).catch((error: unknown) => {
      if (!stop.aborted) throw error;
    });
}
