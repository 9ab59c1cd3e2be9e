import type { StaffRole } from "@shifan/rules";
import { and, asc, count, desc, eq, gt, ilike, inArray, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Database } from "../database.ts";
import { roleGrants, users } from "../schema/index.ts";
import type { UserRow } from "./users.ts";

export const userSortFields = ["name", "email", "createdAt"] as const;
export type UserSortField = (typeof userSortFields)[number];

/** Which users; what is left out narrows nothing. */
export type UserFilter = {
  id?: readonly string[] | undefined;
  /** Part of the name or the e-mail. */
  q?: string | undefined;
  kind?: "staff" | "applicant" | undefined;
  /** Who holds this role, or will. */
  role?: StaffRole | undefined;
  disabled?: boolean | undefined;
};

export type UserPage = {
  sort: { field: UserSortField; descending: boolean };
  limit: number;
  /** Where the page begins: behind so many users, or behind the one with this value and id. */
  after: { skip: number } | { value: string; id: string };
};

/** @param only the one user beyond whom nothing is seen; null: all */
export async function listUsers(
  database: Database,
  only: string | null,
  filter: UserFilter,
  { sort, limit, after }: UserPage,
): Promise<UserRow[]> {
  const column = users[sort.field];
  const order = sort.descending ? desc : asc;
  const beyond = sort.descending ? lt : gt;
  let start: SQL | undefined;
  if ("id" in after) {
    const value = sort.field === "createdAt" ? new Date(after.value) : after.value;
    start = or(beyond(column, value), and(eq(column, value), beyond(users.id, after.id)));
  }
  return database
    .select()
    .from(users)
    .where(and(conditionOf(database, only, filter), start))
    .orderBy(order(column), order(users.id))
    .limit(limit)
    .offset("skip" in after ? after.skip : 0);
}

/** How many users there are, counted up to `limit`. */
export async function countUsers(
  database: Database,
  only: string | null,
  filter: UserFilter,
  limit: number | null,
): Promise<number> {
  const matching = database
    .select({ id: users.id })
    .from(users)
    .where(conditionOf(database, only, filter));
  const counted = limit === null ? matching.as("matching") : matching.limit(limit).as("matching");
  const [row] = await database.select({ total: count() }).from(counted);
  return Number(row?.total ?? 0);
}

function conditionOf(database: Database, only: string | null, filter: UserFilter): SQL | undefined {
  const { id, q, kind, role, disabled } = filter;
  const like = q === undefined ? undefined : `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const holders =
    role === undefined
      ? undefined
      : database
          .select({ id: roleGrants.userId })
          .from(roleGrants)
          .where(and(eq(roleGrants.role, role), isNull(roleGrants.endedAt)));
  return and(
    only === null ? undefined : eq(users.id, only),
    id === undefined ? undefined : inArray(users.id, [...id]),
    like === undefined ? undefined : or(ilike(users.name, like), ilike(users.email, like)),
    kind === undefined ? undefined : eq(users.kind, kind),
    holders === undefined ? undefined : inArray(users.id, holders),
    disabled === undefined ? undefined : disabled ? isNotNull(users.disabledAt) : isNull(users.disabledAt),
  );
}
