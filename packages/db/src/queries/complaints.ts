import type { ComplaintState, ComplaintSubject } from "@shifan/rules";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { complaints } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";

export type ComplaintRow = typeof complaints.$inferSelect;

export async function insertComplaint(
  transaction: Database,
  complaint: Pick<
    ComplaintRow,
    "id" | "receiptNumber" | "subject" | "target" | "receivedOn" | "personal" | "createdAt"
  >,
): Promise<ComplaintRow> {
  const [row] = await transaction
    .insert(complaints)
    .values({ ...complaint, state: "open", revision: 1 })
    .returning();
  return row as ComplaintRow;
}

export async function findComplaint(database: Database, id: string): Promise<ComplaintRow | null> {
  const [row] = await database.select().from(complaints).where(eq(complaints.id, id));
  return row ?? null;
}

/** The complaint, locked until the end of the transaction. */
export async function lockComplaint(transaction: Database, id: string): Promise<ComplaintRow | null> {
  const [row] = await transaction.select().from(complaints).where(eq(complaints.id, id)).for("update");
  return row ?? null;
}

export async function findComplaintByReceipt(database: Database, receiptNumber: string): Promise<ComplaintRow | null> {
  const [row] = await database.select().from(complaints).where(eq(complaints.receiptNumber, receiptNumber));
  return row ?? null;
}

/** Changes a complaint that the transaction has locked. */
export async function updateComplaint(
  transaction: Database,
  id: string,
  changes: Partial<Pick<ComplaintRow, "state" | "personal" | "reply" | "repliedOn" | "closedReason" | "closedOn">>,
): Promise<ComplaintRow> {
  const [row] = await transaction
    .update(complaints)
    .set({ ...changes, revision: sql`${complaints.revision} + 1` })
    .where(eq(complaints.id, id))
    .returning();
  return row as ComplaintRow;
}

/** Complaints about some subjects, by the instant at which they came. */
export async function listComplaints(
  database: Database,
  {
    subjects,
    state,
    page,
  }: { subjects: readonly ComplaintSubject[]; state: ComplaintState | undefined; page: RowsPage },
): Promise<{ rows: ComplaintRow[]; total: number }> {
  const where = and(
    inArray(complaints.subject, [...subjects]),
    state === undefined ? undefined : eq(complaints.state, state),
  );
  const { start, order, offset, limit } = pageOfRows({ at: complaints.createdAt, id: complaints.id }, page);
  const rows = await database
    .select()
    .from(complaints)
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: complaints.id }).from(complaints).where(where);
  return { rows, total: await countRows(database, matching, page.countUpTo) };
}
