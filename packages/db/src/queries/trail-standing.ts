import { asc, desc, eq, gte, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { auditCheckpoints, auditEntries, auditLeaves, auditUnsequenced } from "../schema/index.ts";

/** The last checkpoint of the trail, and the instant of the first entry that is under none yet. */
export type TrailStanding = { checkpoint: { size: number; at: Date } | null; firstOpenAt: Date | null };

export async function readTrailStanding(database: Database): Promise<TrailStanding> {
  const { size, at } = auditCheckpoints;
  const [checkpoint] = await database.select({ size, at }).from(auditCheckpoints).orderBy(desc(size)).limit(1);
  const [unsigned] = await database
    .select({ at: auditEntries.at })
    .from(auditLeaves)
    .innerJoin(auditEntries, eq(auditEntries.id, auditLeaves.entryId))
    .where(gte(auditLeaves.position, checkpoint?.size ?? 0))
    .orderBy(asc(auditLeaves.position))
    .limit(1);
  const [unsequenced] = await database
    .select({ at: sql<Date | null>`min(${auditEntries.at})`.mapWith(auditEntries.at) })
    .from(auditUnsequenced)
    .innerJoin(auditEntries, eq(auditEntries.id, auditUnsequenced.entryId));
  const open = [unsigned?.at, unsequenced?.at].filter((at): at is Date => at instanceof Date);
  const firstOpenAt = open.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
  return { checkpoint: checkpoint ?? null, firstOpenAt };
}
