import type { AuditHistory } from "@shifan/contract";
import {
  type Database,
  entriesWithin,
  findApplication,
  findNewestEntry,
  findPresentState,
  findReview,
  findUserNames,
  type HistoryEntry,
  listPartsOfApplication,
  type RecordName,
  readRecordHistory,
  SealError,
} from "@shifan/db";
import type { Actor, Policy } from "@shifan/rules";
import { policyInForce } from "../../acts/policy-of-round.ts";
import type { ProcedureServices } from "../../acts/services.ts";
import { policyOfApplication } from "../../applications/subject.ts";
import { kindsAt, valueReach } from "../audited.ts";
import { describeEntry, namesIn } from "../describe-entry.ts";
import { type CheckedRecord, describeCheck } from "./check.ts";
import { labelOfRecord } from "./places.ts";
import { findRecordName } from "./record-name.ts";
import { sealedFields } from "./sealed-fields.ts";
import { accountsIn, describeChanges } from "./words.ts";

/** So many entries are shown; the check goes through all. */
const mostEntries = 300;

type Shown = HistoryEntry & { readonly record: RecordName; readonly sealed: ReadonlySet<string> };
/** A history as it was read, before it is put into words. */
export type ReadHistory = {
  readonly resource: string;
  readonly id: string;
  readonly policy: Policy;
  /** Whose the record is, or what it is called; null for a record that has no name. */
  readonly name: string | null;
  readonly entries: readonly Shown[];
  readonly checked: readonly CheckedRecord[];
};

/** The history of a record with its parts, as far as the reader may read the record; null where there is none for them. */
export async function findHistory(
  services: ProcedureServices,
  actor: Actor,
  { address, id }: { address: string; id: string },
): Promise<ReadHistory | null> {
  const { database } = services;
  const reach = valueReach(actor);
  const within = entriesWithin(reach);
  for (const resource of kindsAt(address)) {
    if ((await findNewestEntry(database, { resource, recordId: id }, within)) === null) continue;
    const parts = resource === "applications" ? await listPartsOfApplication(database, id) : [];
    const covered = new Set(reach.flatMap(({ resources }) => resources));
    const records = [{ resource, recordId: id }, ...parts.filter((part) => covered.has(part.resource))];
    const policy = await policyOf(services, resource, id);
    const entries: Shown[] = [];
    const checked: CheckedRecord[] = [];
    for (const record of records) {
      const { history, ...check } = await readOne(database, record);
      const sealed = await sealedFields(services, actor, record);
      entries.push(...visibleOf(actor, record, history.entries).map((each) => ({ ...each, record, sealed })));
      checked.push({ record, departure: history.departure, ...check });
    }
    entries.sort((one, other) => (one.entry.id < other.entry.id ? 1 : -1));
    const name = await findRecordName(services, { resource, recordId: id });
    return { resource, id, policy, name, entries, checked };
  }
  return null;
}

async function readOne(database: Database, record: RecordName) {
  try {
    const present = await findPresentState(database, record.resource, record.recordId);
    return { history: await readRecordHistory(database, record, present), isReadable: true };
  } catch (cause) {
    if (!(cause instanceof SealError)) throw cause;
    return { history: await readRecordHistory(database, record, undefined), isReadable: false };
  }
}

/** The policy version that the record lives by, for the names of its items. */
async function policyOf(services: ProcedureServices, resource: string, id: string): Promise<Policy> {
  const review = resource === "reviews" ? await findReview(services.database, id) : null;
  const application =
    review?.application ?? (resource === "applications" ? await findApplication(services.database, id) : null);
  return application === null ? policyInForce(services) : policyOfApplication(services, services.database, application);
}

/** What was done while the record was its author's alone stays theirs. */
function visibleOf(actor: Actor, { resource }: RecordName, entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const scopes = valueReach(actor).filter(({ resources }) => resources.includes(resource));
  const needsHandedIn = scopes.every(({ scope }) => scope.endsWith("handed_in"));
  return entries.filter(({ entry }) => !needsHandedIn || entry.recordHandedIn === true);
}

/** Puts a history into words. */
export async function describeHistory(database: Database, history: ReadHistory): Promise<AuditHistory> {
  const { resource, id, policy, name, checked } = history;
  const entries = history.entries.slice(0, mostEntries);
  const names = await namesIn(
    database,
    entries.map(({ entry }) => entry),
  );
  const people = await findUserNames(
    database,
    entries.flatMap(({ changes }) => accountsIn(changes ?? [])),
  );
  return {
    resource,
    id,
    label: labelOfRecord(policy, { resource, recordId: id }),
    name,
    entries: entries.map(({ entry, changes, values, record, sealed }) => ({
      ...describeEntry(entry, names, name),
      resourceLabel: labelOfRecord(policy, record),
      changes: changes && describeChanges({ resource: entry.resource, policy, names: people, sealed }, changes),
      values,
    })),
    isWhole: entries.length === history.entries.length,
    check: describeCheck(policy, checked),
  };
}
