import type { Database } from "@shifan/db";
import { isUniqueConflict, releaseRequestKey, setRequestKeyRecord, takeRequestKey } from "@shifan/db";

export type OnceRequest = { keyHash: string; bodyHash: string; at: Date };

export type Once<Outcome> =
  | { kind: "made"; outcome: Outcome }
  | { kind: "made_before"; id: string }
  | { kind: "key_reused" };

/** How often what met another at the same moment is tried. */
const attempts = 3;

/**
 * Makes a record once for a key: the same call again finds what the first one made. Everything happens in one transaction, so that of two at
 * the same moment the second waits for the first and then finds it, and what was refused may be tried again.
 *
 * Two different calls for what there may be only one of are kept apart by the tables. Whoever comes second there has done nothing, and is asked
 * anew: now that the first is on record, their call is refused by its own rule, in its own words.
 */
export async function makeOnce<Outcome>(
  database: Database,
  request: OnceRequest,
  make: (transaction: Database) => Promise<{ outcome: Outcome; madeId: string | null }>,
): Promise<Once<Outcome>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await makeOrFind(database, request, make);
    } catch (cause) {
      if (!isUniqueConflict(cause) || attempt === attempts) throw cause;
    }
  }
}

function makeOrFind<Outcome>(
  database: Database,
  { keyHash, bodyHash, at }: OnceRequest,
  make: (transaction: Database) => Promise<{ outcome: Outcome; madeId: string | null }>,
): Promise<Once<Outcome>> {
  return database.transaction(async (transaction): Promise<Once<Outcome>> => {
    const before = await takeRequestKey(transaction, { keyHash, bodyHash, recordId: "", createdAt: at });
    if (before !== null) {
      return before.bodyHash === bodyHash ? { kind: "made_before", id: before.recordId } : { kind: "key_reused" };
    }
    const { outcome, madeId } = await make(transaction);
    if (madeId === null) await releaseRequestKey(transaction, keyHash);
    else await setRequestKeyRecord(transaction, keyHash, madeId);
    return { kind: "made", outcome };
  });
}
