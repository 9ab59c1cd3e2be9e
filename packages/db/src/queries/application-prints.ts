import { and, desc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applicationPrints } from "../schema/index.ts";

export type ApplicationPrintRow = typeof applicationPrints.$inferSelect;

/** Notes a state of the form as printed; null where it has been printed before. */
export async function insertApplicationPrint(
  transaction: Database,
  print: ApplicationPrintRow,
): Promise<ApplicationPrintRow | null> {
  const [row] = await transaction
    .insert(applicationPrints)
    .values(print)
    .onConflictDoNothing({ target: [applicationPrints.applicationId, applicationPrints.dataVersion] })
    .returning();
  return row ?? null;
}

/** The states of an application's form that were printed, the latest first. */
export async function listApplicationPrints(database: Database, applicationId: string): Promise<ApplicationPrintRow[]> {
  return database
    .select()
    .from(applicationPrints)
    .where(eq(applicationPrints.applicationId, applicationId))
    .orderBy(desc(applicationPrints.dataVersion));
}

/** The latest printed state with this short code: a form changed and changed back has the same code again. Null for none. */
export async function findApplicationPrint(
  database: Database,
  { applicationId, shortCode }: { applicationId: string; shortCode: string },
): Promise<ApplicationPrintRow | null> {
  const [row] = await database
    .select()
    .from(applicationPrints)
    .where(and(eq(applicationPrints.applicationId, applicationId), eq(applicationPrints.shortCode, shortCode)))
    .orderBy(desc(applicationPrints.dataVersion))
    .limit(1);
  return row ?? null;
}
