import { eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { officeGroups, reminderAddresses } from "../schema/index.ts";
import type { AddressRow } from "./reminder-recipients.ts";

export type OfficeGroupRow = typeof officeGroups.$inferSelect;
/** A group with the address of its robot. */
export type OfficeGroupFile = { readonly group: OfficeGroupRow; readonly address: AddressRow };

/** The group of an office; null where it never had one. */
export async function findOfficeGroup(database: Database, office: string): Promise<OfficeGroupRow | null> {
  const [row] = await database.select().from(officeGroups).where(eq(officeGroups.office, office));
  return row ?? null;
}

/** The same, locked until the end of the transaction. */
export async function lockOfficeGroup(transaction: Database, office: string): Promise<OfficeGroupRow | null> {
  const [row] = await transaction.select().from(officeGroups).where(eq(officeGroups.office, office)).for("update");
  return row ?? null;
}

/** All groups that ever were connected, each with the address of its robot. */
export async function listOfficeGroups(database: Database): Promise<OfficeGroupFile[]> {
  return database
    .select({ group: officeGroups, address: reminderAddresses })
    .from(officeGroups)
    .innerJoin(reminderAddresses, eq(reminderAddresses.id, officeGroups.addressId));
}

/** @returns null where somebody else has connected the office meanwhile; nothing is written then */
export async function insertOfficeGroup(
  transaction: Database,
  group: Omit<OfficeGroupRow, "revision">,
): Promise<OfficeGroupRow | null> {
  const [row] = await transaction
    .insert(officeGroups)
    .values({ ...group, revision: 1 })
    .onConflictDoNothing()
    .returning();
  return row ?? null;
}

/** Changes a group that the transaction has locked. */
export async function updateOfficeGroup(
  transaction: Database,
  office: string,
  changes: Partial<Omit<OfficeGroupRow, "office" | "revision">>,
): Promise<OfficeGroupRow> {
  const [row] = await transaction
    .update(officeGroups)
    .set({ ...changes, revision: sql`${officeGroups.revision} + 1` })
    .where(eq(officeGroups.office, office))
    .returning();
  return row as OfficeGroupRow;
}
