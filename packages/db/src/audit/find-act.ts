import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { auditEntries } from "../schema/index.ts";

/** When an act was last done on a record, as the trail tells; null where it never was. */
export async function findInstantOfAct(
  database: Database,
  { resource, recordId, act }: { resource: string; recordId: string; act: string },
): Promise<Date | null> {
  const [entry] = await database
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.resource, resource),
        eq(auditEntries.recordId, recordId),
        eq(auditEntries.act, act),
        eq(auditEntries.outcome, "accepted"),
      ),
    )
    .orderBy(desc(auditEntries.revision))
    .limit(1);
  return entry?.at ?? null;
}
