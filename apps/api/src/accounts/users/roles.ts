import { randomUUID } from "node:crypto";
import type { GrantRole } from "@shifan/contract";
import {
  type Database,
  endExpiredRoleGrants,
  endRoleGrant,
  insertRoleGrant,
  isAdministratorLeft,
  listRoleGrants,
  type UserRow,
} from "@shifan/db";
import type { ActTime, Changed } from "./act.ts";
import { roleFaults } from "./periods.ts";

/** Gives a member of staff a role for a time. */
export async function grantRole(
  transaction: Database,
  user: UserRow,
  given: GrantRole,
  { now, today, isDistrict }: ActTime & { isDistrict(id: string): boolean },
): Promise<Changed> {
  if (user.kind !== "staff") {
    return { ok: false, code: "wrong_state", detail: "申报单位的账号不能有工作人员的角色；请另发邀请。" };
  }
  const errors = roleFaults(given, { today, isDistrict }, "");
  if (errors.length > 0) return { ok: false, code: "invalid_input", errors };
  await endExpiredRoleGrants(transaction, user.id, today, now);
  const granted = await insertRoleGrant(transaction, grantRowOf(user.id, given, { now, today }));
  return granted ? { ok: true, fields: ["grants"] } : { ok: false, code: "role_held" };
}

export function grantRowOf(userId: string, { role, district, from, until }: GrantRole, { now, today }: ActTime) {
  return {
    id: randomUUID(),
    userId,
    role,
    district: district ?? null,
    fromOn: from ?? today,
    untilOn: until ?? null,
    createdAt: now,
  };
}

/** Ends a role at once. Somebody must stay who can look after the accounts. */
export async function endRole(
  transaction: Database,
  user: UserRow,
  grantId: string,
  { now, today }: ActTime,
): Promise<Changed> {
  const grants = await listRoleGrants(transaction, [user.id]);
  const grant = grants.find(({ id, endedAt }) => id === grantId && endedAt === null);
  if (grant === undefined) return { ok: false, code: "wrong_state", detail: "没有这个角色，或者已经结束。" };
  if (grant.role === "administrator" && !(await isAdministratorLeft(transaction, user.id, today))) {
    return { ok: false, code: "last_administrator" };
  }
  await endRoleGrant(transaction, user.id, grantId, now);
  return { ok: true, fields: ["grants"] };
}
