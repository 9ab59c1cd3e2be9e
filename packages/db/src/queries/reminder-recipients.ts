import { randomUUID } from "node:crypto";
import type { AddressEnd, ReminderChannel, StaffRole } from "@shifan/rules";
import { and, asc, desc, eq, gte, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import {
  accounts,
  mandates,
  reminderAddresses,
  reminderRecipients,
  roleGrants,
  standIns,
  users,
} from "../schema/index.ts";

export type RecipientRow = typeof reminderRecipients.$inferSelect;
export type AddressRow = typeof reminderAddresses.$inferSelect;

/** Whoever can be reminded, by what they are: a person by the account, a prospect by the self-check, an office by its code. */
export type RecipientKey = { readonly userId: string } | { readonly sessionId: string } | { readonly office: string };

const isKey = (key: RecipientKey): SQL => {
  if ("userId" in key) return eq(reminderRecipients.userId, key.userId);
  if ("sessionId" in key) return eq(reminderRecipients.sessionId, key.sessionId);
  return eq(reminderRecipients.office, key.office);
};

/** The recipient; null before they were reminded of anything or opened a way. */
export async function findRecipient(database: Database, key: RecipientKey): Promise<RecipientRow | null> {
  const [row] = await database.select().from(reminderRecipients).where(isKey(key));
  return row ?? null;
}

export async function findRecipientById(database: Database, id: string): Promise<RecipientRow | null> {
  const [row] = await database.select().from(reminderRecipients).where(eq(reminderRecipients.id, id));
  return row ?? null;
}

/** The recipient, written down where it is new. However many do so at once, it is one. */
export async function keepRecipient(transaction: Database, key: RecipientKey, at: Date): Promise<RecipientRow> {
  const kind = "userId" in key ? "person" : "sessionId" in key ? "prospect" : "office";
  await transaction
    .insert(reminderRecipients)
    .values({ id: randomUUID(), kind, ...key, createdAt: at })
    .onConflictDoNothing();
  return (await findRecipient(transaction, key)) as RecipientRow;
}

/** The recipients of these users, by user; those that are new are written down. */
export async function keepRecipientsOfUsers(
  transaction: Database,
  userIds: readonly string[],
  at: Date,
): Promise<Map<string, string>> {
  const wanted = [...new Set(userIds)];
  if (wanted.length === 0) return new Map();
  await transaction
    .insert(reminderRecipients)
    .values(wanted.map((userId) => ({ id: randomUUID(), kind: "person" as const, userId, createdAt: at })))
    .onConflictDoNothing();
  const rows = await transaction
    .select({ id: reminderRecipients.id, userId: reminderRecipients.userId })
    .from(reminderRecipients)
    .where(inArray(reminderRecipients.userId, wanted));
  return new Map(rows.map(({ id, userId }) => [userId as string, id]));
}

/** Which of these are offices: what they are told has no names. */
export async function listOfficesAmong(database: Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await database
    .select({ id: reminderRecipients.id })
    .from(reminderRecipients)
    .where(and(inArray(reminderRecipients.id, [...ids]), eq(reminderRecipients.kind, "office")));
  return new Set(rows.map(({ id }) => id));
}

export async function updateRecipient(
  database: Database,
  id: string,
  changes: Partial<Pick<RecipientRow, "preferredChannel" | "pausedUntil">>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await database.update(reminderRecipients).set(changes).where(eq(reminderRecipients.id, id));
}

/** The ways to recipients that are open, the newest first. */
export async function listOpenAddresses(database: Database, recipientIds: readonly string[]): Promise<AddressRow[]> {
  if (recipientIds.length === 0) return [];
  return database
    .select()
    .from(reminderAddresses)
    .where(and(inArray(reminderAddresses.recipientId, [...recipientIds]), isNull(reminderAddresses.endedAt)))
    .orderBy(desc(reminderAddresses.openedAt), asc(reminderAddresses.id));
}

/** The open way with one of these keyed hashes: to whom a chat belongs. */
export async function findOpenAddress(
  database: Database,
  channel: ReminderChannel,
  addressHashes: readonly string[],
): Promise<AddressRow | null> {
  const [row] = await database
    .select()
    .from(reminderAddresses)
    .where(
      and(
        eq(reminderAddresses.channel, channel),
        inArray(reminderAddresses.addressHash, [...addressHashes]),
        isNull(reminderAddresses.endedAt),
      ),
    )
    .orderBy(desc(reminderAddresses.openedAt))
    .limit(1);
  return row ?? null;
}

/**
 * Opens a way to a recipient. Their earlier one of the channel ends, and that of whoever had the same chat before: a chat belongs to one.
 */
export async function openAddress(
  transaction: Database,
  address: Omit<AddressRow, "endedAt" | "endedBy">,
  earlierHashes: readonly string[],
): Promise<void> {
  const { recipientId, channel, openedAt } = address;
  const isChat = channel === "telegram" || channel === "wechat";
  await transaction
    .update(reminderAddresses)
    .set({ endedAt: openedAt, endedBy: "replaced" })
    .where(
      and(
        eq(reminderAddresses.channel, channel),
        isNull(reminderAddresses.endedAt),
        or(
          eq(reminderAddresses.recipientId, recipientId),
          isChat ? inArray(reminderAddresses.addressHash, [...earlierHashes]) : undefined,
        ),
      ),
    );
  await transaction.insert(reminderAddresses).values({ ...address, endedAt: null, endedBy: null });
}

/** Ends a way. @returns false where it has ended already */
export async function endAddress(database: Database, id: string, at: Date, endedBy: AddressEnd): Promise<boolean> {
  const ended = await database
    .update(reminderAddresses)
    .set({ endedAt: at, endedBy })
    .where(and(eq(reminderAddresses.id, id), isNull(reminderAddresses.endedAt)))
    .returning({ id: reminderAddresses.id });
  return ended.length === 1;
}

/** A role in an office, of a district where it is bound to one. */
type Office = { readonly role: StaffRole; readonly district: string | null };

const holdsOn = (day: string) =>
  and(
    isNull(roleGrants.endedAt),
    lte(roleGrants.fromOn, day),
    or(isNull(roleGrants.untilOn), gte(roleGrants.untilOn, day)),
  );

/** Who holds a role on a day and could sign in, and who stands in for them on that day. */
export async function listHoldersOfRole(
  database: Database,
  { role, district }: Office,
  day: string,
): Promise<string[]> {
  const isOffice = and(
    eq(roleGrants.role, role),
    district === null ? undefined : eq(roleGrants.district, district),
    holdsOn(day),
  );
  const canSignIn = (column: SQL | typeof users.id) =>
    sql`exists (select 1 from ${users} where ${users.id} = ${column} and ${users.disabledAt} is null) and exists (select 1 from ${accounts} where ${accounts.userId} = ${column})`;
  const own = await database
    .selectDistinct({ userId: roleGrants.userId })
    .from(roleGrants)
    .where(and(isOffice, canSignIn(sql`${roleGrants.userId}`)));
  const others = await database
    .selectDistinct({ userId: standIns.standInId })
    .from(standIns)
    .innerJoin(roleGrants, eq(roleGrants.userId, standIns.officerId))
    .where(
      and(
        isOffice,
        isNull(standIns.endedAt),
        lte(standIns.fromOn, day),
        gte(standIns.untilOn, day),
        canSignIn(sql`${standIns.standInId}`),
      ),
    );
  return [...new Set([...own, ...others].map(({ userId }) => userId))].toSorted();
}

/** Who acts for each of several organizations now, by organization. */
export async function listHoldersOfMandates(
  database: Database,
  organizationIds: readonly string[],
): Promise<Map<string, string>> {
  if (organizationIds.length === 0) return new Map();
  const rows = await database
    .select({ organizationId: mandates.organizationId, userId: mandates.userId })
    .from(mandates)
    .innerJoin(users, eq(users.id, mandates.userId))
    .where(
      and(
        inArray(mandates.organizationId, [...organizationIds]),
        inArray(mandates.state, ["claimed", "confirmed"]),
        isNull(users.disabledAt),
      ),
    );
  return new Map(rows.map(({ organizationId, userId }) => [organizationId, userId]));
}
