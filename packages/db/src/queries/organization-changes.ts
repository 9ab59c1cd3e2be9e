import type { OrganizationChangeKind, OrganizationChangeState } from "@shifan/rules";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { organizationChanges, organizations } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";

export type OrganizationChangeRow = typeof organizationChanges.$inferSelect;

export async function findOrganizationChange(database: Database, id: string): Promise<OrganizationChangeRow | null> {
  const [row] = await database.select().from(organizationChanges).where(eq(organizationChanges.id, id));
  return row ?? null;
}

/** The change, locked until the end of the transaction. */
export async function lockOrganizationChange(transaction: Database, id: string): Promise<OrganizationChangeRow | null> {
  const [row] = await transaction
    .select()
    .from(organizationChanges)
    .where(eq(organizationChanges.id, id))
    .for("update");
  return row ?? null;
}

export async function insertOrganizationChange(
  transaction: Database,
  change: Omit<OrganizationChangeRow, "decidedOn" | "decidedBy" | "reason" | "revision">,
): Promise<OrganizationChangeRow> {
  const [row] = await transaction
    .insert(organizationChanges)
    .values({ ...change, decidedOn: null, decidedBy: null, reason: null, revision: 1 })
    .returning();
  return row as OrganizationChangeRow;
}

/** Decides on a change that the transaction has locked. */
export async function updateOrganizationChange(
  transaction: Database,
  id: string,
  changes: Pick<OrganizationChangeRow, "state" | "decidedOn" | "decidedBy" | "reason">,
): Promise<OrganizationChangeRow> {
  const [row] = await transaction
    .update(organizationChanges)
    .set({ ...changes, revision: sql`${organizationChanges.revision} + 1` })
    .where(eq(organizationChanges.id, id))
    .returning();
  return row as OrganizationChangeRow;
}

/** The accepted changes of an organization, by the day from which they hold. */
export async function listAcceptedChanges(
  database: Database,
  organizationId: string,
): Promise<OrganizationChangeRow[]> {
  return database
    .select()
    .from(organizationChanges)
    .where(and(eq(organizationChanges.organizationId, organizationId), eq(organizationChanges.state, "accepted")))
    .orderBy(asc(organizationChanges.fromOn), asc(organizationChanges.createdAt), asc(organizationChanges.id));
}

/** The last day on which each of some organizations is on record to have moved away from the city; those that have not are left out. */
export async function listMovesAway(
  database: Database,
  organizationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (organizationIds.length === 0) return new Map();
  const rows = await database
    .select({ organizationId: organizationChanges.organizationId, fromOn: organizationChanges.fromOn })
    .from(organizationChanges)
    .where(
      and(
        inArray(organizationChanges.organizationId, [...organizationIds]),
        eq(organizationChanges.kind, "moved_away"),
        eq(organizationChanges.state, "accepted"),
      ),
    )
    .orderBy(asc(organizationChanges.fromOn));
  return new Map(rows.map(({ organizationId, fromOn }) => [organizationId, fromOn]));
}

export type OrganizationChangeFilter = {
  organizationId?: string | undefined;
  uscc?: string | undefined;
  kind?: OrganizationChangeKind | undefined;
  state?: OrganizationChangeState | undefined;
};
/** A change with the code of the unit, which stays. */
export type OrganizationChangeListRow = OrganizationChangeRow & { uscc: string };

/** Changes within a condition, by the instant at which they were reported. */
export async function listOrganizationChanges(
  database: Database,
  { within, filter, page }: { within: SQL; filter: OrganizationChangeFilter; page: RowsPage },
): Promise<{ rows: OrganizationChangeListRow[]; total: number }> {
  const where = and(
    within,
    filter.organizationId === undefined ? undefined : eq(organizationChanges.organizationId, filter.organizationId),
    filter.uscc === undefined ? undefined : eq(organizations.uscc, filter.uscc),
    filter.kind === undefined ? undefined : eq(organizationChanges.kind, filter.kind),
    filter.state === undefined ? undefined : eq(organizationChanges.state, filter.state),
  );
  const columns = { at: organizationChanges.createdAt, id: organizationChanges.id };
  const { start, order, offset, limit } = pageOfRows(columns, page);
  const ofOrganization = eq(organizations.id, organizationChanges.organizationId);
  const rows = await database
    .select({ change: organizationChanges, uscc: organizations.uscc })
    .from(organizationChanges)
    .innerJoin(organizations, ofOrganization)
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database
    .select({ id: organizationChanges.id })
    .from(organizationChanges)
    .innerJoin(organizations, ofOrganization)
    .where(where);
  return {
    rows: rows.map(({ change, uscc }) => ({ ...change, uscc })),
    total: await countRows(database, matching, page.countUpTo),
  };
}

/** The columns by which access is applied to changes. */
export const organizationChangeReachColumns = {
  organization: organizationChanges.organizationId,
  district: organizationChanges.district,
};
