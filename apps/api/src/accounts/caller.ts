import { type Database, listLiveGrants, type UserRow } from "@shifan/db";
import { type Actor, type Grant, publicActor, type StaffRole } from "@shifan/rules";
import { dayInShanghai } from "../clock.ts";
import { isDemonstrationEmail } from "../demonstration/accounts.ts";
import type { OrganizationsOf } from "./ports.ts";

/** Whose session a request carries. */
export type Account = Pick<UserRow, "id" | "name" | "email" | "kind" | "twoFactorEnabled">;

/** An account as the authentication names it. */
export function accountFrom(user: object): Account {
  const { id, name, email, kind, twoFactorEnabled } = user as Account;
  return { id, name, email, kind, twoFactorEnabled: twoFactorEnabled === true };
}

/** Whether an account cannot be used: disabled, or one of the demonstration outside of one. */
export function isClosed(user: { email: string; disabledAt?: Date | null | undefined }, demo: boolean): boolean {
  return Boolean(user.disabledAt) || (!demo && isDemonstrationEmail(user.email));
}

/** Who calls: the account of the session, null for anybody without one, and as whom the caller acts at an instant. */
export type Caller = { account: Account | null; actorAt(now: Date): Promise<Actor> };

/** What of a request tells the caller; set once, before every route. */
export type CallerVariables = { caller: Caller };

type CallerContext = { get(key: "caller"): Caller };

export function accountOf(context: CallerContext): Account | null {
  return context.get("caller").account;
}

/**
 * As whom the caller acts: with the roles that are valid on the day of `now` in Shanghai, those of officers for whom the caller stands in
 * (代管) included; the public actor without a session. Looked up once for a request and day.
 */
export function actorOf(context: CallerContext, now: Date): Promise<Actor> {
  return context.get("caller").actorAt(now);
}

/** Whom one can stand in for: officers. An expert scores in person, and an auditor's and an administrator's account is theirs alone. */
export const standInRoles = ["district", "city"] as const satisfies readonly StaffRole[];

export function callerOf(
  services: { database: Database; organizationsOf: OrganizationsOf },
  account: Account | null,
): Caller {
  const known = new Map<string, Promise<Actor>>();
  return {
    account,
    actorAt: (now) => {
      const day = dayInShanghai(now);
      const actor = known.get(day) ?? findActor(services, account, day);
      known.set(day, actor);
      return actor;
    },
  };
}

async function findActor(
  { database, organizationsOf }: { database: Database; organizationsOf: OrganizationsOf },
  account: Account | null,
  day: string,
): Promise<Actor> {
  if (account === null) return publicActor;
  if (account.kind === "staff") {
    const live = await listLiveGrants(database, account.id, day, standInRoles);
    return { userId: account.id, grants: live.map((grant) => ({ ...grant, organizations: [] })) };
  }
  const organizations = await organizationsOf(account.id, day);
  const grant = (role: Grant["role"], ids: readonly string[]): Grant => {
    return { role, district: null, organizations: ids, onBehalfOf: null };
  };
  const platforms = organizations.filter(({ isPlatform }) => isPlatform).map(({ id }) => id);
  const applicant = grant(
    "applicant",
    organizations.map(({ id }) => id),
  );
  return {
    userId: account.id,
    grants: platforms.length === 0 ? [applicant] : [applicant, grant("platform", platforms)],
  };
}
