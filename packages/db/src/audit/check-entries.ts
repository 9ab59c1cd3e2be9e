import type { Database } from "../database.ts";
import { type Checkpoint, isSignedByItsKey } from "./checkpoints.ts";
import { type AuditEntryRow, bodyOf } from "./entries.ts";
import { hashLeaf } from "./merkle.ts";
import { proveInclusion } from "./proof-queries.ts";
import { verifyInclusion } from "./proofs.ts";

/**
 * What the check of one entry against the newest checkpoint has found.
 *
 * - `included`: what it says is what the signed root was made of.
 * - `waiting`: it is not under a checkpoint yet.
 * - `changed`: it does not say what it said when its leaf was made.
 * - `not_included`: its proof does not lead to the signed root.
 */
export type EntryCheck = "included" | "waiting" | "changed" | "not_included";

export type CheckedEntries = {
  readonly checkpoint: Checkpoint | null;
  /** Whether the checkpoint was signed by a key that is believed; null without a checkpoint. */
  readonly isSigned: boolean | null;
  readonly checks: ReadonlyMap<string, EntryCheck>;
};

/**
 * Proves entries one by one under the newest checkpoint, and the checkpoint by its signature.
 *
 * @param publicKeys the keys to believe
 */
export async function checkEntries(
  database: Database,
  entries: readonly AuditEntryRow[],
  publicKeys: readonly string[],
): Promise<CheckedEntries> {
  const checks = new Map<string, EntryCheck>();
  let checkpoint: Checkpoint | null = null;
  for (const entry of entries) {
    const proof = await proveInclusion(database, entry.id);
    if (proof === null) {
      checks.set(entry.id, bodyOf(entry) === entry.body ? "waiting" : "changed");
      continue;
    }
    checkpoint = proof.checkpoint;
    const isAsWritten = bodyOf(entry) === entry.body && hashLeaf(entry.body) === proof.leafHash;
    const isIncluded = verifyInclusion(proof, proof.checkpoint.root);
    checks.set(entry.id, isAsWritten ? (isIncluded ? "included" : "not_included") : "changed");
  }
  const isSigned =
    checkpoint === null ? null : isSignedByItsKey(checkpoint) && publicKeys.includes(checkpoint.publicKey);
  return { checkpoint, isSigned, checks };
}
