import { deleteContentUnlessUsed, deleteFilesStoringSince, findKnownContents, listUnusedContents } from "@shifan/db";
import type { FileServices } from "./services.ts";

export type FilesSwept = { abandonedUploads: number; unfinishedFiles: number; unusedContents: number };

/** An upload may be gone on with for so long after its last byte, by the machine's clock. */
export const abandonedAfterMilliseconds = 24 * 60 * 60 * 1_000;

/**
 * Removes what nobody has a use for: uploads that were abandoned, files whose storing was cut off, contents that no file has, and what a cut
 * left in the storage.
 *
 * @param everything whether the whole storage is gone through, and not only what the database knows
 */
export async function sweepFiles(services: FileServices, everything: boolean, batch = 500): Promise<FilesSwept> {
  const { database, clock, partialUploads, contentStorage } = services;
  const before = new Date(clock.machine().getTime() - abandonedAfterMilliseconds);
  const abandonedUploads =
    (await partialUploads.removeAbandoned(before)) + (everything ? await contentStorage.removeCutOff(before) : 0);
  const unfinishedFiles = await deleteFilesStoringSince(database, before, batch);
  let unusedContents = 0;
  const removeContent = async (sha256: string) => {
    const removed = await deleteContentUnlessUsed(database, sha256, () => contentStorage.remove(sha256));
    if (removed) unusedContents += 1;
  };
  for (const sha256 of await listUnusedContents(database, batch)) await removeContent(sha256);
  if (everything) for await (const sha256 of unknownOf(services, batch)) await removeContent(sha256);
  return { abandonedUploads, unfinishedFiles, unusedContents };
}

/** What is stored and no row knows of. */
async function* unknownOf({ database, contentStorage }: FileServices, batch: number): AsyncGenerator<string> {
  let listed: string[] = [];
  const unknown = async () => {
    const known = new Set(await findKnownContents(database, listed));
    return listed.filter((sha256) => !known.has(sha256));
  };
  for await (const sha256 of contentStorage.list()) {
    listed.push(sha256);
    if (listed.length < batch) continue;
    yield* await unknown();
    listed = [];
  }
  yield* await unknown();
}

/** The sweep for a timer: the whole storage once a day, by the machine's clock, and first of all. */
export function createFileSweep(services: FileServices): () => Promise<FilesSwept> {
  let wentThroughAt: number | null = null;
  return async () => {
    const time = services.clock.machine().getTime();
    const everything = wentThroughAt === null || time - wentThroughAt >= abandonedAfterMilliseconds;
    const swept = await sweepFiles(services, everything);
    if (everything) wentThroughAt = time;
    return swept;
  };
}
