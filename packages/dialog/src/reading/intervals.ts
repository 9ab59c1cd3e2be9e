import type { Fixed } from "./fixed.ts";

/** What is known of a number: null where it has no end on that side; an open end is itself excluded. */
export interface Interval {
  readonly low: Fixed | null;
  readonly high: Fixed | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

export function sameInterval(left: Interval, right: Interval): boolean {
  return (
    left.low === right.low &&
    left.high === right.high &&
    left.lowOpen === right.lowOpen &&
    left.highOpen === right.highOpen
  );
}

/** The mirror image at zero: a loss of at least 3万 is a profit of at most −3万. */
export function negated(interval: Interval): Interval {
  return {
    low: interval.high === null ? null : -interval.high,
    high: interval.low === null ? null : -interval.low,
    lowOpen: interval.highOpen,
    highOpen: interval.lowOpen,
  };
}

export function times(interval: Interval, factor: bigint): Interval {
  return {
    ...interval,
    low: interval.low === null ? null : interval.low * factor,
    high: interval.high === null ? null : interval.high * factor,
  };
}

/** Ten percent to either side: as far as 左右 and 大概 are taken to reach. */
export function around(value: Fixed): Interval {
  const reach = (value < 0n ? -value : value) / 10n;
  return { low: value - reach, high: value + reach, lowOpen: false, highOpen: false };
}
