import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { returnedForms } from "../schema/index.ts";

export type ReturnedFormRow = typeof returnedForms.$inferSelect;

/** Keeps the form of an application as it is returned, in the place of that of an earlier return. */
export async function keepReturnedForm(transaction: Database, kept: ReturnedFormRow): Promise<void> {
  const { dataVersion, form } = kept;
  await transaction
    .insert(returnedForms)
    .values(kept)
    .onConflictDoUpdate({ target: returnedForms.applicationId, set: { dataVersion, form } });
}

/** The form as it was last returned; null where it never was. */
export async function findReturnedForm(database: Database, applicationId: string): Promise<ReturnedFormRow | null> {
  const [row] = await database.select().from(returnedForms).where(eq(returnedForms.applicationId, applicationId));
  return row ?? null;
}
