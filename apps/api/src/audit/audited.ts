import {
  actedResources,
  addressOfResource,
  kindsShownAs,
  recordParts,
  resourceAtAddress,
  resourceLabels,
} from "@shifan/contract";
import type { EntryReach } from "@shifan/db";
import { type Actor, accessTable, type Resource, reachableBy } from "@shifan/rules";

/** Which resource's access decides over the entries of a kind of record; null for what no record is called. */
export function accessOf(resource: string): Resource | null {
  if (Object.hasOwn(recordParts, resource)) return recordParts[resource as keyof typeof recordParts];
  return Object.hasOwn(accessTable, resource) ? (resource as Resource) : null;
}

const kinds = Object.keys(resourceLabels);

/** Names in the address under which a record has a page. */
const pages: ReadonlySet<string> = new Set([...actedResources, "recommendations", "users"]);

/** The kinds of record that are looked at under a name in the address. */
export function kindsAt(address: string): readonly string[] {
  return kindsShownAs(resourceAtAddress(address)).filter((kind) => kinds.includes(kind));
}

/** On which page a record is; null where it has none. A part is on the page of the whole. */
export function pageOfRecord(resource: string, recordId: string | null): { resource: string; id: string } | null {
  if (recordId === null) return null;
  const isPart = resource === "surveys" || Object.hasOwn(recordParts, resource);
  if (isPart) return { resource: "applications", id: recordId.split("/")[0] ?? recordId };
  const page = addressOfResource(resource);
  return pages.has(page) ? { resource: page, id: recordId } : null;
}

/** Of which records an actor may read the values: those that they may read, as whoever reads the trail at all. */
export function valueReach(actor: Actor): EntryReach {
  const readers = new Set(reachableBy(actor, "audit", "read").map(({ grant }) => grant));
  const rows = kinds.flatMap((kind) => {
    const access = accessOf(kind);
    const reach = access === null ? [] : reachableBy(actor, access, "read");
    return reach.filter(({ grant }) => readers.has(grant)).map((each) => ({ kind, ...each }));
  });
  return [...readers].flatMap((grant) => {
    const byScope = Map.groupBy(
      rows.filter((row) => row.grant === grant),
      ({ scope }) => scope,
    );
    return [...byScope].map(([scope, own]) => ({ resources: own.map(({ kind }) => kind), scope, grant }));
  });
}

/** Of which records an actor reads the entries, which hold no value. */
export function entryReach(actor: Actor): EntryReach {
  const all = reachableBy(actor, "audit", "read-all");
  return all.length > 0 ? all.map(({ scope, grant }) => ({ resources: kinds, scope, grant })) : valueReach(actor);
}
