import type { DrawableTitle } from "@shifan/rules";
import { and, asc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { certifications, spotCheckDraws } from "../schema/index.ts";
import { countRows, pageOfRows, type RowsPage } from "./page-of-rows.ts";

export type SpotCheckDrawRow = typeof spotCheckDraws.$inferSelect;

/** Puts the commitment to a seed on record; whom it will choose from is not known yet. */
export async function insertSpotCheckDraw(
  transaction: Database,
  draw: Omit<SpotCheckDrawRow, "state" | "population" | "drawn" | "drawnAt" | "revision">,
): Promise<SpotCheckDrawRow> {
  const [row] = await transaction
    .insert(spotCheckDraws)
    .values({ ...draw, state: "committed", revision: 1 })
    .returning();
  return row as SpotCheckDrawRow;
}

export async function findSpotCheckDraw(database: Database, id: string): Promise<SpotCheckDrawRow | null> {
  const [row] = await database.select().from(spotCheckDraws).where(eq(spotCheckDraws.id, id));
  return row ?? null;
}

/** The draw, locked until the end of the transaction. */
export async function lockSpotCheckDraw(transaction: Database, id: string): Promise<SpotCheckDrawRow | null> {
  const [row] = await transaction.select().from(spotCheckDraws).where(eq(spotCheckDraws.id, id)).for("update");
  return row ?? null;
}

/** Changes a draw that the transaction has locked. */
export async function updateSpotCheckDraw(
  transaction: Database,
  id: string,
  changes: Pick<SpotCheckDrawRow, "state" | "population" | "drawn" | "drawnAt">,
): Promise<SpotCheckDrawRow> {
  const [row] = await transaction
    .update(spotCheckDraws)
    .set({ ...changes, revision: sql`${spotCheckDraws.revision} + 1` })
    .where(eq(spotCheckDraws.id, id))
    .returning();
  return row as SpotCheckDrawRow;
}

/** Draws within a condition, by the instant at which they were committed to. */
export async function listSpotCheckDraws(
  database: Database,
  { within, page }: { within: SQL; page: RowsPage },
): Promise<{ rows: SpotCheckDrawRow[]; total: number }> {
  const { start, order, offset, limit } = pageOfRows({ at: spotCheckDraws.committedAt, id: spotCheckDraws.id }, page);
  const rows = await database
    .select()
    .from(spotCheckDraws)
    .where(and(within, start))
    .orderBy(...order)
    .offset(offset)
    .limit(limit);
  const matching = database.select({ id: spotCheckDraws.id }).from(spotCheckDraws).where(within);
  return { rows, total: await countRows(database, matching, page.countUpTo) };
}

/** The confirmed titles that stand on a day, of which spot checks are drawn, and whose they are. */
function selectDrawableTitles(database: Database, day: string) {
  const { id, organizationId, district, state, validFrom, validTo, confirmedBy } = certifications;
  return database
    .select({ certificationId: id, organizationId, district })
    .from(certifications)
    .where(and(isNotNull(confirmedBy), eq(state, "valid"), sql`${validFrom} <= ${day}`, sql`${validTo} >= ${day}`))
    .orderBy(asc(id));
}

/** The same, locked until the end of the transaction, so that none of them ends while it is being drawn. */
export async function lockDrawableTitles(
  transaction: Database,
  day: string,
): Promise<(DrawableTitle & { organizationId: string })[]> {
  return selectDrawableTitles(transaction, day).for("update");
}

/** How many titles there are to draw from on a day, at most as many as asked for. */
export async function countDrawableTitles(database: Database, day: string, upTo: number): Promise<number> {
  return (await selectDrawableTitles(database, day).limit(upTo)).length;
}
