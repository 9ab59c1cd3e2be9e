import type { Database } from "@shifan/db";
import { findRequestKey, insertRequestKey } from "@shifan/db";
import { hashOf } from "./bearer.ts";

export type OnceRequest = {
  /** What is made, so that one key may serve for calls of different kinds. */
  purpose: string;
  /** Whose key it is. */
  userId: string;
  key: string;
  body: unknown;
  at: Date;
};

export type Once<Outcome> =
  | { kind: "made"; outcome: Outcome }
  | { kind: "made_before"; id: string }
  | { kind: "key_reused" };

/**
 * Makes a record once for a key: the same call again finds what the first one made. Everything happens in one transaction, so that of two at
 * the same moment the second waits for the first and then finds it, and what was refused may be tried again.
 */
export async function makeOnce<Outcome>(
  database: Database,
  { purpose, userId, key, body, at }: OnceRequest,
  make: (transaction: Database) => Promise<{ outcome: Outcome; madeId: string | null }>,
): Promise<Once<Outcome>> {
  const keyHash = hashOf(JSON.stringify([purpose, userId, key]));
  const bodyHash = hashOf(JSON.stringify(body));
  return database.transaction(async (transaction): Promise<Once<Outcome>> => {
    const kept = await findRequestKey(transaction, keyHash);
    if (kept !== null) {
      return kept.bodyHash === bodyHash ? { kind: "made_before", id: kept.recordId } : { kind: "key_reused" };
    }
    const { outcome, madeId } = await make(transaction);
    if (madeId !== null) await insertRequestKey(transaction, { keyHash, bodyHash, recordId: madeId, createdAt: at });
    return { kind: "made", outcome };
  });
}
