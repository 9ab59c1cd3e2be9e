import type { MandateState } from "@shifan/rules";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { mandates, organizations, organizationWords } from "../schema/index.ts";
import { searchNames } from "./name-search.ts";
import { organizationNameOn } from "./organization-name.ts";
import { type OrganizationRow, organizationReachColumns } from "./organizations.ts";
import { atMost, countRows } from "./page-of-rows.ts";
import { isOnly, type Reach, withinReach } from "./reach.ts";

export type OrganizationListRow = OrganizationRow & { name: string };

export type OrganizationFilter = {
  district?: string;
  uscc?: string;
  /** A state in which one of its mandates stands. */
  mandate?: MandateState;
  /** Words of a present or former name, or the beginning of the code; all of them. */
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

/** Organizations within a reach. `total` is counted only as far as was asked for. */
export async function listOrganizations(
  database: Database,
  options: { reach: Reach; filter: OrganizationFilter; page: OrganizationPage; day: string },
): Promise<{ rows: OrganizationListRow[]; total: number }> {
  const { reach, filter, page, day } = options;
  const named = filter.q === undefined ? undefined : await searchOrganizations(database, filter.q, options);
  const where = and(withinReach(reach, organizationReachColumns), conditionOf(filter), named?.isFound);
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
    .limit(atMost(page.limit));
  const matching = database.select({ id: organizations.id }).from(organizations).where(where);
  const { uscc, mandate } = filter;
  const isWhole = uscc === undefined && mandate === undefined && isOnly(reach, "all", "own_district");
  const total = named !== undefined && isWhole ? named.total : await countRows(database, matching, page.countUpTo);
  return { rows, total };
}

/** What stands with the words narrows the search: the district. */
function searchOrganizations(
  database: Database,
  q: string,
  { reach, filter: { district }, page }: { reach: Reach; filter: OrganizationFilter; page: OrganizationPage },
) {
  const narrowing = and(
    isOnly(reach, "own_district") ? withinReach(reach, { district: organizationWords.district }) : undefined,
    district === undefined ? undefined : eq(organizationWords.district, district),
  );
  return searchNames(database, "organizations", { q, narrowing, upTo: page.countUpTo });
}

function beyond({ sort, after }: OrganizationPage): SQL | undefined {
  if (after === null) return undefined;
  const by = organizations[sort.field];
  const value = typeof after.value === "string" ? sql`${after.value}` : sql`${after.value.toISOString()}::timestamptz`;
  return sort.descending
    ? sql`(${by}, ${organizations.id}) < (${value}, ${after.id})`
    : sql`(${by}, ${organizations.id}) > (${value}, ${after.id})`;
}

function conditionOf({ district, uscc, mandate }: OrganizationFilter): SQL | undefined {
  return and(
    district === undefined ? undefined : eq(organizations.district, district),
    uscc === undefined ? undefined : eq(organizations.uscc, uscc),
    mandate === undefined
      ? undefined
      : sql`exists (select 1 from ${mandates} m where m.organization_id = ${organizations}.id and m.state = ${mandate})`,
  );
}
