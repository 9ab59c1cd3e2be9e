import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { auditChanges, auditEntries } from "../../schema/index.ts";
import { holdAgainst } from "../history.ts";
import { plainState } from "../state.ts";
import { BrokenTrail } from "./breaks.ts";

/** A record in its present state, which is the recorded one. */
export type KeptRecord = { readonly recordId: string; readonly state: unknown };

/** Takes records back through their changes: each of their entries must have left the state that this leads to. @throws BrokenTrail */
export async function checkChanges(
  database: Database,
  resource: string,
  records: readonly KeptRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const ids = records.map(({ recordId }) => recordId);
  const rows = await database
    .select({ entry: auditEntries, changes: auditChanges.changes })
    .from(auditEntries)
    .leftJoin(auditChanges, eq(auditChanges.entryId, auditEntries.id))
    .where(and(eq(auditEntries.resource, resource), inArray(auditEntries.recordId, ids)))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id));
  const byRecord = Map.groupBy(rows, ({ entry }) => entry.recordId);
  for (const { recordId, state } of records) {
    const own = (byRecord.get(recordId) ?? []).map((row) => ({ ...row, position: null }));
    const { departure } = holdAgainst(own, plainState(state));
    if (departure === null) continue;
    throw new BrokenTrail({ code: "change_altered", resource, recordId, entryId: departure.entryId });
  }
}
