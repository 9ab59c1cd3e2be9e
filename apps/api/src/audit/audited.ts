import { recordParts, resourceLabels } from "@shifan/contract";
import type { EntryReach } from "@shifan/db";
import { type Actor, accessTable, type Resource, reachableBy } from "@shifan/rules";

/** Which resource's access decides over the entries of a kind of record; null for what no record is called. */
export function accessOf(resource: string): Resource | null {
  if (Object.hasOwn(recordParts, resource)) return recordParts[resource as keyof typeof recordParts];
  return Object.hasOwn(accessTable, resource) ? (resource as Resource) : null;
}

const kinds = Object.keys(resourceLabels);

/** Kinds of record that share their pages with others. */
const shared: Readonly<Record<string, readonly string[]>> = {
  inspections: ["inspections", "city_checks"],
  complaints: ["complaints", "staff_complaints"],
};
/** Kinds of record that have a page. */
const withPages: ReadonlySet<string> = new Set([
  "rounds",
  "organizations",
  "applications",
  "recommendations",
  "experts",
  "reviews",
  "notices",
  "objections",
  "complaints",
  "certifications",
  "obligations",
  "inspections",
  "spot_check_draws",
  "reports",
  "packages",
  "sanctions",
  "interpretations",
  "organization_changes",
  "users",
]);

/** The kinds of record that are looked at under a name in the address. */
export function kindsAt(address: string): readonly string[] {
  const name = address.replaceAll("-", "_");
  const together = Object.hasOwn(shared, name) ? shared[name] : undefined;
  return together ?? (kinds.includes(name) ? [name] : []);
}

/** On which page a record is; null where it has none. A part is on the page of the whole. */
export function pageOfRecord(resource: string, recordId: string | null): { resource: string; id: string } | null {
  if (recordId === null) return null;
  const isPart = resource === "surveys" || resource === "expert_panels" || Object.hasOwn(recordParts, resource);
  if (isPart) return { resource: "applications", id: recordId.split("/")[0] ?? recordId };
  const page = Object.entries(shared).find(([, own]) => own.includes(resource))?.[0] ?? resource;
  return withPages.has(page) ? { resource: page.replaceAll("_", "-"), id: recordId } : null;
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
