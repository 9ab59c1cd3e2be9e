import type { Log } from "../log.ts";
import { type Swept, sweep } from "./sweep.ts";

/** Often enough that a day by the product's clock is noticed soon, whatever clock that is. */
const everyMilliseconds = 10 * 60 * 1_000;

/** Sweeps soon after the start and then at regular times, one sweep after the other. @returns what ends it, after the running sweep */
export function scheduleSweeps(services: Parameters<typeof sweep>[0] & { log: Log }): () => Promise<void> {
  const { log } = services;
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const run = () => {
    if (isBusy) return;
    isBusy = true;
    running = sweep(services)
      .then((swept) => report(swept, log))
      .catch((cause) => log.error({ err: cause }, "what is kept no longer could not be deleted; it is tried again"))
      .finally(() => {
        isBusy = false;
      });
  };
  const first = setTimeout(run, 5_000);
  const timer = setInterval(run, everyMilliseconds);
  first.unref();
  timer.unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    await running;
  };
}

function report(swept: Swept, log: Log): void {
  if (Object.values(swept).some((count) => count > 0)) log.info(swept, "deleted what is kept no longer");
}
