import { eq, sql } from "drizzle-orm";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { type Checkpoint, createAuditKeys } from "../src/audit/checkpoints.ts";
import { type AuditEntry, appendEntry, bodyOf } from "../src/audit/entries.ts";
import { sequenceEntries, signCheckpoint } from "../src/audit/sequencer.ts";
import { removedState } from "../src/audit/state.ts";
import type { TrackedResource } from "../src/audit/verify/records.ts";
import type { Database } from "../src/database.ts";
import { personal } from "../src/personal/columns.ts";
import { createPersonalKeys } from "../src/personal/keys.ts";
import { seal } from "../src/personal/seal.ts";
import { auditCheckpoints, auditEntries } from "../src/schema/index.ts";
import { after, sampleEntry } from "./samples.ts";

/*
 * A small audit trail over cases of a test, to be tampered with.
 */

export const cases = pgTable("cases_of_a_test", {
  id: text("id").primaryKey(),
  name: text("name"),
  phone: personal("phone"),
  revision: integer("revision"),
});
type Case = typeof cases.$inferSelect;

export const personalKeys = createPersonalKeys([Buffer.alloc(32, 1)]);
export const keys = createAuditKeys([Buffer.alloc(32, 1)]);
export const strangers = createAuditKeys([Buffer.alloc(32, 2)]);

export const trackedCases: TrackedResource = {
  resource: "cases",
  read: async function* (database) {
    for (const state of await database.select().from(cases)) yield { recordId: state.id, state };
  },
};

/** An act on a case: the record and its entry, as an act writes them. */
export async function act(database: Database, state: Case, seconds: number, found?: Case): Promise<string> {
  const before = found ?? (await findCase(database, state.id));
  await database.insert(cases).values(state).onConflictDoUpdate({ target: cases.id, set: state });
  const { id: recordId, revision } = state;
  return record(database, { recordId, revision, state, before, at: after(seconds) });
}

export async function findCase(database: Database, id: string): Promise<Case | null> {
  const [found] = await database.select().from(cases).where(eq(cases.id, id));
  return found ?? null;
}

export function record(database: Database, entry: Partial<AuditEntry>): Promise<string> {
  return appendEntry(database, { ...sampleEntry, before: null, resource: "cases", ...entry });
}

export const caseOf = (id: string, name: string, revision = 1): Case => ({
  id,
  name,
  revision,
  phone: seal(personalKeys, "13800138000"),
});

/** Makes the whole tree anew from the entries as they are, with a checkpoint where there was one, signed by whoever does it. */
export async function rebuild(database: Database, by: typeof keys): Promise<void> {
  const rows = await database.select().from(auditEntries);
  for (const row of rows) {
    await database
      .update(auditEntries)
      .set({ body: bodyOf(row) })
      .where(eq(auditEntries.id, row.id));
  }
  for (const table of ["leaves", "nodes", "checkpoints", "unsequenced"]) {
    await database.execute(sql.raw(`delete from audit_${table}`));
  }
  await database.execute(sql`insert into audit_unsequenced select id from audit_entries`);
  for (const [n, size] of [3, 3, 2].entries()) {
    await sequenceEntries(database, { limit: size });
    await signCheckpoint(database, by, after(n));
  }
}

async function sign(database: Database, seconds: number): Promise<void> {
  await sequenceEntries(database, { limit: 100 });
  await signCheckpoint(database, keys, after(seconds));
}

/** Writes the trail: acts, a refusal, a read, a removal; checkpoints at 3, 6 and 8 entries; a ninth entry that waits for its place. */
export async function writeTrail(database: Database): Promise<{ ids: string[]; file: Checkpoint[] }> {
  const ids: string[] = [];
  await database.execute(
    sql`create table cases_of_a_test (id text primary key, name text, phone json, revision integer)`,
  );
  ids.push(await act(database, caseOf("a", "甲公司"), 1));
  ids.push(await act(database, caseOf("b", "乙公司"), 2));
  ids.push(await record(database, { recordId: "a", outcome: "wrong_state", state: null, at: after(3) }));
  await sign(database, 10);
  ids.push(await act(database, caseOf("c", "丙公司"), 11));
  ids.push(await act(database, caseOf("a", "甲有限公司", 2), 12));
  ids.push(await record(database, { recordId: "b", act: "read", fields: ["phone"], state: null, at: after(13) }));
  await sign(database, 20);
  const before = await findCase(database, "c");
  await database.delete(cases).where(eq(cases.id, "c"));
  const removal = { recordId: "c", act: "delete", state: removedState, before, revision: 2 };
  ids.push(await record(database, { ...removal, at: after(21) }));
  ids.push(await record(database, { resource: "users", recordId: "u9", at: after(22) }));
  await sign(database, 30);
  ids.push(await act(database, caseOf("d", "丁公司"), 31));
  const file = await database.select().from(auditCheckpoints).orderBy(auditCheckpoints.size);
  return { ids, file };
}
