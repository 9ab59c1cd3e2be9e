import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { organizationNames, organizations } from "../schema/index.ts";
import { organizationNameOn } from "./organization-name.ts";
import type { OrganizationRow } from "./organizations.ts";
import { countRows } from "./page-of-rows.ts";

export type OrganizationListRow = OrganizationRow & { name: string };

export type OrganizationFilter = {
  district?: string;
  uscc?: string;
  /** Parts of a present or former name, or of the code; all of them. */
  q?: string;
};

export const organizationSortFields = ["uscc", "createdAt"] as const;

/** Which page of the organizations is asked for, and how far to count: null counts to the end. */
export type OrganizationPage = {
  sort: { field: (typeof organizationSortFields)[number]; descending: boolean };
  limit: number;
  /** The place of the page's first row, from 0; or the row behind which it begins. */
  from: number;
  after: { value: string | Date; id: string } | null;
  countUpTo: number | null;
};

/** Organizations within a condition. `total` is counted only as far as was asked for. */
export async function listOrganizations(
  database: Database,
  options: { within: SQL; filter: OrganizationFilter; page: OrganizationPage; day: string },
): Promise<{ rows: OrganizationListRow[]; total: number }> {
  const { within, filter, page, day } = options;
  const where = and(within, ...conditionsOf(filter));
  const by = organizations[page.sort.field];
  const direct = page.sort.descending ? desc : asc;
  const name = organizationNameOn(organizations.id, day);
  const rows = await database
    .select({
      id: organizations.id,
      uscc: organizations.uscc,
      district: organizations.district,
      createdAt: organizations.createdAt,
      revision: organizations.revision,
      name,
    })
    .from(organizations)
    .where(and(where, beyond(page)))
    .orderBy(direct(by), direct(organizations.id))
    .offset(page.after === null ? page.from : 0)
    .limit(page.limit);
  const matching = database.select({ id: organizations.id }).from(organizations).where(where);
  return { rows, total: await countRows(database, matching, page.countUpTo) };
}

function beyond({ sort, after }: OrganizationPage): SQL | undefined {
  if (after === null) return undefined;
  const by = organizations[sort.field];
  const value = typeof after.value === "string" ? sql`${after.value}` : sql`${after.value.toISOString()}::timestamptz`;
  return sort.descending
    ? sql`(${by}, ${organizations.id}) < (${value}, ${after.id})`
    : sql`(${by}, ${organizations.id}) > (${value}, ${after.id})`;
}

function conditionsOf({ district, uscc, q }: OrganizationFilter): (SQL | undefined)[] {
  const parts = q?.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  return [
    district === undefined ? undefined : eq(organizations.district, district),
    uscc === undefined ? undefined : eq(organizations.uscc, uscc),
    ...parts.map(
      (part) =>
        sql`(position(${part} in lower(${organizations.uscc})) > 0 or exists (select 1 from ${organizationNames} n where n.organization_id = ${organizations}.id and position(${part} in lower(n.name)) > 0))`,
    ),
  ];
}
