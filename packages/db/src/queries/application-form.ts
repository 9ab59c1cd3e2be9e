import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { hashOfState, removedState } from "../audit/state.ts";
import type { Database } from "../database.ts";
import type { SealedMap } from "../personal/maps.ts";
import { applicationRows, applicationSections } from "../schema/index.ts";

export type ApplicationSectionRow = typeof applicationSections.$inferSelect;
export type ApplicationListEntry = typeof applicationRows.$inferSelect;

/** The section, locked until the end of the transaction; null while nothing has been written in it. */
export async function lockApplicationSection(
  transaction: Database,
  applicationId: string,
  section: string,
): Promise<ApplicationSectionRow | null> {
  const [row] = await transaction
    .select()
    .from(applicationSections)
    .where(and(eq(applicationSections.applicationId, applicationId), eq(applicationSections.section, section)))
    .for("update");
  return row ?? null;
}

/** Writes a section that the transaction has locked, or whose application it has. */
export async function writeApplicationSection(
  transaction: Database,
  section: Omit<ApplicationSectionRow, "revision">,
): Promise<ApplicationSectionRow> {
  const { data, changedBy, changedAt } = section;
  const [row] = await transaction
    .insert(applicationSections)
    .values({ ...section, revision: 1 })
    .onConflictDoUpdate({
      target: [applicationSections.applicationId, applicationSections.section],
      set: { data, changedBy, changedAt, revision: sql`${applicationSections.revision} + 1` },
    })
    .returning();
  return row as ApplicationSectionRow;
}

/** One section of several forms. */
export async function listSectionOfApplications(
  database: Database,
  applicationIds: readonly string[],
  section: string,
): Promise<Pick<ApplicationSectionRow, "applicationId" | "data">[]> {
  if (applicationIds.length === 0) return [];
  return database
    .select({ applicationId: applicationSections.applicationId, data: applicationSections.data })
    .from(applicationSections)
    .where(
      and(inArray(applicationSections.applicationId, [...applicationIds]), eq(applicationSections.section, section)),
    );
}

export async function listApplicationSections(
  database: Database,
  applicationId: string,
): Promise<ApplicationSectionRow[]> {
  return database
    .select()
    .from(applicationSections)
    .where(eq(applicationSections.applicationId, applicationId))
    .orderBy(asc(applicationSections.section));
}

/** The rows of all lists of an application, or of one, in their order. */
export async function listApplicationRows(
  database: Database,
  applicationId: string,
  list?: string,
): Promise<ApplicationListEntry[]> {
  return database
    .select()
    .from(applicationRows)
    .where(
      and(
        eq(applicationRows.applicationId, applicationId),
        list === undefined ? undefined : eq(applicationRows.list, list),
      ),
    )
    .orderBy(asc(applicationRows.list), asc(applicationRows.position), asc(applicationRows.rowId));
}

export type NewListEntry = {
  rowId: string;
  position: number;
  data: unknown;
  personal: SealedMap;
  revision: number;
};

/** The hash of a row's state. */
export function rowHashOf({ rowId, position, data, personal, revision }: NewListEntry): string {
  return hashOfState({ rowId, position, data, personal, revision });
}

/** Stands in a list of an application. */
const isInList = (applicationId: string, list: string) =>
  and(eq(applicationRows.applicationId, applicationId), eq(applicationRows.list, list));

/** Is one row of it. */
const isRow = (applicationId: string, list: string, rowId: string) =>
  and(isInList(applicationId, list), eq(applicationRows.rowId, rowId));

/** As many at once as one statement takes parameters for. */
const rowsAtOnce = 1_000;

/** Puts rows in the place of all that a list had. */
export async function replaceApplicationRows(
  transaction: Database,
  applicationId: string,
  list: string,
  rows: readonly NewListEntry[],
): Promise<void> {
  await transaction.delete(applicationRows).where(isInList(applicationId, list));
  await appendApplicationRows(transaction, applicationId, list, rows);
}

/** Adds rows to a list; their places and revisions are the caller's. */
export async function appendApplicationRows(
  transaction: Database,
  applicationId: string,
  list: string,
  rows: readonly NewListEntry[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const values = rows
      .slice(from, from + rowsAtOnce)
      .map((row) => ({ ...row, applicationId, list, hash: rowHashOf(row) }));
    await transaction.insert(applicationRows).values(values);
  }
}

/** One row of a list, locked until the end of the transaction. */
export async function lockApplicationRow(
  transaction: Database,
  applicationId: string,
  list: string,
  rowId: string,
): Promise<ApplicationListEntry | null> {
  const [row] = await transaction
    .select()
    .from(applicationRows)
    .where(isRow(applicationId, list, rowId))
    .for("update");
  return row ?? null;
}

/** Writes a row that the transaction has locked. */
export async function updateApplicationRow(
  transaction: Database,
  applicationId: string,
  list: string,
  row: NewListEntry,
): Promise<ApplicationListEntry> {
  const [written] = await transaction
    .update(applicationRows)
    .set({ ...row, hash: rowHashOf(row) })
    .where(isRow(applicationId, list, row.rowId))
    .returning();
  return written as ApplicationListEntry;
}

export async function deleteApplicationRow(
  transaction: Database,
  applicationId: string,
  list: string,
  rowId: string,
): Promise<void> {
  await transaction.delete(applicationRows).where(isRow(applicationId, list, rowId));
}

/** What stands for a whole list in the audit trail: the hashes of its rows in their order; a list without rows is no more. */
export async function stateOfApplicationList(
  database: Database,
  applicationId: string,
  list: string,
): Promise<{ rows: string[] } | typeof removedState> {
  const rows = await database
    .select({ hash: applicationRows.hash })
    .from(applicationRows)
    .where(isInList(applicationId, list))
    .orderBy(asc(applicationRows.position), asc(applicationRows.rowId));
  return rows.length === 0 ? removedState : { rows: rows.map(({ hash }) => hash) };
}

export type ApplicationListSummary = {
  rows: number;
  /** Changes with every row, its content and its place. */
  tag: string;
  /** Where the next row goes. */
  nextPosition: number;
};

/** A list that has no rows. */
export const emptyApplicationList: ApplicationListSummary = { rows: 0, tag: "0", nextPosition: 0 };

/** How the lists of an application stand, by list; those without rows are left out. Made in the database, so that no row is read for it. */
export async function summarizeApplicationLists(
  database: Database,
  applicationId: string,
  list?: string,
): Promise<ReadonlyMap<string, ApplicationListSummary>> {
  const hashes = sql`string_agg(${applicationRows.hash}, '' order by ${applicationRows.position}, ${applicationRows.rowId})`;
  const found = await database
    .select({
      list: applicationRows.list,
      rows: sql<string>`count(*)`,
      digest: sql<string>`encode(sha256(convert_to(${hashes}, 'UTF8')), 'hex')`,
      nextPosition: sql<string>`max(${applicationRows.position}) + 1`,
    })
    .from(applicationRows)
    .where(
      and(
        eq(applicationRows.applicationId, applicationId),
        list === undefined ? undefined : eq(applicationRows.list, list),
      ),
    )
    .groupBy(applicationRows.list);
  return new Map(
    found.map(({ list: id, rows, digest, nextPosition }) => [
      id,
      { rows: Number(rows), tag: digest.slice(0, tagLength), nextPosition: Number(nextPosition) },
    ]),
  );
}

/** Half of a SHA-256: nobody meets a second list with the same one by chance. */
const tagLength = 32;

/** Some rows of a list, in their order. */
export async function listApplicationRowsBetween(
  database: Database,
  applicationId: string,
  list: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<ApplicationListEntry[]> {
  return database
    .select()
    .from(applicationRows)
    .where(isInList(applicationId, list))
    .orderBy(asc(applicationRows.position), asc(applicationRows.rowId))
    .offset(offset)
    .limit(limit);
}

export async function findApplicationRow(
  database: Database,
  applicationId: string,
  list: string,
  rowId: string,
): Promise<ApplicationListEntry | null> {
  const [row] = await database
    .select()
    .from(applicationRows)
    .where(isRow(applicationId, list, rowId));
  return row ?? null;
}

export async function findApplicationSection(
  database: Database,
  applicationId: string,
  section: string,
): Promise<ApplicationSectionRow | null> {
  const [row] = await database
    .select()
    .from(applicationSections)
    .where(and(eq(applicationSections.applicationId, applicationId), eq(applicationSections.section, section)));
  return row ?? null;
}
