import { asc, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { after, sampleEntry, sampleInstant } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import { auditLeaves, auditUnsequenced } from "../schema/index.ts";
import { createAuditKeys, isSignedByItsKey, readCheckpoint, writeCheckpoint } from "./checkpoints.ts";
import { appendEntry } from "./entries.ts";
import { addLeaf, emptyTree, rootOf, type Tree } from "./merkle.ts";
import { listCheckpointsBeyond, proveConsistency, proveInclusion } from "./proof-queries.ts";
import { verifyConsistency, verifyInclusion } from "./proofs.ts";
import { findNewestCheckpoint, sequenceEntries, signCheckpoint } from "./sequencer.ts";

const keys = createAuditKeys([Buffer.alloc(32, 5)]);

export const auditSequencerSuite = suite("the sequencer of the audit trail", (open) => {
  const append = (seconds: number) => appendEntry(open().database, { ...sampleEntry, at: after(seconds) });
  const readLeaves = () => open().database.select().from(auditLeaves).orderBy(asc(auditLeaves.position));

  it("gives positions in the order of instants, without a gap, however many ask at once", async () => {
    const { database } = open();
    expect(await sequenceEntries(database, { limit: 10 })).toBe(0);
    expect(await signCheckpoint(database, keys, sampleInstant)).toBeNull();
    const [third, first, second] = [await append(3), await append(1), await append(1)];
    const given = await Promise.all([1, 2, 3, 4].map(() => sequenceEntries(database, { limit: 2 })));
    expect(given.toSorted()).toEqual([0, 0, 1, 2]);
    expect((await readLeaves()).map(({ position, entryId }) => [position, entryId])).toEqual([
      [0, first],
      [1, second],
      [2, third],
    ]);
    expect(await database.select().from(auditUnsequenced)).toEqual([]);
  });

  it("puts an entry that comes later behind those that have their place, whatever its instant", async () => {
    const { database } = open();
    const late = await append(-100);
    await sequenceEntries(database, { limit: 10 });
    expect((await readLeaves()).at(-1)).toMatchObject({ position: 3, entryId: late });
  });

  it("signs the tree when it has grown, once, however many processes sign", async () => {
    const { database } = open();
    const signed = await Promise.all([1, 2, 3].map((n) => signCheckpoint(database, keys, after(n))));
    const [checkpoint] = signed.filter((each) => each !== null);
    expect(signed.filter((each) => each === null)).toHaveLength(2);
    if (checkpoint === undefined || checkpoint === null) throw new Error("nothing was signed");
    let tree: Tree = emptyTree;
    for (const { leafHash } of await readLeaves()) tree = addLeaf(tree, leafHash).tree;
    expect(checkpoint).toMatchObject({ size: 4, root: rootOf(tree), publicKey: keys.current.publicKey });
    expect(await findNewestCheckpoint(database)).toEqual(checkpoint);
    expect(isSignedByItsKey(checkpoint)).toBe(true);
    const read = readCheckpoint(JSON.parse(JSON.stringify(writeCheckpoint(checkpoint))));
    expect(read).toEqual(checkpoint);
  });

  it("proves every entry under the newest checkpoint, and every two sizes, from a handful of stored nodes", async () => {
    const { database } = open();
    for (let n = 0; n < 45; n += 1) await append(10 + n);
    const unsigned = await append(1_000);
    await sequenceEntries(database, { limit: 45 });
    const checkpoint = await signCheckpoint(database, keys, after(100));
    await sequenceEntries(database, { limit: 45 });
    const leaves = await readLeaves();
    for (const { entryId, position } of leaves.slice(0, 49)) {
      const proof = await proveInclusion(database, entryId);
      if (proof === null) throw new Error(`no proof of ${position}`);
      expect(verifyInclusion(proof, checkpoint?.root ?? "")).toBe(true);
    }
    const roots: string[] = [];
    let tree: Tree = emptyTree;
    for (const { leafHash } of leaves) {
      tree = addLeaf(tree, leafHash).tree;
      roots.push(rootOf(tree));
    }
    for (const from of [1, 3, 4, 17, 32, 48, 49]) {
      const proof = await proveConsistency(database, from, 49);
      if (proof === null) throw new Error(`no proof from ${from}`);
      expect(verifyConsistency(proof, roots[from - 1] ?? "", checkpoint?.root ?? "")).toBe(true);
    }
    expect(await proveInclusion(database, unsigned)).toBeNull();
    expect(await proveInclusion(database, "unknown")).toBeNull();
    for (const [from, to] of [
      [0, 4],
      [5, 4],
      [4, 50],
    ] as const) {
      expect(await proveConsistency(database, from, to)).toBeNull();
    }
    expect((await listCheckpointsBeyond(database, 4, 10)).map(({ size }) => size)).toEqual([49]);
  });

  it("signs nothing over a tree that was cut", async () => {
    const { database } = open();
    await database.transaction(async (transaction) => {
      await transaction.execute(sql`set local session_replication_role = replica`);
      await transaction.execute(sql`delete from audit_leaves where position > 40`);
    });
    expect(await signCheckpoint(database, keys, after(200))).toBeNull();
  });
});
