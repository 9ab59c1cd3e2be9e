import { eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { packages } from "../schema/index.ts";

export type PackageRow = typeof packages.$inferSelect;

export async function findPackage(database: Database, id: string): Promise<PackageRow | null> {
  const [row] = await database.select().from(packages).where(eq(packages.id, id));
  return row ?? null;
}

/** The package, locked until the end of the transaction. */
export async function lockPackage(transaction: Database, id: string): Promise<PackageRow | null> {
  const [row] = await transaction.select().from(packages).where(eq(packages.id, id)).for("update");
  return row ?? null;
}
