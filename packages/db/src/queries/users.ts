import { and, eq, isNull, lt, ne, or, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { accounts, sessions, twoFactors, users, verifications } from "../schema/index.ts";

export type UserRow = typeof users.$inferSelect;
export type NewUser = Pick<UserRow, "id" | "name" | "email" | "kind" | "createdAt">;

export async function findUser(database: Database, id: string): Promise<UserRow | null> {
  const [user] = await database.select().from(users).where(eq(users.id, id));
  return user ?? null;
}

/** @param email in lower case */
export async function findUserByEmail(database: Database, email: string): Promise<UserRow | null> {
  const [user] = await database.select().from(users).where(eq(users.email, email));
  return user ?? null;
}

/** The user, kept from others until the transaction ends. */
export async function lockUser(transaction: Database, id: string): Promise<UserRow | null> {
  const [user] = await transaction.select().from(users).where(eq(users.id, id)).for("update");
  return user ?? null;
}

/** Adds a user without a password. @returns false when the e-mail (in lower case) belongs to another */
export async function insertUser(database: Database, user: NewUser): Promise<boolean> {
  const inserted = await database
    .insert(users)
    .values({ ...user, updatedAt: user.createdAt })
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id });
  return inserted.length === 1;
}

/** Writes what an act changes and counts the revision up. Inside the transaction that locked the user. @returns the new row */
export async function reviseUser(
  transaction: Database,
  id: string,
  change: Partial<Pick<UserRow, "name" | "disabledAt" | "twoFactorEnabled">>,
  at: Date,
): Promise<UserRow> {
  const [user] = await transaction
    .update(users)
    .set({ ...change, revision: sql`${users.revision} + 1`, updatedAt: at })
    .where(eq(users.id, id))
    .returning();
  if (user === undefined) throw new Error("a user who was locked is gone");
  return user;
}

/** Sets the password of a user, the first as well as a later one. */
export async function setPasswordHash(
  database: Database,
  user: { accountId: string; userId: string; passwordHash: string; at: Date },
): Promise<void> {
  const { accountId, userId, passwordHash, at } = user;
  await database
    .insert(accounts)
    .values({
      id: accountId,
      // What better-auth looks for: a credential of the user's own id.
      providerId: "credential",
      accountId: userId,
      userId,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoUpdate({
      target: [accounts.providerId, accounts.accountId],
      set: { password: passwordHash, updatedAt: at },
    });
}

/** Ends the sessions of a user, all of them or all but one. */
export async function deleteSessionsOf(database: Database, userId: string, exceptToken?: string): Promise<void> {
  const other = exceptToken === undefined ? undefined : ne(sessions.token, exceptToken);
  await database.delete(sessions).where(and(eq(sessions.userId, userId), other));
}

/** Makes void what a user has begun and not finished: sign-ins that wait for their code, links for a new password. */
export async function deleteVerificationsOf(database: Database, userId: string): Promise<void> {
  await database.delete(verifications).where(eq(verifications.value, userId));
}

/** Forgets the second factor of a user with its recovery codes. */
export async function deleteSecondFactorOf(database: Database, userId: string): Promise<void> {
  await database.delete(twoFactors).where(eq(twoFactors.userId, userId));
}

/** The sealed secret of a user's second factor; null when there is none. */
export async function findSecondFactorSecret(database: Database, userId: string): Promise<string | null> {
  const [row] = await database
    .select({ secret: twoFactors.secret })
    .from(twoFactors)
    .where(eq(twoFactors.userId, userId));
  return row?.secret ?? null;
}

/** Uses up a time step of a user's second factor. @returns false where it, or a later one, was used before: of two at once one gets it */
export async function useTimeStep(database: Database, userId: string, step: number): Promise<boolean> {
  const rows = await database
    .update(twoFactors)
    .set({ lastUsedStep: step })
    .where(and(eq(twoFactors.userId, userId), or(isNull(twoFactors.lastUsedStep), lt(twoFactors.lastUsedStep, step))))
    .returning({ id: twoFactors.id });
  return rows.length > 0;
}

/** Ends one session. */
export async function deleteSession(database: Database, token: string): Promise<void> {
  await database.delete(sessions).where(eq(sessions.token, token));
}
