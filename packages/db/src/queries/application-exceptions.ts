import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { applicationExceptions } from "../schema/index.ts";

export type ApplicationExceptionRow = typeof applicationExceptions.$inferSelect;

export async function insertApplicationException(
  transaction: Database,
  exception: ApplicationExceptionRow,
): Promise<void> {
  await transaction.insert(applicationExceptions).values(exception);
}

/** The exception that the city has recorded for an organization in a round; null when there is none. */
export async function findApplicationException(
  database: Database,
  { organizationId, roundId }: Pick<ApplicationExceptionRow, "organizationId" | "roundId">,
): Promise<ApplicationExceptionRow | null> {
  const [row] = await database
    .select()
    .from(applicationExceptions)
    .where(and(eq(applicationExceptions.organizationId, organizationId), eq(applicationExceptions.roundId, roundId)));
  return row ?? null;
}

/** The exceptions of an organization, in the order of their recording. */
export async function listApplicationExceptions(
  database: Database,
  organizationId: string,
): Promise<ApplicationExceptionRow[]> {
  return database
    .select()
    .from(applicationExceptions)
    .where(eq(applicationExceptions.organizationId, organizationId))
    .orderBy(asc(applicationExceptions.recordedAt), asc(applicationExceptions.roundId));
}
