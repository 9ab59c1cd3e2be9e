/** Lets so many pass in any stretch of time, wherever it begins: a bucket that refills would let nearly twice as many. */
export type RateWindow = {
  /** Takes a place: 0. Where there is none: in how many milliseconds there will be. */
  take(): number;
  /** Whoever counts on the other side has counted more: nobody passes for a whole stretch. */
  fill(): void;
};

/** @param elapsed milliseconds; where they are set back, what was counted after that is forgotten */
export function createRateWindow(
  { places, milliseconds }: { places: number; milliseconds: number },
  elapsed: () => number = () => performance.now(),
): RateWindow {
  let taken: number[] = [];
  return {
    take: () => {
      const now = elapsed();
      taken = taken.filter((at) => at > now - milliseconds && at <= now);
      const [first] = taken;
      if (first !== undefined && taken.length >= places) return first + milliseconds - now;
      taken.push(now);
      return 0;
    },
    fill: () => {
      taken = new Array(places).fill(elapsed());
    },
  };
}
