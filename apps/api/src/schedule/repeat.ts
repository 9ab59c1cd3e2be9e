export type Repeated = {
  firstAfterMilliseconds: number;
  everyMilliseconds: number;
  run: () => Promise<void>;
  /** What is told of a run that failed; the next one comes at its time. */
  onFault: (cause: unknown) => void;
};

/** Runs something at regular times, one run after the other. @returns what ends it, after the run under way */
export function repeat({ firstAfterMilliseconds, everyMilliseconds, run, onFault }: Repeated): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const runOnce = () => {
    if (isBusy) return;
    isBusy = true;
    running = run()
      .catch(onFault)
      .finally(() => {
        isBusy = false;
      });
  };
  const first = setTimeout(runOnce, firstAfterMilliseconds);
  const timer = setInterval(runOnce, everyMilliseconds);
  first.unref();
  timer.unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    await running;
  };
}
