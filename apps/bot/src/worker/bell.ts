/** Wakes one waiting loop early. */
export type Bell = { ring: () => void; wait: (milliseconds: number) => Promise<void> };

/** A ring while nobody waits is kept, so that work that arrives between looking and waiting is not slept through. */
export function createBell(): Bell {
  let kept = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      if (wake === null) kept = true;
      else wake();
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          wake = null;
          kept = false;
          resolve();
        };
        const timer = setTimeout(end, kept ? 0 : milliseconds);
        wake = end;
      }),
  };
}
