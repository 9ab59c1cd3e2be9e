import { randomUUID } from "node:crypto";
import type { HandOver } from "@shifan/contract";
import {
  type Database,
  endExpiredRoleGrants,
  endRoleGrant,
  insertRoleGrant,
  isAdministratorLeft,
  listRoleGrants,
  listUsersWithPassword,
  lockUser,
  type RoleGrantRow,
  type UserRow,
} from "@shifan/db";
import type { ActTime, Changed } from "./act.ts";
import { canBeHandedOver } from "./personal-roles.ts";

/**
 * Hands a role of this officer over to another member of staff (交接): the other has it from now on, with the same district and the same last
 * day, and this officer's ends in the same moment, so that no work is ever nobody's.
 */
export async function handOver(
  transaction: Database,
  officer: UserRow,
  { grant: grantId, to }: Pick<HandOver, "grant" | "to">,
  { now, today }: ActTime,
): Promise<Changed> {
  const held = await listRoleGrants(transaction, [officer.id]);
  const grant = held.find(({ id, endedAt }) => id === grantId && endedAt === null);
  if (grant === undefined || (grant.untilOn !== null && grant.untilOn < today)) {
    return { ok: false, code: "wrong_state", detail: "没有这个角色，或者已经结束。" };
  }
  if (!canBeHandedOver(grant.role)) {
    return { ok: false, code: "wrong_state", detail: "评审由专家本人做，不能交接；请另行抽取专家。" };
  }
  const fault = (message: string): Changed => {
    return { ok: false, code: "invalid_input", errors: [{ path: "/to", code: "not_allowed", message }] };
  };
  if (to === officer.id) return fault("接手的要是另一个人");
  const successor = await lockUser(transaction, to);
  if (successor === null || successor.kind !== "staff" || successor.disabledAt !== null) {
    return fault("没有这位在用的工作人员");
  }
  if (grant.role === "administrator" && !(await staysLookedAfter(transaction, { officer, successor, grant, today }))) {
    return { ok: false, code: "last_administrator" };
  }
  await endExpiredRoleGrants(transaction, to, today, now);
  const given = await insertRoleGrant(transaction, {
    id: randomUUID(),
    userId: to,
    role: grant.role,
    district: grant.district,
    fromOn: grant.fromOn > today ? grant.fromOn : today,
    untilOn: grant.untilOn,
    createdAt: now,
  });
  if (!given) return fault("这位工作人员已经有这个角色，结束本人的角色就可以");
  await endRoleGrant(transaction, officer.id, grantId, now);
  return { ok: true, fields: ["grants"], also: { id: to, act: "grant-role", fields: ["grants"] } };
}

/** Whether somebody can look after the accounts afterwards: another administrator, or the successor, who has set a password by now. */
async function staysLookedAfter(
  transaction: Database,
  { officer, successor, grant, today }: { officer: UserRow; successor: UserRow; grant: RoleGrantRow; today: string },
): Promise<boolean> {
  if (await isAdministratorLeft(transaction, officer.id, today)) return true;
  return grant.fromOn <= today && (await listUsersWithPassword(transaction, [successor.id])).has(successor.id);
}
