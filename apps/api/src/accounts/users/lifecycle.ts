import {
  type Database,
  deleteSecondFactorOf,
  deleteSessionsOf,
  isAdministratorLeft,
  listRoleGrants,
  type UserRow,
} from "@shifan/db";
import type { Actor } from "@shifan/rules";
import type { ActTime, Changed } from "./act.ts";

/** Closes an account: its sessions end at once and none begins. Whoever stands in for the officer goes on. */
export async function disableUser(transaction: Database, user: UserRow, { now, today }: ActTime): Promise<Changed> {
  if (user.disabledAt !== null) return { ok: false, code: "wrong_state", detail: "这个账号已经停用。" };
  const grants = await listRoleGrants(transaction, [user.id]);
  const isAdministrator = grants.some(({ role, endedAt }) => role === "administrator" && endedAt === null);
  if (isAdministrator && !(await isAdministratorLeft(transaction, user.id, today))) {
    return { ok: false, code: "last_administrator" };
  }
  await deleteSessionsOf(transaction, user.id);
  return { ok: true, change: { disabledAt: now }, fields: ["disabledAt"] };
}

export function enableUser(user: UserRow): Changed {
  if (user.disabledAt === null) return { ok: false, code: "wrong_state", detail: "这个账号没有停用。" };
  return { ok: true, change: { disabledAt: null }, fields: ["disabledAt"] };
}

/** Forgets the second factor of somebody who came in person: sessions end, the next sign-in sets up a new one. Nobody does it for themselves. */
export async function resetSecondFactor(transaction: Database, user: UserRow, actor: Actor): Promise<Changed> {
  if (actor.userId === user.id) return { ok: false, code: "second_person_required" };
  if (!user.twoFactorEnabled) return { ok: false, code: "wrong_state", detail: "这个账号还没有设置二次验证。" };
  await deleteSecondFactorOf(transaction, user.id);
  await deleteSessionsOf(transaction, user.id);
  return { ok: true, change: { twoFactorEnabled: false }, fields: ["secondFactor"] };
}
