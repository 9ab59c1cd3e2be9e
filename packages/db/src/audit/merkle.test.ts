import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addLeaf, emptyTree, type Hash, hashLeaf, hashNode, type NodeAddress, nodesOf, rootOf } from "./merkle.ts";
import { consistencyRanges, inclusionRanges, verifyConsistency, verifyInclusion } from "./proofs.ts";

/** The tree as RFC 6962 defines it, word for word and from the leaves: what ours is held against. */
function treeHash(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return createHash("sha256").digest("base64url");
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return hashNode(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

function build(leaves: readonly Hash[]) {
  const hashes = new Map<string, Hash>(leaves.map((hash, index) => [`0/${index}`, hash]));
  let tree = emptyTree;
  for (const leaf of leaves) {
    const added = addLeaf(tree, leaf);
    for (const { level, index, hash } of added.completed) hashes.set(`${level}/${index}`, hash);
    tree = added.tree;
  }
  const hashOf = (range: { start: number; end: number }) =>
    rootOf({ roots: nodesOf(range).map(({ level, index }: NodeAddress) => hashes.get(`${level}/${index}`) ?? "none") });
  return { root: rootOf(tree), hashOf };
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => hashLeaf(`entry ${n}`));
const toHex = (hash: Hash) => Buffer.from(hash, "base64url").toString("hex");

// The eight leaves and the roots that implementations of RFC 6962 have in common.
const commonLeaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => hashLeaf(Buffer.from(hex, "hex")));
const commonRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

describe("the tree", () => {
  it.each(commonRoots.map((root, size) => [size, root] as const))(
    "of %i common leaves has the known root",
    (size, root) => {
      expect(toHex(build(commonLeaves.slice(0, size)).root)).toBe(root);
    },
  );

  it("has the root of the definition at every size, grown leaf by leaf", () => {
    for (let size = 0; size <= 70; size += 1) expect(build(numbered(size)).root).toBe(treeHash(numbered(size)));
  });
});

describe("a proof", () => {
  const [d0, d1, d2, d3, d4, d5, d6] = commonLeaves as [Hash, Hash, Hash, Hash, Hash, Hash, Hash];
  const [g, h, i, j] = [hashNode(d0, d1), hashNode(d2, d3), hashNode(d4, d5), d6];
  const [k, l] = [hashNode(g, h), hashNode(i, j)];

  // RFC 6962, section 2.1.3: the tree of seven leaves, its nodes named as there.
  it.each([
    ["d0", 0, [d1, h, l]],
    ["d3", 3, [d2, g, l]],
    ["d4", 4, [d5, j, k]],
    ["d6", 6, [i, k]],
  ] as const)("of inclusion for %s is the standard's", (_, position, path) => {
    const { hashOf, root } = build(commonLeaves.slice(0, 7));
    expect(inclusionRanges(position, 7).map(hashOf)).toEqual(path);
    const proof = { position, size: 7, leafHash: commonLeaves[position] ?? "", path };
    expect(verifyInclusion(proof, root)).toBe(true);
  });

  it.each([
    [3, [d2, d3, g, l]],
    [4, [l]],
    [6, [i, j, k]],
  ] as const)("of consistency from %i to seven leaves is the standard's", (from, path) => {
    const { hashOf, root } = build(commonLeaves.slice(0, 7));
    expect(consistencyRanges(from, 7).map(hashOf)).toEqual(path);
    expect(verifyConsistency({ from, to: 7, path }, treeHash(commonLeaves.slice(0, from)), root)).toBe(true);
  });

  const sizes = fc.integer({ min: 1, max: 300 });

  it("of inclusion holds for every leaf of every tree, and for no other leaf, place or path", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (size, some, other) => {
        const leaves = numbered(size);
        const { hashOf, root } = build(leaves);
        const position = some % size;
        const leafHash = leaves[position] ?? "";
        const path = inclusionRanges(position, size).map(hashOf);
        const proof = { position, size, leafHash, path };
        expect(verifyInclusion(proof, root)).toBe(true);
        expect(verifyInclusion({ ...proof, leafHash: hashLeaf("another") }, root)).toBe(false);
        expect(verifyInclusion({ ...proof, path: [...path, root] }, root)).toBe(false);
        expect(verifyInclusion({ ...proof, position: size }, root)).toBe(false);
        expect(verifyInclusion(proof, hashLeaf("another"))).toBe(false);
        if (size > 1) {
          expect(verifyInclusion({ ...proof, path: path.slice(1) }, root)).toBe(false);
          const elsewhere = (position + 1 + (other % (size - 1))) % size;
          expect(verifyInclusion({ ...proof, position: elsewhere }, root)).toBe(false);
        }
      }),
    );
  });

  it("of consistency holds between every two sizes, and for no tree that was changed", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.nat(), (to, some, place) => {
        const from = 1 + (some % to);
        const leaves = numbered(to);
        const { hashOf, root } = build(leaves);
        const fromRoot = treeHash(leaves.slice(0, from));
        const proof = { from, to, path: consistencyRanges(from, to).map(hashOf) };
        expect(verifyConsistency(proof, fromRoot, root)).toBe(true);
        const changed = leaves.map((leaf, n) => (n === place % from ? hashLeaf("edited") : leaf));
        const rebuilt = build(changed);
        const itsProof = { from, to, path: consistencyRanges(from, to).map(rebuilt.hashOf) };
        expect(verifyConsistency(itsProof, fromRoot, rebuilt.root)).toBe(false);
        expect(verifyConsistency(proof, fromRoot, rebuilt.root)).toBe(false);
        expect(verifyConsistency({ ...proof, path: [...proof.path, root] }, fromRoot, root)).toBe(false);
        expect(verifyConsistency({ ...proof, path: [] }, fromRoot, root)).toBe(from === to);
      }),
    );
  });

  it("of what does not exist is refused", () => {
    expect(() => inclusionRanges(3, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(0, 3)).toThrow(RangeError);
    expect(() => consistencyRanges(4, 3)).toThrow(RangeError);
    expect(verifyConsistency({ from: 0, to: 3, path: [] }, rootOf(emptyTree), treeHash(numbered(3)))).toBe(false);
  });
});
