import { asc, eq, gt } from "drizzle-orm";
import type { Database } from "../database.ts";
import { auditCheckpoints, auditLeaves } from "../schema/index.ts";
import type { Checkpoint } from "./checkpoints.ts";
import { type ConsistencyProof, consistencyRanges, type InclusionProof, inclusionRanges } from "./proofs.ts";
import { findNewestCheckpoint } from "./sequencer.ts";
import { hashRanges } from "./tree-rows.ts";

/** Proves that an entry is under the newest checkpoint; null when it is unknown or not under one yet. Tells nothing of what is in the entry. */
export async function proveInclusion(
  database: Database,
  entryId: string,
): Promise<(InclusionProof & { checkpoint: Checkpoint }) | null> {
  const [leaf] = await database.select().from(auditLeaves).where(eq(auditLeaves.entryId, entryId));
  const checkpoint = await findNewestCheckpoint(database);
  if (leaf === undefined || checkpoint === null || leaf.position >= checkpoint.size) return null;
  const { position, leafHash } = leaf;
  const path = await hashRanges(database, inclusionRanges(position, checkpoint.size));
  return { position, size: checkpoint.size, leafHash, path, checkpoint };
}

/** Proves that the tree of `to` leaves goes on from that of `from`; null when no checkpoint reaches so far or the sizes are in no order. */
export async function proveConsistency(database: Database, from: number, to: number): Promise<ConsistencyProof | null> {
  const newest = await findNewestCheckpoint(database);
  if (from < 1 || from > to || to > (newest?.size ?? 0)) return null;
  return { from, to, path: await hashRanges(database, consistencyRanges(from, to)) };
}

/** The checkpoints beyond a size, the smallest first. */
export async function listCheckpointsBeyond(database: Database, size: number, limit: number): Promise<Checkpoint[]> {
  return database
    .select()
    .from(auditCheckpoints)
    .where(gt(auditCheckpoints.size, size))
    .orderBy(asc(auditCheckpoints.size))
    .limit(limit);
}
