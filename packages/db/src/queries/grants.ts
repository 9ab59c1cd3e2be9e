import type { StaffRole } from "@shifan/rules";
import { and, asc, eq, gte, inArray, isNull, lte, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../database.ts";
import { accounts, roleGrants, standIns, users } from "../schema/index.ts";

/** A role that somebody holds on a day, and for whom when it is held as a stand-in. */
export type LiveGrant = { role: StaffRole; district: string | null; onBehalfOf: string | null };

const isLive = (day: string) =>
  and(
    isNull(roleGrants.endedAt),
    lte(roleGrants.fromOn, day),
    or(isNull(roleGrants.untilOn), gte(roleGrants.untilOn, day)),
  );

/**
 * The roles that a user holds on a day (Shanghai), the own ones first; then, of the officers for whom the user stands in on that day, the roles
 * that may be stood in for.
 */
export async function listLiveGrants(
  database: Database,
  userId: string,
  day: string,
  standInRoles: readonly StaffRole[],
): Promise<LiveGrant[]> {
  const own = database
    .select({ role: roleGrants.role, district: roleGrants.district, onBehalfOf: sql<string | null>`null::text` })
    .from(roleGrants)
    .where(and(eq(roleGrants.userId, userId), isLive(day)));
  const ofOthers = database
    .select({ role: roleGrants.role, district: roleGrants.district, onBehalfOf: standIns.officerId })
    .from(standIns)
    .innerJoin(roleGrants, eq(roleGrants.userId, standIns.officerId))
    .where(
      and(
        eq(standIns.standInId, userId),
        isNull(standIns.endedAt),
        lte(standIns.fromOn, day),
        gte(standIns.untilOn, day),
        inArray(roleGrants.role, [...standInRoles]),
        isLive(day),
      ),
    );
  const [ownGrants, otherGrants] = [await own, await ofOthers];
  return [...ownGrants, ...otherGrants];
}

export type RoleGrantRow = typeof roleGrants.$inferSelect;

/** All roles that these users hold, held or will hold, oldest first. */
export async function listRoleGrants(database: Database, userIds: readonly string[]): Promise<RoleGrantRow[]> {
  if (userIds.length === 0) return [];
  return database
    .select()
    .from(roleGrants)
    .where(inArray(roleGrants.userId, [...userIds]))
    .orderBy(asc(roleGrants.fromOn), asc(roleGrants.id));
}

/** Gives a role. @returns false when the user holds the same role, of the same district, already */
export async function insertRoleGrant(database: Database, grant: Omit<RoleGrantRow, "endedAt">): Promise<boolean> {
  const inserted = await database
    .insert(roleGrants)
    .values(grant)
    .onConflictDoNothing()
    .returning({ id: roleGrants.id });
  return inserted.length === 1;
}

/** Marks as ended what has run out before the day, so that the same role can be given anew. */
export async function endExpiredRoleGrants(database: Database, userId: string, day: string, at: Date): Promise<void> {
  await database
    .update(roleGrants)
    .set({ endedAt: at })
    .where(and(eq(roleGrants.userId, userId), isNull(roleGrants.endedAt), sql`${roleGrants.untilOn} < ${day}`));
}

/** Ends a role now. @returns false when the user has no such role, or it has ended */
export async function endRoleGrant(database: Database, userId: string, grantId: string, at: Date): Promise<boolean> {
  const ended = await database
    .update(roleGrants)
    .set({ endedAt: at })
    .where(and(eq(roleGrants.id, grantId), eq(roleGrants.userId, userId), isNull(roleGrants.endedAt)))
    .returning({ id: roleGrants.id });
  return ended.length === 1;
}

/** Keeps the administrators' roles from others until the transaction ends, so that two acts cannot take the last two at the same moment. */
export async function lockAdministrators(transaction: Database): Promise<void> {
  await transaction
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, "administrator"), isNull(roleGrants.endedAt)))
    .orderBy(asc(roleGrants.id))
    .for("update");
}

/** Roles that may do an act: of a district where they are bound to one. */
export type RoleInDistrict = { readonly role: StaffRole; readonly district: string | null };

/** Whether somebody, other than this user where one is named, holds one of the roles on the day and could sign in. */
export async function isColleagueThere(
  database: Database,
  except: string | null,
  among: readonly RoleInDistrict[],
  day: string,
): Promise<boolean> {
  if (among.length === 0) return false;
  const there = await database
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .innerJoin(users, eq(users.id, roleGrants.userId))
    .innerJoin(accounts, eq(accounts.userId, users.id))
    .where(
      and(
        or(
          ...among.map(({ role, district }) =>
            and(eq(roleGrants.role, role), district === null ? undefined : eq(roleGrants.district, district)),
          ),
        ),
        isLive(day),
        isNull(users.disabledAt),
        except === null ? undefined : ne(users.id, except),
      ),
    )
    .limit(1);
  return there.length === 1;
}

/** Whether an administrator is left besides this user. */
export function isAdministratorLeft(database: Database, except: string | null, day: string): Promise<boolean> {
  return isColleagueThere(database, except, [{ role: "administrator", district: null }], day);
}

export type StandInRow = typeof standIns.$inferSelect & { officerName: string; standInName: string };

/** All stand-ins in which these users take part, on either side, oldest first. */
export async function listStandIns(database: Database, userIds: readonly string[]): Promise<StandInRow[]> {
  if (userIds.length === 0) return [];
  const officers = alias(users, "officers");
  const others = alias(users, "others");
  const rows = await database
    .select({ standIn: standIns, officerName: officers.name, standInName: others.name })
    .from(standIns)
    .innerJoin(officers, eq(officers.id, standIns.officerId))
    .innerJoin(others, eq(others.id, standIns.standInId))
    .where(or(inArray(standIns.officerId, [...userIds]), inArray(standIns.standInId, [...userIds])))
    .orderBy(asc(standIns.fromOn), asc(standIns.id));
  return rows.map(({ standIn, ...names }) => ({ ...standIn, ...names }));
}

export async function insertStandIn(
  database: Database,
  standIn: Omit<typeof standIns.$inferSelect, "endedAt">,
): Promise<void> {
  await database.insert(standIns).values(standIn);
}

/** Ends a stand-in now. @returns false when the officer has no such stand-in, or it has ended */
export async function endStandIn(database: Database, officerId: string, standInId: string, at: Date): Promise<boolean> {
  const ended = await database
    .update(standIns)
    .set({ endedAt: at })
    .where(and(eq(standIns.id, standInId), eq(standIns.officerId, officerId), isNull(standIns.endedAt)))
    .returning({ id: standIns.id });
  return ended.length === 1;
}
