import { createHash } from "node:crypto";

/*
 * The Merkle tree of RFC 6962, section 2.1. A hash is SHA-256 in base64url. A node of level 0 is a leaf; one of level n spans 2^n leaves, from
 * index × 2^n on.
 */

export type Hash = string;
export type NodeAddress = { readonly level: number; readonly index: number };
export type TreeNode = NodeAddress & { readonly hash: Hash };
/** The leaves from `start` up to, and without, `end`. */
export type Range = { readonly start: number; readonly end: number };

/** All that is needed to go on with a tree: its size and the roots of its complete subtrees, the largest first. */
export type Tree = { readonly size: number; readonly roots: readonly Hash[] };
export const emptyTree: Tree = { size: 0, roots: [] };

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The hash of a leaf: of the bytes 0x00 and the body in UTF-8. */
export function hashLeaf(body: string | Uint8Array): Hash {
  return createHash("sha256").update(leafPrefix).update(body).digest("base64url");
}

/** The hash of a node above two others: of the bytes 0x01, left, right. */
export function hashNode(left: Hash, right: Hash): Hash {
  const hash = createHash("sha256").update(nodePrefix);
  return hash.update(left, "base64url").update(right, "base64url").digest("base64url");
}

/** The tree with one leaf more, and the nodes that this completed. */
export function addLeaf(tree: Tree, leaf: Hash): { tree: Tree; completed: TreeNode[] } {
  const roots = [...tree.roots];
  const completed: TreeNode[] = [];
  let hash = leaf;
  for (let level = 1, index = tree.size; index % 2 === 1; level += 1) {
    index = (index - 1) / 2;
    hash = hashNode(roots.pop() as Hash, hash);
    completed.push({ level, index, hash });
  }
  return { tree: { size: tree.size + 1, roots: [...roots, hash] }, completed };
}

/** The root of a tree; that of an empty one is the hash of nothing. */
export function rootOf(tree: Pick<Tree, "roots">): Hash {
  if (tree.roots.length === 0) return createHash("sha256").digest("base64url");
  return tree.roots.reduceRight((right, left) => hashNode(left, right));
}

/** The complete subtrees that make up a range as the recursion of the RFC cuts it, the largest first. */
export function nodesOf({ start, end }: Range): NodeAddress[] {
  const nodes: NodeAddress[] = [];
  for (let from = start; from < end; ) {
    const level = Math.floor(Math.log2(end - from));
    nodes.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return nodes;
}

/** The largest power of two below a number of at least 2: where the RFC splits. */
export function splitOf(size: number): number {
  const half = 2 ** Math.floor(Math.log2(size));
  return half === size ? half / 2 : half;
}
