import type { FilesSwept } from "../files/sweep.ts";
import type { Log } from "../log.ts";
import { repeat } from "../schedule/repeat.ts";
import { type Swept, sweep } from "./sweep.ts";

/** Sweeps soon after the start and then at regular times. @returns what ends it, after the running sweep */
export function scheduleSweeps(
  services: Parameters<typeof sweep>[0] & { log: Log; sweepFiles: () => Promise<FilesSwept> },
): () => Promise<void> {
  const { log, sweepFiles } = services;
  return repeat({
    firstAfterMilliseconds: 5_000,
    // Often enough that a day by the product's clock is noticed soon, whatever clock that is.
    everyMilliseconds: 10 * 60 * 1_000,
    run: async () => report({ ...(await sweep(services)), ...(await sweepFiles()) }, log),
    onFault: (cause) => log.error({ err: cause }, "what is kept no longer could not be deleted; it is tried again"),
  });
}

function report(swept: Swept & FilesSwept, log: Log): void {
  if (Object.values(swept).some((count) => count > 0)) log.info(swept, "deleted what is kept no longer");
}
