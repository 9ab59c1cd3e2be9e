import { useEffect, useState } from "react";

/**
 * How many seconds are left, told every second; 0 once they have passed. Counted from when the server said how many: what the device takes for the time
 * of day does not matter.
 *
 * @param seconds as the server said
 * @param of what they are left of: of another they are counted anew
 */
export function useSecondsLeft(seconds: number, of: string): number {
  const [counted, setCounted] = useState({ of, left: seconds });
  useEffect(() => {
    const saidAt = performance.now();
    const count = () =>
      setCounted({ of, left: Math.max(0, seconds - Math.floor((performance.now() - saidAt) / 1_000)) });
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [seconds, of]);
  return counted.of === of ? counted.left : seconds;
}
