import { eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { sampleEntry, sampleInstant } from "../../testing/samples.ts";
import { suite } from "../../testing/suite.ts";
import { auditCheckpoints, auditEntries, auditLeaves, auditNodes, auditUnsequenced } from "../schema/index.ts";
import { appendEntry, bodyOf } from "./entries.ts";
import { hashOfState } from "./state.ts";

export const auditEntriesSuite = suite("audit entries", (open) => {
  it("keep who, what, when and on which ground, and of the state its hash alone", async () => {
    const { database } = open();
    const id = await appendEntry(database, sampleEntry);
    const [row] = await database.select().from(auditEntries).where(eq(auditEntries.id, id));
    expect(row).toMatchObject({
      at: sampleInstant,
      actorUserId: "u1",
      role: "district",
      district: "410105",
      onBehalfOf: null,
      fields: ["state", "accepted_on"],
      stateHash: hashOfState(sampleEntry.state),
      revision: 4,
    });
    if (row === undefined) throw new Error("no entry");
    expect(row.body).toBe(bodyOf(row));
    expect(row.body).not.toContain('"state":');
    expect(await database.select().from(auditUnsequenced).where(eq(auditUnsequenced.entryId, id))).toHaveLength(1);
  });

  it("are there with the act or not at all", async () => {
    const { database } = open();
    const act = database.transaction(async (transaction) => {
      await appendEntry(transaction, { ...sampleEntry, recordId: "undone" });
      throw new Error("the act was undone");
    });
    await expect(act).rejects.toThrow("the act was undone");
    expect(await database.select().from(auditEntries).where(eq(auditEntries.recordId, "undone"))).toEqual([]);
  });

  it.each([
    ["a refusal that changes a state", { outcome: "wrong_state" }],
    ["a state without its record", { recordId: null }],
    ["a revision below 0", { revision: -1 }],
    ["a ground that holds U+0000", { ground: "\0" }],
    ["a ground that holds half of a character", { ground: "\ud83d" }],
    ["a state that cannot be hashed", { state: { value: undefined } }],
  ])("are refused: %s", async (_, change) => {
    const { database } = open();
    await expect(appendEntry(database, { ...sampleEntry, ...change })).rejects.toThrow();
  });

  it("and the tree above them cannot be changed, deleted or truncated", async () => {
    const { database } = open();
    const entryId = await appendEntry(database, sampleEntry);
    await database.insert(auditLeaves).values({ position: 0, entryId, leafHash: "x" });
    await database.insert(auditNodes).values({ level: 1, index: 0, hash: "x" });
    const checkpoint = { size: 1, root: "x", at: sampleInstant, publicKey: "x", signature: "x" };
    await database.insert(auditCheckpoints).values(checkpoint);
    const changes = { entries: "act = 'y'", leaves: "leaf_hash = 'y'", nodes: "hash = 'y'", checkpoints: "root = 'y'" };
    const statements = Object.entries(changes).flatMap(([table, change]) => [
      `update audit_${table} set ${change}`,
      `delete from audit_${table}`,
      `truncate audit_${table} cascade`,
    ]);
    for (const statement of statements) {
      const refusal = await database.execute(sql.raw(statement)).then(
        () => null,
        (error: Error) => error.cause,
      );
      expect(String(refusal), statement).toContain("append-only");
    }
  });

  it.each([
    "insert into audit_leaves values (-1, (select id from audit_entries limit 1), 'x')",
    "insert into audit_leaves values (9, 'no entry', 'x')",
    "insert into audit_leaves select 10 + n, (select id from audit_entries limit 1), 'x' from generate_series(1, 2) n",
    "insert into audit_unsequenced values ('no entry')",
    "insert into audit_nodes values (0, 0, 'x')",
    "insert into audit_nodes values (1, -1, 'x')",
    "insert into audit_checkpoints values (0, 'x', '2026-06-10T00:00:00Z', 'x', 'x')",
  ])("and the tree above them takes no nonsense: %s", async (statement) => {
    const { database } = open();
    await appendEntry(database, sampleEntry);
    await expect(database.execute(sql.raw(statement))).rejects.toThrow();
  });
});
