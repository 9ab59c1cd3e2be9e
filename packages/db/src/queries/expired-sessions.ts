import { asc, inArray, lt } from "drizzle-orm";
import type { Database } from "../database.ts";
import { sessions, verifications } from "../schema/index.ts";

/** Deletes at most `limit` sessions that ended before the instant. @returns how many */
export async function deleteSessionsExpiredBefore(database: Database, before: Date, limit: number): Promise<number> {
  const old = database
    .select({ id: sessions.id })
    .from(sessions)
    .where(lt(sessions.expiresAt, before))
    .orderBy(asc(sessions.expiresAt))
    .limit(limit);
  return (await database.delete(sessions).where(inArray(sessions.id, old)).returning({ id: sessions.id })).length;
}

/** Deletes at most `limit` unfinished sign-ins that ran out before the instant. @returns how many */
export async function deleteVerificationsExpiredBefore(
  database: Database,
  before: Date,
  limit: number,
): Promise<number> {
  const old = database
    .select({ id: verifications.id })
    .from(verifications)
    .where(lt(verifications.expiresAt, before))
    .orderBy(asc(verifications.expiresAt))
    .limit(limit);
  const rows = await database
    .delete(verifications)
    .where(inArray(verifications.id, old))
    .returning({ id: verifications.id });
  return rows.length;
}
