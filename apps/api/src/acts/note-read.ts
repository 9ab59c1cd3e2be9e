import { appendEntry, type Database } from "@shifan/db";
import type { Actor, Grant, Relation, Resource } from "@shifan/rules";

type Noted = {
  actor: Actor;
  grant: Grant;
  resource: Resource;
  recordId: string;
  /** Where the record lies; null for a list, which lies nowhere. */
  relation: Relation | null;
  fields: readonly string[];
  at: Date;
};

/** What the access table calls the reading, where it is more than the record's own. */
type NotedRead = Noted & { act?: "read" | "read-identity" };

/** Notes in the audit trail that somebody has read personal data of others: who, of which record, which fields. */
export async function noteRead(database: Database, { act = "read", ...read }: NotedRead): Promise<void> {
  await database.transaction((transaction) => noteAct(transaction, { ...read, act }));
}

/** Notes what was done beside a record without changing its state. */
export async function noteAct(transaction: Database, noted: Noted & { act: string }): Promise<void> {
  const { actor, grant, resource, recordId, relation, act, fields, at } = noted;
  await appendEntry(transaction, {
    at,
    actor: { userId: actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
    resource,
    recordId,
    act,
    outcome: "accepted",
    article: null,
    ground: null,
    fields,
    relation,
    state: null,
    before: null,
    revision: null,
  });
}
