import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { auditChanges, auditEntries, auditLeaves } from "../schema/index.ts";
import { changesBetween, type Json, type StateChange, undoChanges, unmetChanges } from "./changes.ts";
import type { AuditEntryRow } from "./entries.ts";
import { isStateOf } from "./later-fields.ts";
import { removedState } from "./state.ts";

/**
 * What is known of the values of an entry.
 *
 * - `proven`: the record, taken back to the act, gives the hash that the entry has.
 * - `altered`: it does not: the record, or what was kept of its changes, is not what was written.
 * - `not_kept`: the entry is older than the keeping of changes.
 * - `none`: the entry has none: a refusal, a reading.
 */
export type ValueStanding = "proven" | "altered" | "not_kept" | "none";

export type HistoryEntry = {
  readonly entry: AuditEntryRow;
  /** Its place in the tree; null while it waits for one. */
  readonly position: number | null;
  /** What the act has changed; of the making of a record all that it was made of. Null where nothing is known. */
  readonly changes: readonly StateChange[] | null;
  readonly values: ValueStanding;
};

export type RecordHistory = {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Where the record first departs from the trail, from now on backwards; null where it does not. */
  readonly departure: Departure | null;
};

export type Departure = {
  /** The act after which it no longer was what was written. */
  readonly entryId: string;
  /** Whether no act was done since: the record as it is now departs. */
  readonly isPresent: boolean;
  /** The values known to depart: what was written, under `after`. */
  readonly values: readonly StateChange[];
};

type Kept = { entry: AuditEntryRow; position: number | null; changes: readonly StateChange[] | null };

/** The history of one record: every entry with what it has changed, held against the hashes from the present state backwards. */
export async function readRecordHistory(
  database: Database,
  { resource, recordId }: { resource: string; recordId: string },
  present: Json | undefined,
): Promise<RecordHistory> {
  const rows = await database
    .select({ entry: auditEntries, position: auditLeaves.position, changes: auditChanges.changes })
    .from(auditEntries)
    .leftJoin(auditChanges, eq(auditChanges.entryId, auditEntries.id))
    .leftJoin(auditLeaves, eq(auditLeaves.entryId, auditEntries.id))
    .where(and(eq(auditEntries.resource, resource), eq(auditEntries.recordId, recordId)))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id));
  return holdAgainst(rows, present);
}

/** Holds the entries of one record against its present state; in the order of their instants, the oldest first. */
export function holdAgainst(rows: readonly Kept[], present: Json | undefined): RecordHistory {
  const standing = new Map<string, Pick<HistoryEntry, "changes" | "values">>();
  const departure = present === undefined ? null : walkBack(inOrderOfActs(rows), present, standing);
  const entries = rows.toReversed().map(({ entry, position }) => {
    return { entry, position, ...(standing.get(entry.id) ?? { changes: null, values: "none" as const }) };
  });
  return { entries, departure };
}

/** The acts that left a state, the newest first. Of two processes' clocks neither decides: the revisions do. */
function inOrderOfActs(rows: readonly Kept[]): Kept[] {
  return rows
    .filter(({ entry }) => entry.outcome === "accepted" && entry.stateHash !== null)
    .toSorted((one, other) => (one.entry.revision ?? 0) - (other.entry.revision ?? 0))
    .toReversed();
}

function walkBack(
  acts: readonly Kept[],
  present: Json,
  standing: Map<string, Pick<HistoryEntry, "changes" | "values">>,
): Departure | null {
  let state: Json | null = present;
  let isKnown = true;
  let departure: Departure | null = null;
  for (const [index, { entry, changes }] of acts.entries()) {
    const isProven = state !== null && isStateOf(entry.resource, state, entry.stateHash);
    if (isKnown && !isProven) {
      const values = state === null || changes === null ? [] : unmetChanges(state, changes);
      departure ??= { entryId: entry.id, isPresent: index === 0, values };
    }
    // The first act that is known to have been kept made the record out of nothing.
    const isMaking: boolean = changes === null && entry.recordHandedIn !== null;
    const made = isMaking && isProven && state !== null ? changesBetween({}, state) : null;
    standing.set(entry.id, {
      changes: changes ?? made,
      values: isProven ? "proven" : isKnown ? "altered" : "not_kept",
    });
    if (isMaking) state = removedState;
    else if (changes === null) isKnown = false;
    else state = state === null ? null : undoChanges(state, changes);
  }
  return departure;
}
