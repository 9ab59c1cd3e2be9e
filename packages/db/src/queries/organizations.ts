import type { MandateState } from "@shifan/rules";
import { and, asc, desc, eq, inArray, lte, or, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { mandates, organizationNames, organizations } from "../schema/index.ts";

export type OrganizationRow = typeof organizations.$inferSelect;
export type OrganizationNameRow = typeof organizationNames.$inferSelect;
export type MandateRow = typeof mandates.$inferSelect;

export async function insertOrganization(
  transaction: Database,
  organization: {
    id: string;
    uscc: string;
    district: string;
    name: string;
    nameSource: string;
    fromOn: string;
    at: Date;
  },
): Promise<OrganizationRow> {
  const { id, uscc, district, name, nameSource, fromOn, at } = organization;
  const [row] = await transaction
    .insert(organizations)
    .values({ id, uscc, district, createdAt: at, revision: 1 })
    .returning();
  await insertOrganizationName(transaction, { organizationId: id, fromOn, name, source: nameSource, recordedAt: at });
  return row as OrganizationRow;
}

/** A name from a day on; one recorded twice for the same day is corrected. */
export async function insertOrganizationName(transaction: Database, name: OrganizationNameRow): Promise<void> {
  await transaction
    .insert(organizationNames)
    .values(name)
    .onConflictDoUpdate({
      target: [organizationNames.organizationId, organizationNames.fromOn],
      set: { name: name.name, source: name.source, recordedAt: name.recordedAt },
    });
}

export async function findOrganization(database: Database, id: string): Promise<OrganizationRow | null> {
  const [row] = await database.select().from(organizations).where(eq(organizations.id, id));
  return row ?? null;
}

export async function findOrganizationByUscc(database: Database, uscc: string): Promise<OrganizationRow | null> {
  const [row] = await database.select().from(organizations).where(eq(organizations.uscc, uscc));
  return row ?? null;
}

/** The organization, locked until the end of the transaction. */
export async function lockOrganization(transaction: Database, id: string): Promise<OrganizationRow | null> {
  const [row] = await transaction.select().from(organizations).where(eq(organizations.id, id)).for("update");
  return row ?? null;
}

export async function updateOrganization(
  transaction: Database,
  id: string,
  changes: { district?: string },
): Promise<OrganizationRow> {
  const [row] = await transaction
    .update(organizations)
    .set({ ...changes, revision: sql`${organizations.revision} + 1` })
    .where(eq(organizations.id, id))
    .returning();
  return row as OrganizationRow;
}

/** Its names, oldest first. */
export async function listOrganizationNames(
  database: Database,
  organizationId: string,
): Promise<OrganizationNameRow[]> {
  return database
    .select()
    .from(organizationNames)
    .where(eq(organizationNames.organizationId, organizationId))
    .orderBy(asc(organizationNames.fromOn));
}

/** The name that an organization has on a day; its first name for days before. */
export async function findOrganizationName(database: Database, organizationId: string, day: string): Promise<string> {
  const named = database.select({ name: organizationNames.name }).from(organizationNames);
  const [present] = await named
    .where(and(eq(organizationNames.organizationId, organizationId), lte(organizationNames.fromOn, day)))
    .orderBy(desc(organizationNames.fromOn))
    .limit(1);
  if (present) return present.name;
  const [first] = await database
    .select({ name: organizationNames.name })
    .from(organizationNames)
    .where(eq(organizationNames.organizationId, organizationId))
    .orderBy(asc(organizationNames.fromOn))
    .limit(1);
  return first?.name ?? "";
}

export async function insertMandate(
  transaction: Database,
  mandate: Omit<MandateRow, "decidedAt" | "reason" | "revision">,
): Promise<MandateRow> {
  const [row] = await transaction
    .insert(mandates)
    .values({ ...mandate, decidedAt: null, reason: null, revision: 1 })
    .returning();
  return row as MandateRow;
}

/** The mandate, locked until the end of the transaction. */
export async function lockMandate(transaction: Database, id: string): Promise<MandateRow | null> {
  const [row] = await transaction.select().from(mandates).where(eq(mandates.id, id)).for("update");
  return row ?? null;
}

export async function updateMandate(
  transaction: Database,
  id: string,
  changes: Partial<Pick<MandateRow, "state" | "licenceFileId" | "authorizationFileId" | "decidedAt" | "reason">>,
): Promise<MandateRow> {
  const [row] = await transaction
    .update(mandates)
    .set({ ...changes, revision: sql`${mandates.revision} + 1` })
    .where(eq(mandates.id, id))
    .returning();
  return row as MandateRow;
}

/** The mandates of an organization, newest first. */
export async function listMandates(database: Database, organizationId: string): Promise<MandateRow[]> {
  return database
    .select()
    .from(mandates)
    .where(eq(mandates.organizationId, organizationId))
    .orderBy(desc(mandates.claimedAt), desc(mandates.id));
}

const standing: readonly MandateState[] = ["claimed", "confirmed"];

/** The mandate that stands for each of several organizations: the one person who acts for it. */
export async function findStandingMandates(
  database: Database,
  organizationIds: readonly string[],
): Promise<Map<string, MandateRow>> {
  const rows = await database
    .select()
    .from(mandates)
    .where(and(inArray(mandates.organizationId, [...organizationIds]), inArray(mandates.state, [...standing])));
  return new Map(rows.map((row) => [row.organizationId, row]));
}

/** The organizations for which a person acts now: nobody else's drafts are theirs, and none once their mandate has ended. */
export async function listOrganizationsOf(database: Database, userId: string): Promise<string[]> {
  const rows = await database
    .select({ organizationId: mandates.organizationId })
    .from(mandates)
    .where(and(eq(mandates.userId, userId), inArray(mandates.state, [...standing])))
    .orderBy(asc(mandates.claimedAt));
  return rows.map(({ organizationId }) => organizationId);
}

/** The columns by which access is applied to organizations. */
export const organizationReachColumns = { organization: organizations.id, district: organizations.district };

export async function findMandate(database: Database, id: string): Promise<MandateRow | null> {
  const [row] = await database.select().from(mandates).where(eq(mandates.id, id));
  return row ?? null;
}

/** The mandate that a file is a paper of; null when none. */
export async function findMandateOfFile(database: Database, fileId: string): Promise<MandateRow | null> {
  const [row] = await database
    .select()
    .from(mandates)
    .where(or(eq(mandates.licenceFileId, fileId), eq(mandates.authorizationFileId, fileId)))
    .limit(1);
  return row ?? null;
}
