import type { Database } from "../database.ts";
import { demonstrations } from "../schema/index.ts";

export type DemonstrationRow = typeof demonstrations.$inferSelect;

/** What is known of the demonstration's data; null before they were begun. */
export async function readDemonstration(database: Database): Promise<DemonstrationRow | null> {
  const [row] = await database.select().from(demonstrations);
  return row ?? null;
}

/** Notes that they are being made. Begun already, it stays as it is. @param startedOn YYYY-MM-DD */
export async function startDemonstration(database: Database, startedOn: string): Promise<void> {
  await database.insert(demonstrations).values({ id: 1, startedOn }).onConflictDoNothing({ target: demonstrations.id });
}

/** Notes that all of it is there. */
export async function finishDemonstration(database: Database, at: Date): Promise<void> {
  await database.update(demonstrations).set({ finishedAt: at });
}
