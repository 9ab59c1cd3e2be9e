import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { staffNotes, users } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";

export type StaffNoteRow = typeof staffNotes.$inferSelect;
/** A note with the name of whoever wrote it. */
export type StaffNoteListRow = StaffNoteRow & { authorName: string };

export async function insertStaffNote(
  transaction: Database,
  note: Omit<StaffNoteRow, "withdrawnAt" | "revision">,
): Promise<StaffNoteRow> {
  const [row] = await transaction
    .insert(staffNotes)
    .values({ ...note, withdrawnAt: null, revision: 1 })
    .returning();
  return row as StaffNoteRow;
}

/** The note, locked until the end of the transaction. */
export async function lockStaffNote(transaction: Database, id: string): Promise<StaffNoteRow | null> {
  const [row] = await transaction.select().from(staffNotes).where(eq(staffNotes.id, id)).for("update");
  return row ?? null;
}

/** Withdraws a note that the transaction has locked. Its words stay. */
export async function withdrawStaffNote(transaction: Database, id: string, at: Date): Promise<StaffNoteRow> {
  const [row] = await transaction
    .update(staffNotes)
    .set({ state: "withdrawn", withdrawnAt: at, revision: sql`${staffNotes.revision} + 1` })
    .where(eq(staffNotes.id, id))
    .returning();
  return row as StaffNoteRow;
}

function selectNotes(database: Database, where: SQL | undefined) {
  return database
    .select({ note: staffNotes, authorName: users.name })
    .from(staffNotes)
    .innerJoin(users, eq(users.id, staffNotes.writtenBy))
    .where(where);
}

export async function findStaffNote(database: Database, id: string): Promise<StaffNoteListRow | null> {
  const [row] = await selectNotes(database, eq(staffNotes.id, id));
  return row === undefined ? null : { ...row.note, authorName: row.authorName };
}

/** The notes about one record, by the instant at which they were written. */
export async function listStaffNotes(
  database: Database,
  { resource, recordId }: Pick<StaffNoteRow, "resource" | "recordId">,
  page: RowsPage,
): Promise<{ rows: StaffNoteListRow[]; total: number }> {
  const about = and(eq(staffNotes.resource, resource), eq(staffNotes.recordId, recordId));
  const { start, order, offset, limit } = pageOfRows({ at: staffNotes.createdAt, id: staffNotes.id }, page);
  const rows = await selectNotes(database, and(about, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: staffNotes.id }).from(staffNotes).where(about);
  return {
    rows: rows.map(({ note, authorName }) => ({ ...note, authorName })),
    total: await countRows(database, matching, page.countUpTo),
  };
}
