import { and, asc, eq, inArray, lt, or, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { dossiers } from "../schema/index.ts";

export type DossierRow = typeof dossiers.$inferSelect;

/** Keeps an order. */
export async function insertDossier(
  transaction: Database,
  order: Pick<DossierRow, "id" | "applicationId" | "format" | "requestedBy" | "grant" | "requestedAt">,
): Promise<void> {
  await transaction.insert(dossiers).values({ ...order, state: "waiting", stepsDone: 0, attempts: 0 });
}

export async function findDossier(database: Database, id: string): Promise<DossierRow | null> {
  const [row] = await database.select().from(dossiers).where(eq(dossiers.id, id));
  return row ?? null;
}

/** How many orders of somebody wait or are being made. */
export async function countDossiersUnderWay(database: Database, requestedBy: string): Promise<number> {
  const [row] = await database
    .select({ count: sql<string>`count(*)` })
    .from(dossiers)
    .where(and(eq(dossiers.requestedBy, requestedBy), inArray(dossiers.state, ["waiting", "making"])));
  return Number(row?.count ?? 0);
}

/**
 * Takes the oldest order that waits, or whose maker has not been heard of until the end of its lease; null when there is none. Orders that another
 * process is taking at this moment are passed over.
 */
export async function claimDossier(
  database: Database,
  { at, leaseUntil }: { at: Date; leaseUntil: Date },
): Promise<DossierRow | null> {
  return database.transaction(async (transaction) => {
    const [due] = await transaction
      .select({ id: dossiers.id })
      .from(dossiers)
      .where(or(eq(dossiers.state, "waiting"), and(eq(dossiers.state, "making"), lt(dossiers.leaseUntil, at))))
      .orderBy(asc(dossiers.requestedAt), asc(dossiers.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (due === undefined) return null;
    const [row] = await transaction
      .update(dossiers)
      .set({ state: "making", leaseUntil, stepsDone: 0, stepsTotal: null, attempts: sql`${dossiers.attempts} + 1` })
      .where(eq(dossiers.id, due.id))
      .returning();
    return row ?? null;
  });
}

/** What of an order changes while it is made. It is written only by whoever still holds it: the attempt tells. @returns whether it was */
export async function updateDossier(
  database: Database,
  { id, attempts }: Pick<DossierRow, "id" | "attempts">,
  changes: Partial<
    Pick<
      DossierRow,
      "state" | "attempts" | "stepsDone" | "stepsTotal" | "leaseUntil" | "dataVersion" | "sha256" | "size" | "readyAt"
    >
  >,
): Promise<boolean> {
  const rows = await database
    .update(dossiers)
    .set(changes)
    .where(and(eq(dossiers.id, id), eq(dossiers.attempts, attempts), eq(dossiers.state, "making")))
    .returning({ id: dossiers.id });
  return rows.length === 1;
}

/** Removes orders from before an instant. @returns the contents of their files that no order left has */
export async function deleteDossiersBefore(
  database: Database,
  before: Date,
  limit: number,
): Promise<{ count: number; contents: string[] }> {
  return database.transaction(async (transaction) => {
    const old = await transaction
      .select({ id: dossiers.id })
      .from(dossiers)
      .where(lt(dossiers.requestedAt, before))
      .orderBy(asc(dossiers.requestedAt))
      .limit(limit)
      .for("update", { skipLocked: true });
    if (old.length === 0) return { count: 0, contents: [] };
    const ids = old.map(({ id }) => id);
    const removed = await transaction.delete(dossiers).where(inArray(dossiers.id, ids)).returning();
    const hashes = [...new Set(removed.flatMap(({ sha256 }) => sha256 ?? []))];
    const kept =
      hashes.length === 0
        ? []
        : await transaction.select({ sha256: dossiers.sha256 }).from(dossiers).where(inArray(dossiers.sha256, hashes));
    const still = new Set(kept.map(({ sha256 }) => sha256));
    return { count: removed.length, contents: hashes.filter((hash) => !still.has(hash)) };
  });
}
