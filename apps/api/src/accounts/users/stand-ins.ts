import { randomUUID } from "node:crypto";
import type { BeginStandIn } from "@shifan/contract";
import { type Database, endStandIn, findUser, insertStandIn, listRoleGrants, type UserRow } from "@shifan/db";
import { standInRoles } from "../caller.ts";
import type { ActTime, Changed } from "./act.ts";
import { periodFaults } from "./periods.ts";

/** Lets another member of staff act for this officer from one day to another (代管). Both names stand in the record of what is done meanwhile. */
export async function beginStandIn(
  transaction: Database,
  officer: UserRow,
  { standIn, from, until }: BeginStandIn,
  { now, today }: ActTime,
): Promise<Changed> {
  const held = await listRoleGrants(transaction, [officer.id]);
  if (!held.some(({ role, endedAt }) => endedAt === null && standInRoles.some((known) => known === role))) {
    return { ok: false, code: "wrong_state", detail: "只有市、区县（市）工作人员可以由别人代管。" };
  }
  const other = await findUser(transaction, standIn);
  const fault = (message: string): Changed => {
    return { ok: false, code: "invalid_input", errors: [{ path: "/standIn", code: "not_allowed", message }] };
  };
  if (standIn === officer.id) return fault("不能代管自己");
  if (other === null || other.kind !== "staff" || other.disabledAt !== null) return fault("没有这位在用的工作人员");
  const errors = periodFaults({ from: from ?? today, until }, today, "");
  if (errors.length > 0) return { ok: false, code: "invalid_input", errors };
  await insertStandIn(transaction, {
    id: randomUUID(),
    officerId: officer.id,
    standInId: standIn,
    fromOn: from ?? today,
    untilOn: until,
    createdAt: now,
  });
  return { ok: true, fields: ["standIns"] };
}

/** Ends a stand-in at once, before its last day. */
export async function stopStandIn(
  transaction: Database,
  officer: UserRow,
  standInId: string,
  { now }: ActTime,
): Promise<Changed> {
  const ended = await endStandIn(transaction, officer.id, standInId, now);
  return ended
    ? { ok: true, fields: ["standIns"] }
    : { ok: false, code: "wrong_state", detail: "没有这次代管，或者已经结束。" };
}
