import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { spotCheckDraws } from "../schema/index.ts";

export type SpotCheckDrawRow = typeof spotCheckDraws.$inferSelect;

export async function findSpotCheckDraw(database: Database, id: string): Promise<SpotCheckDrawRow | null> {
  const [row] = await database.select().from(spotCheckDraws).where(eq(spotCheckDraws.id, id));
  return row ?? null;
}

/** The draw, locked until the end of the transaction. */
export async function lockSpotCheckDraw(transaction: Database, id: string): Promise<SpotCheckDrawRow | null> {
  const [row] = await transaction.select().from(spotCheckDraws).where(eq(spotCheckDraws.id, id)).for("update");
  return row ?? null;
}
