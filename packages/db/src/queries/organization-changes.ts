import type { OrganizationChangeKind, OrganizationChangeState } from "@shifan/rules";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { organizationChangeFiles, organizationChanges, organizations } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";

export type OrganizationChangeRow = typeof organizationChanges.$inferSelect;
/** A change with its papers in their order: one record for the trail. */
export type OrganizationChangeFile = OrganizationChangeRow & { readonly fileIds: readonly string[] };

/** What the audit trail commits to. Papers came later: a change without them stands as it always did. */
export function stateOfOrganizationChange({ fileIds, ...change }: OrganizationChangeFile) {
  return { ...change, ...(fileIds.length === 0 ? {} : { fileIds }) };
}

async function withFiles<Row extends OrganizationChangeRow>(
  database: Database,
  rows: readonly Row[],
): Promise<(Row & Pick<OrganizationChangeFile, "fileIds">)[]> {
  const ids = rows.map(({ id }) => id);
  const attached =
    ids.length === 0
      ? []
      : await database
          .select()
          .from(organizationChangeFiles)
          .where(inArray(organizationChangeFiles.changeId, ids))
          .orderBy(asc(organizationChangeFiles.position));
  const byChange = Map.groupBy(attached, ({ changeId }) => changeId);
  return rows.map((row) => ({ ...row, fileIds: (byChange.get(row.id) ?? []).map(({ fileId }) => fileId) }));
}

export async function findOrganizationChange(database: Database, id: string): Promise<OrganizationChangeFile | null> {
  const rows = await database.select().from(organizationChanges).where(eq(organizationChanges.id, id));
  return (await withFiles(database, rows))[0] ?? null;
}

/** The change, locked until the end of the transaction. */
export async function lockOrganizationChange(
  transaction: Database,
  id: string,
): Promise<OrganizationChangeFile | null> {
  const rows = await transaction.select().from(organizationChanges).where(eq(organizationChanges.id, id)).for("update");
  return (await withFiles(transaction, rows))[0] ?? null;
}

export async function insertOrganizationChange(
  transaction: Database,
  change: Omit<OrganizationChangeRow, "decidedOn" | "decidedBy" | "reason" | "revision">,
  fileIds: readonly string[],
): Promise<OrganizationChangeFile> {
  const [row] = await transaction
    .insert(organizationChanges)
    .values({ ...change, decidedOn: null, decidedBy: null, reason: null, revision: 1 })
    .returning();
  if (fileIds.length > 0) {
    const attached = fileIds.map((fileId, position) => ({ changeId: change.id, fileId, position }));
    await transaction.insert(organizationChangeFiles).values(attached);
  }
  return { ...(row as OrganizationChangeRow), fileIds };
}

/** The change to which a file belongs; null when none. */
export async function findOrganizationChangeOfFile(
  database: Database,
  fileId: string,
): Promise<OrganizationChangeRow | null> {
  const [row] = await database
    .select({ change: organizationChanges })
    .from(organizationChangeFiles)
    .innerJoin(organizationChanges, eq(organizationChanges.id, organizationChangeFiles.changeId))
    .where(eq(organizationChangeFiles.fileId, fileId))
    .limit(1);
  return row?.change ?? null;
}

/** Decides on a change that the transaction has locked. */
export async function updateOrganizationChange(
  transaction: Database,
  id: string,
  changes: Pick<OrganizationChangeRow, "state" | "decidedOn" | "decidedBy" | "reason">,
): Promise<OrganizationChangeFile> {
  const rows = await transaction
    .update(organizationChanges)
    .set({ ...changes, revision: sql`${organizationChanges.revision} + 1` })
    .where(eq(organizationChanges.id, id))
    .returning();
  return (await withFiles(transaction, rows))[0] as OrganizationChangeFile;
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
export type OrganizationChangeListRow = OrganizationChangeFile & { uscc: string };

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
  const listed = rows.map(({ change, uscc }) => ({ ...change, uscc }));
  return {
    rows: await withFiles(database, listed),
    total: await countRows(database, matching, page.countUpTo),
  };
}

/** The columns by which access is applied to changes. */
export const organizationChangeReachColumns = {
  organization: organizationChanges.organizationId,
  district: organizationChanges.district,
};
