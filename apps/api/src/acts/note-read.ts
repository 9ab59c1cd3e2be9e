import { appendEntry, type Database } from "@shifan/db";
import type { Actor, Grant, Resource } from "@shifan/rules";

/** Notes in the audit trail that somebody has read personal data of others: who, of which record, which fields. */
export async function noteRead(
  database: Database,
  read: {
    actor: Actor;
    grant: Grant;
    resource: Resource;
    /** What the access table calls the reading, where it is more than the record's own. */
    act?: "read" | "read-identity";
    recordId: string;
    fields: readonly string[];
    at: Date;
  },
): Promise<void> {
  const { actor, grant, resource, act = "read", recordId, fields, at } = read;
  await database.transaction((transaction) =>
    appendEntry(transaction, {
      at,
      actor: { userId: actor.userId, role: grant.role, district: grant.district, onBehalfOf: grant.onBehalfOf },
      resource,
      recordId,
      act,
      outcome: "accepted",
      article: null,
      ground: null,
      fields,
      state: null,
      revision: null,
    }),
  );
}
