import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { after } from "../../../testing/samples.ts";
import { suite } from "../../../testing/suite.ts";
import {
  act,
  caseOf,
  cases,
  findCase,
  keys,
  personalKeys,
  rebuild,
  record,
  strangers,
  trackedCases,
  writeTrail,
} from "../../../testing/trail.ts";
import type { Database } from "../../database.ts";
import { erase, seal } from "../../personal/seal.ts";
import { auditCheckpoints, auditEntries } from "../../schema/index.ts";
import type { Checkpoint } from "../checkpoints.ts";
import { bodyOf } from "../entries.ts";
import type { TrackedResource } from "./records.ts";
import { type AuditVerification, verifyAudit } from "./verify.ts";

export const auditVerificationSuite = suite("the verification of the audit trail", (open) => {
  /** The entries by their positions; the last one waits for its place. */
  let ids: string[] = [];
  let file: Checkpoint[] = [];

  const verify = (database: Database, given: readonly Checkpoint[] = [], kept: readonly Checkpoint[] | null = file) =>
    verifyAudit(database, { publicKeys: keys.publicKeys, resources: [trackedCases], file: kept, given });

  /** What is found after somebody with every right of the database and triggers off has done something; it is undone afterwards. */
  async function verifyAfter(
    tamper: (database: Database) => Promise<unknown>,
    given?: readonly Checkpoint[],
    kept?: readonly Checkpoint[] | null,
  ): Promise<AuditVerification> {
    let result: AuditVerification | undefined;
    const undone = open().database.transaction(async (transaction) => {
      await transaction.execute(sql`set local session_replication_role = replica`);
      await tamper(transaction);
      result = await verify(transaction, given, kept);
      throw new Error("undo it");
    });
    await expect(undone).rejects.toThrow("undo it");
    if (result === undefined) throw new Error("nothing was verified");
    return result;
  }

  beforeAll(async () => {
    ({ ids, file } = await writeTrail(open().database));
  });

  it("finds a trail sound that is, and says what it has checked", async () => {
    const { database } = open();
    expect(await verify(database)).toEqual({
      sound: true,
      size: 8,
      root: file.at(-1)?.root,
      waiting: 1,
      checkpoints: 3,
      records: 3,
    });
    expect(await verify(database, file.slice(0, 1), null)).toMatchObject({ sound: true });
  });

  it("takes the later revision for the present state, whatever the order of entries close together", async () => {
    const overtaken = caseOf("a", "甲集团", 4);
    const found = await verifyAfter(async (database) => {
      const before = await findCase(database, "a");
      const between = { ...overtaken, revision: 3 };
      await act(database, overtaken, 40, between);
      await record(database, { recordId: "a", state: between, before, revision: 3, at: after(41) });
    });
    expect(found).toMatchObject({ sound: true });
  });

  it("stays sound when personal data are erased", async () => {
    const found = await verifyAfter(async (database) => {
      for (const { id, phone } of await database.select().from(cases)) {
        if (phone !== null)
          await database
            .update(cases)
            .set({ phone: erase(phone) })
            .where(eq(cases.id, id));
      }
    });
    expect(found).toMatchObject({ sound: true });
  });

  it("stays sound when an upgrade gives a kind of record a field, and not when the field was filled behind it", async () => {
    const old = { id: "i", state: "closed", revision: 1 };
    const verifyUpgraded = async (database: Database, signatures: object | null) => {
      const upgraded: TrackedResource = {
        resource: "inspections",
        async *read() {
          yield { recordId: "i", state: { ...old, signatures } };
        },
      };
      return verifyAudit(database, { publicKeys: keys.publicKeys, resources: [upgraded], file, given: [] });
    };
    const undone = open().database.transaction(async (transaction) => {
      await record(transaction, { resource: "inspections", recordId: "i", state: old, revision: 1, at: after(50) });
      expect(await verifyUpgraded(transaction, null)).toMatchObject({ sound: true });
      expect(await verifyUpgraded(transaction, {})).toMatchObject({ sound: false, found: { code: "record_changed" } });
      throw new Error("undo it");
    });
    await expect(undone).rejects.toThrow("undo it");
  });

  const run = (statement: string) => (database: Database) => database.execute(sql.raw(statement));
  const inOrder =
    (...steps: ((database: Database) => Promise<unknown>)[]) =>
    async (database: Database) => {
      for (const step of steps) await step(database);
    };
  const entry = (position: number) => `(select entry_id from audit_leaves where position = ${position})`;
  const editGround = run(`update audit_entries set ground = '改过' where id = ${entry(1)}`);
  const cutTail = inOrder(
    run("delete from audit_entries where id in (select entry_id from audit_leaves where position >= 6)"),
    run("delete from audit_leaves where position >= 6"),
    run("delete from audit_nodes where level = 1 and index = 3 or level = 2 and index = 1 or level = 3"),
    run("delete from audit_checkpoints where size > 6"),
    run("delete from audit_unsequenced"),
    run("delete from audit_entries where id not in (select entry_id from audit_leaves)"),
    run("delete from cases_of_a_test where id = 'd'"),
    run("insert into cases_of_a_test values ('c', '丙公司', null, 1)"),
  );

  describe("finds and names", () => {
    it.each([
      ["who acted", "actor_user_id = 'u2'", ["userId"]],
      ["the role", "role = 'city'", ["role"]],
      ["the instant", "at = at + interval '1 second'", ["at"]],
      ["the ground", "ground = '改过'", ["ground"]],
      ["the fields", "fields = '[]'", ["fields"]],
      ["the state", "state_hash = 'x', revision = 7", ["revision", "stateHash"]],
      ["the body", "body = replace(body, '410105', '410106')", ["district"]],
      ["the body's writing", "body = body || ' '", ["body"]],
    ])("a field of an entry that was edited: %s", async (_, change, fields) => {
      const found = await verifyAfter(run(`update audit_entries set ${change} where id = ${entry(1)}`));
      expect(found).toEqual({ sound: false, found: { code: "entry_changed", entryId: ids[1], position: 1, fields } });
    });

    it("an entry that was edited with its body", async () => {
      const found = await verifyAfter(async (database) => {
        await editGround(database);
        const [row] = await database
          .select()
          .from(auditEntries)
          .where(eq(auditEntries.id, ids[1] ?? ""));
        if (row !== undefined)
          await database
            .update(auditEntries)
            .set({ body: bodyOf(row) })
            .where(eq(auditEntries.id, row.id));
      });
      expect(found).toMatchObject({ found: { code: "leaf_mismatch", entryId: ids[1], position: 1 } });
    });

    it("an entry that waits for its place and was edited", async () => {
      const found = await verifyAfter(
        run("update audit_entries set ground = '改过' where id in (select entry_id from audit_unsequenced)"),
      );
      expect(found).toMatchObject({ found: { code: "entry_changed", entryId: ids[8], position: null } });
    });

    it.each([
      ["in the tree", `delete from audit_entries where id = ${entry(4)}`, { code: "entry_missing", position: 4 }],
      ["with its leaf", "delete from audit_leaves where position = 4", { code: "position_missing", position: 4 }],
      [
        "waiting",
        "delete from audit_entries where id in (select entry_id from audit_unsequenced)",
        { code: "entry_missing", position: null },
      ],
      ["from those that wait", "delete from audit_unsequenced", { code: "entry_outside" }],
    ])("an entry that was deleted: %s", async (_, statement, expected) => {
      expect(await verifyAfter(run(statement))).toMatchObject({ sound: false, found: expected });
    });

    it("an entry that was deleted and its gap closed", async () => {
      const found = await verifyAfter(
        inOrder(
          run("delete from audit_leaves where position = 4"),
          run("update audit_leaves set position = position - 1 where position > 4"),
          run("delete from audit_nodes"),
        ),
      );
      expect(found).toMatchObject({ found: { code: "root_mismatch", source: "database", size: 6 } });
    });

    it("nodes that are not those of the leaves", async () => {
      expect(await verifyAfter(run("update audit_nodes set hash = 'x' where level = 2 and index = 0"))).toMatchObject({
        found: { code: "node_changed", level: 2, index: 0 },
      });
      expect(await verifyAfter(run("insert into audit_nodes values (9, 0, 'x')"))).toMatchObject({
        found: { code: "nodes_surplus", surplus: 1 },
      });
    });

    it("the end cut off, with its leaves, its checkpoints and its records", async () => {
      expect(await verifyAfter(cutTail)).toEqual({
        sound: false,
        found: { code: "tail_missing", source: "file", size: 8, present: 6 },
      });
    });

    it("the end cut off from the leaves alone", async () => {
      expect(await verifyAfter(run("delete from audit_leaves where position >= 6"), [], [])).toMatchObject({
        found: { code: "tail_missing", source: "database", size: 8, present: 6 },
      });
    });

    it("the end cut off and the file with it, by what somebody else has kept", async () => {
      expect(await verifyAfter(cutTail, file.slice(-1), file.slice(0, 2))).toMatchObject({
        found: { code: "tail_missing", source: "given", size: 8, present: 6 },
      });
    });

    it("the log rebuilt after an edit without the key", async () => {
      const roots = inOrder(
        editGround,
        (database) => rebuild(database, keys),
        async (database) => {
          // Without the key the signatures can only be kept.
          for (const { size, signature } of file) {
            await database.update(auditCheckpoints).set({ signature }).where(eq(auditCheckpoints.size, size));
          }
        },
      );
      expect(await verifyAfter(roots, [], [])).toMatchObject({
        found: { code: "signature_invalid", source: "database", size: 3 },
      });
      const another = inOrder(editGround, (database) => rebuild(database, strangers));
      expect(await verifyAfter(another, [], [])).toMatchObject({
        found: { code: "key_unknown", source: "database", size: 3, publicKey: strangers.current.publicKey },
      });
    });

    it("the log rebuilt after an edit with the key, by the file and by what somebody else has kept", async () => {
      const rebuilt = inOrder(editGround, (database) => rebuild(database, keys));
      expect(await verifyAfter(rebuilt)).toMatchObject({ found: { code: "root_mismatch", source: "file", size: 3 } });
      const [, , newest] = file;
      if (newest === undefined) throw new Error("no checkpoint");
      expect(await verifyAfter(rebuilt, [newest], [])).toMatchObject({
        found: { code: "root_mismatch", source: "given", size: 8 },
      });
    });

    it("that there is no file to hold the trail against", async () => {
      for (const none of [null, []]) {
        expect(await verify(open().database, [], none)).toMatchObject({ found: { code: "checkpoint_file_missing" } });
      }
    });

    it("a checkpoint of the file that nobody signed", async () => {
      const [first] = file;
      if (first === undefined) throw new Error("no checkpoint");
      expect(await verify(open().database, [], [{ ...first, at: after(0) }])).toMatchObject({
        found: { code: "signature_invalid", source: "file", size: 3 },
      });
    });

    it("a record that was changed without an entry", async () => {
      expect(await verifyAfter(run("update cases_of_a_test set name = '改过' where id = 'a'"))).toMatchObject({
        found: { code: "record_changed", resource: "cases", recordId: "a", entryId: ids[4], position: 4 },
      });
      expect(await verifyAfter(run("update cases_of_a_test set name = '改过' where id = 'd'"))).toMatchObject({
        found: { code: "record_changed", recordId: "d", entryId: ids[8], position: null },
      });
    });

    it("a personal value that was replaced by another", async () => {
      const found = await verifyAfter((database) =>
        database
          .update(cases)
          .set({ phone: seal(personalKeys, "13900139000") })
          .where(eq(cases.id, "b")),
      );
      expect(found).toMatchObject({ found: { code: "record_changed", recordId: "b" } });
      expect(await verifyAfter(run(`update cases_of_a_test set phone = '"138"' where id = 'b'`))).toMatchObject({
        found: { code: "record_unreadable", resource: "cases" },
      });
    });

    it("a record that was added without an entry, also one that had been removed", async () => {
      expect(await verifyAfter(run("insert into cases_of_a_test values ('x', '某公司', null, 1)"))).toMatchObject({
        found: { code: "record_unrecorded", resource: "cases", recordId: "x" },
      });
      expect(await verifyAfter(run("insert into cases_of_a_test values ('c', '丙公司', null, 1)"))).toMatchObject({
        found: { code: "record_changed", recordId: "c", entryId: ids[6] },
      });
    });

    it.each([
      ["edited", `update audit_changes set changes = replace(changes::text, '甲公司', '改过')::json`],
      ["deleted", "delete from audit_changes"],
      ["put in another's place", `update audit_changes set changes = '[]'`],
    ])("what was kept of a change and was %s", async (_, statement) => {
      expect(await verifyAfter(run(`${statement} where entry_id = ${entry(4)}`))).toMatchObject({
        found: { code: "change_altered", resource: "cases", recordId: "a", entryId: ids[0] },
      });
    });

    it("a record that was removed without an entry", async () => {
      expect(await verifyAfter(run("delete from cases_of_a_test where id = 'b'"))).toMatchObject({
        found: { code: "record_missing", resource: "cases", recordId: "b", entryId: ids[1], position: 1 },
      });
    });
  });

  it("finds an empty trail sound", async () => {
    const found = await verifyAfter(
      inOrder(
        ...["unsequenced", "leaves", "nodes", "checkpoints", "entries"].map((table) =>
          run(`delete from audit_${table}`),
        ),
        run("delete from cases_of_a_test"),
      ),
      [],
      null,
    );
    expect(found).toMatchObject({ sound: true, size: 0, waiting: 0, records: 0 });
  });

  it.each([1, 2, 3, 4, 8])("checks the same however many entries are read at a time: %i", async (batch) => {
    const options = { publicKeys: keys.publicKeys, resources: [trackedCases], file, given: [] };
    expect(await verifyAudit(open().database, options, batch)).toEqual(await verify(open().database));
  });
});
