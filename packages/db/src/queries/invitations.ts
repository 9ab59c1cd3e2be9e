import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "../database.ts";
import { accounts, invitations } from "../schema/index.ts";

export type Invitation = typeof invitations.$inferSelect;

/** Invites a user anew: every earlier invitation that was not used is void. */
export async function replaceInvitation(transaction: Database, invitation: Omit<Invitation, "usedAt">): Promise<void> {
  await transaction
    .delete(invitations)
    .where(and(eq(invitations.userId, invitation.userId), isNull(invitations.usedAt)));
  await transaction.insert(invitations).values(invitation);
}

export async function findInvitation(database: Database, tokenHash: string): Promise<Invitation | null> {
  const [found] = await database.select().from(invitations).where(eq(invitations.tokenHash, tokenHash));
  return found ?? null;
}

export async function useInvitation(transaction: Database, tokenHash: string, at: Date): Promise<void> {
  await transaction.update(invitations).set({ usedAt: at }).where(eq(invitations.tokenHash, tokenHash));
}

/** Who of these users has a password, and so could sign in. */
export async function listUsersWithPassword(database: Database, userIds: readonly string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await database
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(inArray(accounts.userId, [...userIds]));
  return new Set(rows.map(({ userId }) => userId));
}
