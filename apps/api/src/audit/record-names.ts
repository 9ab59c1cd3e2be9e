import { type AuditEntryRow, type Database, findRecordNames } from "@shifan/db";
import { type Actor, isPeriod, reachableBy, spellPeriod } from "@shifan/rules";
import { accessOf, pageOfRecord } from "./audited.ts";

/** What the record of an entry is called, for its reader; null where it has no name, or they do not reach it. */
export type NameOfRecord = (entry: Pick<AuditEntryRow, "resource" | "recordId">) => string | null;

/**
 * The names of the records that entries tell of: a query for each kind of record, whatever the number of entries. An entry may be read where a
 * record once lay; its name is told by where it lies now.
 *
 * @param day today in Shanghai
 */
export async function recordNamesOf(
  database: Database,
  actor: Actor,
  entries: readonly AuditEntryRow[],
  day: string,
): Promise<NameOfRecord> {
  const names = new Map<string, ReadonlyMap<string, string>>();
  const byKind = Map.groupBy(entries, ({ resource }) => resource);
  for (const [resource, own] of byKind) {
    const access = accessOf(resource);
    const pages = own.flatMap(({ recordId }) => pageOfRecord(resource, recordId) ?? []);
    const kind = pages[0]?.resource;
    if (access === null || kind === undefined) continue;
    const ids = [...new Set(pages.map(({ id }) => id))];
    names.set(resource, await findRecordNames(database, kind, { ids, reach: reachableBy(actor, access, "read"), day }));
  }
  return ({ resource, recordId }) => {
    const page = pageOfRecord(resource, recordId);
    const name = page === null ? undefined : names.get(resource)?.get(page.id);
    return name === undefined || page === null ? null : spell(page.resource, name);
  };
}

function spell(kind: string, name: string): string {
  if (kind === "rounds") return `${name}年度`;
  return isPeriod(name) ? spellPeriod(name) : name;
}
