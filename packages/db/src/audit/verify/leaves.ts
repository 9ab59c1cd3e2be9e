import { and, asc, between, count, eq, gte, or } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { auditEntries, auditLeaves, auditNodes } from "../../schema/index.ts";
import type { AuditEntryRow } from "../entries.ts";
import { addLeaf, emptyTree, hashLeaf, rootOf, type Tree, type TreeNode } from "../merkle.ts";
import { BrokenTrail } from "./breaks.ts";
import { checkBody } from "./entry.ts";
import type { Evidence } from "./evidence.ts";

/**
 * Walks the tree from its first leaf: positions without a gap, every entry there and as it was, every leaf and node its hash, every signed root the
 * root.
 *
 * @param batch how many leaves are read at a time
 * @returns the tree
 * @throws BrokenTrail with the first thing that is not so
 */
export async function checkLeaves(
  database: Database,
  evidence: Evidence,
  note: (entry: AuditEntryRow, position: number) => void,
  batch: number,
): Promise<Tree> {
  let tree = emptyTree;
  let nodes = 0;
  for (;;) {
    const rows = await readLeaves(database, tree.size, batch);
    const completed: TreeNode[] = [];
    for (const { leaf, entry } of rows) {
      const { position, entryId, leafHash } = leaf;
      if (position !== tree.size) throw new BrokenTrail({ code: "position_missing", position: tree.size });
      if (entry === null) throw new BrokenTrail({ code: "entry_missing", entryId, position });
      checkBody(entry, position);
      if (hashLeaf(entry.body) !== leafHash) throw new BrokenTrail({ code: "leaf_mismatch", entryId, position });
      const added = addLeaf(tree, leafHash);
      tree = added.tree;
      completed.push(...added.completed);
      note(entry, position);
      evidence.check(tree.size, () => rootOf(tree));
    }
    await checkNodes(database, completed);
    nodes += completed.length;
    if (rows.length < batch) break;
  }
  evidence.checkEnd(tree.size);
  const [kept] = await database.select({ count: count() }).from(auditNodes);
  const surplus = (kept?.count ?? 0) - nodes;
  if (surplus > 0) throw new BrokenTrail({ code: "nodes_surplus", surplus });
  return tree;
}

function readLeaves(database: Database, from: number, batch: number) {
  return database
    .select({ leaf: auditLeaves, entry: auditEntries })
    .from(auditLeaves)
    .leftJoin(auditEntries, eq(auditEntries.id, auditLeaves.entryId))
    .where(gte(auditLeaves.position, from))
    .orderBy(asc(auditLeaves.position))
    .limit(batch);
}

/** The nodes that consecutive leaves completed, which on each level are consecutive too. */
async function checkNodes(database: Database, nodes: readonly TreeNode[]): Promise<void> {
  if (nodes.length === 0) return;
  const levels = Map.groupBy(nodes, ({ level }) => level);
  const ranges = [...levels].map(([level, own]) => {
    const indexes = own.map(({ index }) => index);
    return and(eq(auditNodes.level, level), between(auditNodes.index, Math.min(...indexes), Math.max(...indexes)));
  });
  const rows = await database
    .select()
    .from(auditNodes)
    .where(or(...ranges));
  const kept = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  for (const { level, index, hash } of nodes) {
    if (kept.get(`${level}/${index}`) !== hash) throw new BrokenTrail({ code: "node_changed", level, index });
  }
}
