import type { Grant, Scope } from "@shifan/rules";
import { and, desc, eq, gte, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { AuditEntryRow } from "../audit/entries.ts";
import type { Database } from "../database.ts";
import { auditEntries, auditVerifications } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";
import { withinReach } from "./reach.ts";

/** Of which kinds of record somebody reads the entries, and of which records among them. */
export type EntryReach = readonly {
  readonly resources: readonly string[];
  readonly scope: Scope;
  readonly grant: Grant;
}[];

export type AuditEntriesFilter = {
  resource?: string | undefined;
  recordId?: string | undefined;
  act?: string | undefined;
  actor?: string | undefined;
  district?: string | undefined;
  /** From this instant on, and before that one. */
  between?: { from: Date; before: Date } | undefined;
  refused?: boolean | undefined;
};

const columns = {
  district: auditEntries.recordDistrict,
  handedIn: sql`${auditEntries.recordHandedIn} is true`,
};

/** The entries that a reach covers: by where the record lay, and whether it had been handed in, when the entry was written. */
export function entriesWithin(reach: EntryReach): SQL {
  const conditions = reach.map(({ resources, scope, grant }) =>
    and(inArray(auditEntries.resource, [...resources]), withinReach([{ scope, grant }], columns)),
  );
  return or(...conditions) ?? sql`false`;
}

/** A page of entries within a condition, by the instant at which they were written. */
export async function listAuditEntries(
  database: Database,
  { within, filter, page }: { within: SQL; filter: AuditEntriesFilter; page: RowsPage },
): Promise<{ rows: AuditEntryRow[]; total: number }> {
  const where = and(within, ...conditionsOf(filter));
  const { start, order, offset, limit } = pageOfRows({ at: auditEntries.at, id: auditEntries.id }, page);
  const rows = await database
    .select()
    .from(auditEntries)
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: auditEntries.id }).from(auditEntries).where(where);
  return { rows, total: await countRows(database, matching, page.countUpTo) };
}

/** The newest entry of a record within a condition: whether the record, as it lies now, is reached. Null where it is not. */
export async function findNewestEntry(
  database: Database,
  { resource, recordId }: { resource: string; recordId: string },
  within: SQL,
): Promise<AuditEntryRow | null> {
  const [newest] = await database
    .select({ entry: auditEntries, isReached: sql<boolean>`${within}` })
    .from(auditEntries)
    .where(and(eq(auditEntries.resource, resource), eq(auditEntries.recordId, recordId)))
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
    .limit(1);
  return newest?.isReached === true ? newest.entry : null;
}

function conditionsOf({ resource, recordId, act, actor, district, between, refused }: AuditEntriesFilter) {
  return [
    resource === undefined ? undefined : eq(auditEntries.resource, resource),
    recordId === undefined ? undefined : eq(auditEntries.recordId, recordId),
    act === undefined ? undefined : eq(auditEntries.act, act),
    actor === undefined ? undefined : eq(auditEntries.actorUserId, actor),
    district === undefined ? undefined : eq(auditEntries.recordDistrict, district),
    between === undefined ? undefined : and(gte(auditEntries.at, between.from), lt(auditEntries.at, between.before)),
    refused === undefined ? undefined : (refused ? ne : eq)(auditEntries.outcome, "accepted"),
  ];
}

export type AuditVerificationRow = typeof auditVerifications.$inferSelect;

export async function insertAuditVerification(database: Database, row: AuditVerificationRow): Promise<void> {
  await database.insert(auditVerifications).values(row);
}

/** What the last check of the whole trail has found; null before the first. */
export async function findLastVerification(database: Database): Promise<AuditVerificationRow | null> {
  const [row] = await database.select().from(auditVerifications).orderBy(desc(auditVerifications.at)).limit(1);
  return row ?? null;
}
