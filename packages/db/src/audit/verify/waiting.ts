import { asc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { auditEntries, auditLeaves, auditUnsequenced } from "../../schema/index.ts";
import type { AuditEntryRow } from "../entries.ts";
import { BrokenTrail } from "./breaks.ts";
import { checkBody } from "./entry.ts";

/** Checks the entries that have no place in the tree yet. @returns how many there are @throws BrokenTrail */
export async function checkWaiting(database: Database, note: (entry: AuditEntryRow) => void): Promise<number> {
  const [lost] = await database
    .select({ entryId: auditUnsequenced.entryId })
    .from(auditUnsequenced)
    .leftJoin(auditEntries, eq(auditEntries.id, auditUnsequenced.entryId))
    .where(isNull(auditEntries.id))
    .limit(1);
  if (lost !== undefined) throw new BrokenTrail({ code: "entry_missing", entryId: lost.entryId, position: null });
  const waiting = await database
    .select({ entry: auditEntries, queued: auditUnsequenced.entryId })
    .from(auditEntries)
    .leftJoin(auditLeaves, eq(auditLeaves.entryId, auditEntries.id))
    .leftJoin(auditUnsequenced, eq(auditUnsequenced.entryId, auditEntries.id))
    .where(isNull(auditLeaves.entryId))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id));
  for (const { entry, queued } of waiting) {
    if (queued === null) throw new BrokenTrail({ code: "entry_outside", entryId: entry.id });
    checkBody(entry, null);
    note(entry);
  }
  return waiting.length;
}
