/** Counts the calls of callers in minutes of their own, each beginning with the caller's first call. */
export type RateLimit = {
  /** Takes one call. @returns the seconds to wait before the next is taken; null when this one was taken */
  take(caller: string, at: Date): number | null;
};

const windowMilliseconds = 60_000;

export function createRateLimit(callsPerMinute: number): RateLimit {
  const windows = new Map<string, { startedAt: number; calls: number }>();
  let sweptAt = 0;
  return {
    take: (caller, at) => {
      const time = at.getTime();
      // Once a minute, so that what is remembered stays bounded by the calls of two minutes.
      if (isOver(sweptAt, time)) {
        sweep(windows, time);
        sweptAt = time;
      }
      const window = windows.get(caller);
      if (window === undefined || isOver(window.startedAt, time)) {
        windows.set(caller, { startedAt: time, calls: 1 });
        return null;
      }
      if (window.calls >= callsPerMinute) return secondsLeft(window.startedAt, time);
      window.calls += 1;
      return null;
    },
  };
}

/** Whether the minute that began then has ended; a clock set back ends it too, or it would last for long. */
export function isOver(startedAt: number, time: number): boolean {
  return time >= startedAt + windowMilliseconds || time < startedAt;
}

/** The whole seconds until the minute that began then has ended, at least one. */
export function secondsLeft(startedAt: number, time: number): number {
  return Math.max(1, Math.ceil((startedAt + windowMilliseconds - time) / 1_000));
}

function sweep(windows: Map<string, { startedAt: number }>, time: number): void {
  for (const [caller, { startedAt }] of windows) if (isOver(startedAt, time)) windows.delete(caller);
}
