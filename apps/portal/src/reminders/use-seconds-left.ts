import { useEffect, useState } from "react";

const secondsUntil = (instant: string): number =>
  Math.max(0, Math.round((new Date(instant).getTime() - Date.now()) / 1_000));

/** How many seconds are left until an instant, told every second; 0 once it has passed. */
export function useSecondsLeft(instant: string): number {
  const [left, setLeft] = useState(() => secondsUntil(instant));
  useEffect(() => {
    setLeft(secondsUntil(instant));
    const timer = setInterval(() => setLeft(secondsUntil(instant)), 1_000);
    return () => clearInterval(timer);
  }, [instant]);
  return left;
}
