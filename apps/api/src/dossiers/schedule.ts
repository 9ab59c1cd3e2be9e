import { deleteDossiersBefore } from "@shifan/db";
import { repeat } from "../schedule/repeat.ts";
import { type DossierServices, makeNextDossier } from "./make.ts";

/** How long a dossier is kept: it is made again from the record when it is asked for again. */
export const keptDays = 7;
const keptMilliseconds = keptDays * 24 * 60 * 60 * 1_000;

/** Makes dossiers that wait, one after the other, and removes those kept long enough. @returns what ends it, after the one under way has been left */
export function scheduleDossiers(given: Omit<DossierServices, "signal">): () => Promise<void> {
  const ending = new AbortController();
  const services = { ...given, signal: ending.signal };
  const { log } = services;
  const endMaking = repeat({
    firstAfterMilliseconds: 1_000,
    everyMilliseconds: 1_000,
    run: async () => {
      while (!ending.signal.aborted && (await makeNextDossier(services)));
    },
    onFault: (cause) => log.error({ err: cause }, "dossiers could not be looked for; it is tried again"),
  });
  const endSweeping = repeat({
    firstAfterMilliseconds: 8_000,
    everyMilliseconds: 10 * 60 * 1_000,
    run: async () => {
      await sweepDossiers(services);
    },
    onFault: (cause) => log.error({ err: cause }, "old dossiers could not be removed; it is tried again"),
  });
  return async () => {
    ending.abort();
    await endMaking();
    await endSweeping();
  };
}

/** Removes dossiers that were asked for so many days ago, with their files. @returns how many */
export async function sweepDossiers(
  { database, clock, dossierStorage }: Pick<DossierServices, "database" | "clock" | "dossierStorage">,
  batch = 50,
): Promise<number> {
  const before = new Date(clock.now().getTime() - keptMilliseconds);
  let removed = 0;
  for (;;) {
    const { count, contents } = await deleteDossiersBefore(database, before, batch);
    for (const sha256 of contents) await dossierStorage.remove(sha256);
    removed += count;
    if (count < batch) return removed;
  }
}
