import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { obligations } from "../schema/index.ts";

export type ObligationRow = typeof obligations.$inferSelect;

export async function findObligation(database: Database, id: string): Promise<ObligationRow | null> {
  const [row] = await database.select().from(obligations).where(eq(obligations.id, id));
  return row ?? null;
}

/** The obligation, locked until the end of the transaction. */
export async function lockObligation(transaction: Database, id: string): Promise<ObligationRow | null> {
  const [row] = await transaction.select().from(obligations).where(eq(obligations.id, id)).for("update");
  return row ?? null;
}
