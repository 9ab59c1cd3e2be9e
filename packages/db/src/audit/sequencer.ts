import { asc, desc, eq, inArray } from "drizzle-orm";
import type { Database } from "../database.ts";
import {
  auditCheckpoints,
  auditEntries,
  auditLeaves,
  auditNodes,
  auditSequencers,
  auditUnsequenced,
} from "../schema/index.ts";
import { type AuditKeys, type Checkpoint, makeCheckpoint } from "./checkpoints.ts";
import { addLeaf, hashLeaf, rootOf, type TreeNode } from "./merkle.ts";
import { readTree, readTreeSize } from "./tree-rows.ts";

/**
 * Gives the entries that have none the next positions of the tree, in the order of their instants. One at a time, however many processes ask:
 * the others wait and go on from where it ended.
 *
 * @param limit how many at most, so that no transaction is long
 * @returns how many there were
 */
export async function sequenceEntries(database: Database, { limit }: { limit: number }): Promise<number> {
  return database.transaction(async (transaction) => {
    await lockSequencer(transaction);
    const waiting = await transaction
      .select({ entryId: auditEntries.id, body: auditEntries.body })
      .from(auditUnsequenced)
      .innerJoin(auditEntries, eq(auditEntries.id, auditUnsequenced.entryId))
      .orderBy(asc(auditEntries.at), asc(auditEntries.id))
      .limit(limit);
    if (waiting.length === 0) return 0;
    const size = await readTreeSize(transaction);
    let tree = await readTree(transaction, size);
    const nodes: TreeNode[] = [];
    const leaves = waiting.map(({ entryId, body }, n) => {
      const leafHash = hashLeaf(body);
      const added = addLeaf(tree, leafHash);
      tree = added.tree;
      nodes.push(...added.completed);
      return { position: size + n, entryId, leafHash };
    });
    await transaction.insert(auditLeaves).values(leaves);
    if (nodes.length > 0) await transaction.insert(auditNodes).values(nodes);
    const ids = leaves.map(({ entryId }) => entryId);
    await transaction.delete(auditUnsequenced).where(inArray(auditUnsequenced.entryId, ids));
    return leaves.length;
  });
}

/**
 * Signs what the tree is, if it has grown since it was last signed.
 *
 * @returns the checkpoint; null when there is nothing new
 */
export async function signCheckpoint(database: Database, keys: AuditKeys, now: Date): Promise<Checkpoint | null> {
  return database.transaction(async (transaction) => {
    await lockSequencer(transaction);
    const size = await readTreeSize(transaction);
    const newest = await findNewestCheckpoint(transaction);
    // A tree that became smaller was cut: nothing is signed over that.
    if (size <= (newest?.size ?? 0)) return null;
    const root = rootOf(await readTree(transaction, size));
    const checkpoint = makeCheckpoint(keys, { size, root, at: now });
    await transaction.insert(auditCheckpoints).values(checkpoint);
    return checkpoint;
  });
}

export async function findNewestCheckpoint(database: Database): Promise<Checkpoint | null> {
  const [newest] = await database.select().from(auditCheckpoints).orderBy(desc(auditCheckpoints.size)).limit(1);
  return newest ?? null;
}

async function lockSequencer(transaction: Database): Promise<void> {
  const [row] = await transaction.select().from(auditSequencers).for("update");
  if (row === undefined) throw new Error("the row that the sequencer of the audit trail locks is missing");
}
