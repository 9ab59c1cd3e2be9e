import type { InterpretationState } from "@shifan/rules";
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { interpretations } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";

export type InterpretationRow = typeof interpretations.$inferSelect;

export async function findInterpretation(database: Database, id: string): Promise<InterpretationRow | null> {
  const [row] = await database.select().from(interpretations).where(eq(interpretations.id, id));
  return row ?? null;
}

/** The interpretation, locked until the end of the transaction. */
export async function lockInterpretation(transaction: Database, id: string): Promise<InterpretationRow | null> {
  const [row] = await transaction.select().from(interpretations).where(eq(interpretations.id, id)).for("update");
  return row ?? null;
}

export async function insertInterpretation(
  transaction: Database,
  interpretation: Omit<InterpretationRow, "revision" | "issuedOn" | "issuedBy">,
): Promise<InterpretationRow> {
  const [row] = await transaction
    .insert(interpretations)
    .values({ ...interpretation, issuedOn: null, issuedBy: null, revision: 1 })
    .returning();
  return row as InterpretationRow;
}

/** Changes an interpretation that the transaction has locked. */
export async function updateInterpretation(
  transaction: Database,
  id: string,
  changes: Partial<Omit<InterpretationRow, "id" | "supersedesId" | "createdAt" | "revision">>,
): Promise<InterpretationRow> {
  const [row] = await transaction
    .update(interpretations)
    .set({ ...changes, revision: sql`${interpretations.revision} + 1` })
    .where(eq(interpretations.id, id))
    .returning();
  return row as InterpretationRow;
}

/** What takes the place of an interpretation, or is drafted to; null when nothing. */
export async function findSuccessorOf(database: Database, id: string): Promise<InterpretationRow | null> {
  const [row] = await database.select().from(interpretations).where(eq(interpretations.supersedesId, id));
  return row ?? null;
}

/** By what access is applied to interpretations: whatever is no draft is public. */
export const interpretationReachColumns = { published: ne(interpretations.state, "draft") };

/** Interpretations within a condition, by the instant at which they were drafted. */
export async function listInterpretations(
  database: Database,
  { within, filter, page }: { within: SQL; filter: { state?: InterpretationState | undefined }; page: RowsPage },
): Promise<{ rows: InterpretationRow[]; total: number }> {
  const where = and(within, filter.state === undefined ? undefined : eq(interpretations.state, filter.state));
  const columns = { at: interpretations.createdAt, id: interpretations.id };
  const { start, order, offset, limit } = pageOfRows(columns, page);
  const rows = await database
    .select()
    .from(interpretations)
    .where(and(where, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: interpretations.id }).from(interpretations).where(where);
  return { rows, total: await countRows(database, matching, page.countUpTo) };
}
