import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { interpretations } from "../schema/index.ts";

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
