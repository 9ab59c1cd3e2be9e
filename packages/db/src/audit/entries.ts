import type { Relation, Role } from "@shifan/rules";
import type { Database } from "../database.ts";
import { auditChanges, auditEntries, auditUnsequenced } from "../schema/index.ts";
import { canonicalJson } from "./canonical.ts";
import { changesBetween, type StateChange } from "./changes.ts";
import { newEntryId } from "./entry-id.ts";
import { hashOfState, plainState, removedState } from "./state.ts";

/** What an entry of the audit trail tells. No value of a record and nothing personal belongs in it, in `ground` neither. */
export type AuditEntry = {
  at: Date;
  actor: {
    /** Null for the system and the public. */
    userId: string | null;
    role: Role;
    district: string | null;
    /** The officer for whom a stand-in acts (代管). */
    onBehalfOf: string | null;
  };
  resource: string;
  /** Null where there is no record: a refused beginning, the reading of a list. */
  recordId: string | null;
  act: string;
  /** "accepted", or the code of the refusal. */
  outcome: string;
  /** The article the act or the refusal rests on. */
  article: string | null;
  ground: string | null;
  /** Names of the fields that were changed or read. */
  fields: readonly string[];
  /** Where the record lies after the act; null where there is no record. */
  relation: Pick<Relation, "district" | "isHandedIn"> | null;
  /** The record's new state, hashed and not stored; `removedState` when it is no more; null for refusals and reads. */
  state: unknown;
  /** Its state before the act, in the same form: what differs is kept beside the entry. Null where there was none. */
  before: unknown;
  /** The record's revision after the act: of two entries of one record the higher is the later, whatever the clocks say. */
  revision: number | null;
};

export type AuditEntryRow = typeof auditEntries.$inferSelect;

/**
 * Writes the entry of an act, a refusal or a read, in the transaction of the act: both are there or neither is.
 *
 * @returns the id of the entry
 * @throws CanonicalFormError when the state cannot be hashed, RangeError when a text holds U+0000 or half of a character; the act must not go on
 *   then
 */
export async function appendEntry(transaction: Database, entry: AuditEntry): Promise<string> {
  const columns = columnsOf(entry);
  await insertAll(transaction, [{ columns, changes: changesOf(entry) }]);
  return columns.id;
}

/** The entries of an act on many records, in their order; see {@link appendEntry}. */
export async function appendEntries(transaction: Database, entries: readonly AuditEntry[]): Promise<void> {
  const all = entries.map((entry) => ({ columns: columnsOf(entry), changes: changesOf(entry) }));
  // A statement takes some 65,000 values at most.
  for (let from = 0; from < all.length; from += entriesOfAStatement) {
    await insertAll(transaction, all.slice(from, from + entriesOfAStatement));
  }
}

const entriesOfAStatement = 500;

type Columns = Omit<AuditEntryRow, "body">;

async function insertAll(
  transaction: Database,
  entries: readonly { columns: Columns; changes: readonly StateChange[] | null }[],
): Promise<void> {
  await transaction.insert(auditEntries).values(entries.map(({ columns }) => ({ ...columns, body: bodyOf(columns) })));
  const changed = entries.flatMap(({ columns, changes }) =>
    changes === null ? [] : [{ entryId: columns.id, changes }],
  );
  if (changed.length > 0) await transaction.insert(auditChanges).values(changed);
  await transaction.insert(auditUnsequenced).values(entries.map(({ columns }) => ({ entryId: columns.id })));
}

/** What is kept of an act beside its entry; null for the making of a record, a refusal and a read. */
function changesOf({ state, before }: AuditEntry): readonly StateChange[] | null {
  if (state === null || before === null || before === removedState) return null;
  return changesBetween(plainState(before), plainState(state));
}

function columnsOf(entry: AuditEntry): Columns {
  const { at, actor, resource, recordId, act, outcome, article, ground, fields, relation, state, revision } = entry;
  const columns = {
    id: newEntryId(at),
    at,
    actorUserId: actor.userId,
    role: actor.role,
    district: actor.district,
    onBehalfOf: actor.onBehalfOf,
    resource,
    recordId,
    act,
    outcome,
    article,
    ground,
    fields,
    stateHash: state === null ? null : hashOfState(state),
    revision,
    recordDistrict: relation?.district ?? null,
    recordHandedIn: relation?.isHandedIn ?? null,
  };
  for (const [column, value] of Object.entries(columns)) {
    // PostgreSQL would refuse the one and bend the other, and a bent entry looks like a forged one for ever.
    if (typeof value === "string" && (!value.isWellFormed() || value.includes("\0"))) {
      throw new RangeError(`${column} of an audit entry holds a character that is no text`);
    }
  }
  return columns;
}

/** The text that an entry's leaf is the hash of. Its form must never change: old entries are recomputed from it. */
export function bodyOf(row: Omit<AuditEntryRow, "body" | "recordDistrict" | "recordHandedIn">): string {
  return canonicalJson({
    format: 1,
    id: row.id,
    at: row.at,
    actor: { userId: row.actorUserId, role: row.role, district: row.district, onBehalfOf: row.onBehalfOf },
    resource: row.resource,
    recordId: row.recordId,
    act: row.act,
    outcome: row.outcome,
    article: row.article,
    ground: row.ground,
    fields: row.fields,
    stateHash: row.stateHash,
    revision: row.revision,
  });
}
