import { and, desc, eq, inArray, or } from "drizzle-orm";
import type { Database } from "../database.ts";
import { auditLeaves, auditNodes } from "../schema/index.ts";
import { type Hash, type NodeAddress, nodesOf, type Range, rootOf, type Tree } from "./merkle.ts";

const keyOf = ({ level, index }: NodeAddress) => `${level}/${index}`;

/** How many leaves the tree has. */
export async function readTreeSize(database: Database): Promise<number> {
  const [last] = await database
    .select({ position: auditLeaves.position })
    .from(auditLeaves)
    .orderBy(desc(auditLeaves.position))
    .limit(1);
  return last === undefined ? 0 : last.position + 1;
}

/** The tree of the first leaves. */
export async function readTree(database: Database, size: number): Promise<Tree> {
  const addresses = nodesOf({ start: 0, end: size });
  const hashes = await readHashes(database, addresses);
  return { size, roots: addresses.map((address) => hashAt(hashes, address)) };
}

/** The hash of each range. */
export async function hashRanges(database: Database, ranges: readonly Range[]): Promise<Hash[]> {
  const hashes = await readHashes(database, ranges.flatMap(nodesOf));
  return ranges.map((range) => rootOf({ roots: nodesOf(range).map((address) => hashAt(hashes, address)) }));
}

async function readHashes(database: Database, addresses: readonly NodeAddress[]): Promise<Map<string, Hash>> {
  const hashes = new Map<string, Hash>();
  const positions = addresses.filter(({ level }) => level === 0).map(({ index }) => index);
  if (positions.length > 0) {
    const leaves = await database.select().from(auditLeaves).where(inArray(auditLeaves.position, positions));
    for (const { position, leafHash } of leaves) hashes.set(keyOf({ level: 0, index: position }), leafHash);
  }
  const above = addresses.filter(({ level }) => level > 0);
  if (above.length > 0) {
    const wanted = above.map(({ level, index }) => and(eq(auditNodes.level, level), eq(auditNodes.index, index)));
    const nodes = await database
      .select()
      .from(auditNodes)
      .where(or(...wanted));
    for (const node of nodes) hashes.set(keyOf(node), node.hash);
  }
  return hashes;
}

function hashAt(hashes: ReadonlyMap<string, Hash>, address: NodeAddress): Hash {
  const hash = hashes.get(keyOf(address));
  if (hash === undefined) throw new Error(`the audit tree lacks its node ${keyOf(address)}: run npm run audit:verify`);
  return hash;
}
