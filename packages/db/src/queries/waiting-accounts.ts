import { and, asc, eq, exists, gte, isNull, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import { accounts, invitations, roleGrants, standIns, users } from "../schema/index.ts";
import { dayOfInstant } from "./waiting.ts";

/** Accounts that wait for the administrator, earliest first, as many as a list takes at once. */
export type WaitingAccounts = { count: number; firstOn: string | null; ids: string[] };

const listedAtOnce = 500;

const isUsable = isNull(users.disabledAt);

function summed(rows: { id: string; day: string }[]): WaitingAccounts {
  const ids = [...new Set(rows.map(({ id }) => id))];
  return { count: ids.length, firstOn: rows[0]?.day ?? null, ids: ids.slice(0, listedAtOnce) };
}

const dayText = (day: SQL | PgColumn) => sql<string>`${day}::text`;

/** Members of staff whose invitation ran out unused before an instant. */
export async function countExpiredInvitations(database: Database, at: Date): Promise<WaitingAccounts> {
  const hasPassword = database.select({ id: accounts.id }).from(accounts).where(eq(accounts.userId, users.id));
  const rows = await database
    .select({ id: users.id, day: dayText(dayOfInstant(invitations.expiresAt)) })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.userId))
    .where(and(isNull(invitations.usedAt), lte(invitations.expiresAt, at), isUsable, notExists(hasPassword)))
    .orderBy(asc(invitations.expiresAt));
  return summed(rows);
}

/** Members of staff with a password and a role on a day, and without a second factor. */
export async function countWithoutSecondFactor(database: Database, day: string): Promise<WaitingAccounts> {
  const hasPassword = database.select({ id: accounts.id }).from(accounts).where(eq(accounts.userId, users.id));
  const hasRole = database
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.userId, users.id),
        isNull(roleGrants.endedAt),
        lte(roleGrants.fromOn, day),
        or(isNull(roleGrants.untilOn), gte(roleGrants.untilOn, day)),
      ),
    );
  const rows = await database
    .select({ id: users.id, day: dayText(dayOfInstant(users.createdAt)) })
    .from(users)
    .where(
      and(eq(users.kind, "staff"), isUsable, eq(users.twoFactorEnabled, false), exists(hasPassword), exists(hasRole)),
    )
    .orderBy(asc(users.createdAt));
  return summed(rows);
}

/** Members of staff of whom a role ends between two days, both included. */
export async function countEndingRoles(
  database: Database,
  { from, to }: { from: string; to: string },
): Promise<WaitingAccounts> {
  const rows = await database
    .select({ id: users.id, day: dayText(roleGrants.untilOn) })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(isNull(roleGrants.endedAt), gte(roleGrants.untilOn, from), lte(roleGrants.untilOn, to), isUsable))
    .orderBy(asc(roleGrants.untilOn));
  return summed(rows);
}

/** Officers for whom another stands in, of whom the time of standing in ends between two days, both included. */
export async function countEndingStandIns(
  database: Database,
  { from, to }: { from: string; to: string },
): Promise<WaitingAccounts> {
  const rows = await database
    .select({ id: standIns.officerId, day: dayText(standIns.untilOn) })
    .from(standIns)
    .where(and(isNull(standIns.endedAt), gte(standIns.untilOn, from), lte(standIns.untilOn, to)))
    .orderBy(asc(standIns.untilOn));
  return summed(rows);
}
