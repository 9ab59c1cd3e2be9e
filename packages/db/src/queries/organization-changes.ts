import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { organizationChanges } from "../schema/index.ts";

export type OrganizationChangeRow = typeof organizationChanges.$inferSelect;

export async function findOrganizationChange(database: Database, id: string): Promise<OrganizationChangeRow | null> {
  const [row] = await database.select().from(organizationChanges).where(eq(organizationChanges.id, id));
  return row ?? null;
}

/** The change, locked until the end of the transaction. */
export async function lockOrganizationChange(transaction: Database, id: string): Promise<OrganizationChangeRow | null> {
  const [row] = await transaction
    .select()
    .from(organizationChanges)
    .where(eq(organizationChanges.id, id))
    .for("update");
  return row ?? null;
}
