import type { TaskKind } from "@shifan/contract";
import {
  countEndingRoles,
  countEndingStandIns,
  countExpiredInvitations,
  countWithoutSecondFactor,
  type WaitingAccounts,
} from "@shifan/db";
import { formatDate, parseDate } from "@shifan/rules";
import { daysAhead, type Found, spellDay, type TaskContext, type TaskSource, workOn } from "../source.ts";

/** What an administrator has to see to among the accounts of staff. */
export const accountsToSeeTo: TaskSource = async (context) => {
  if (context.reach("users", "invite") === null) return [];
  const { services, today, now } = context;
  const { database } = services;
  const ahead = { from: today, to: formatDate((parseDate(today) ?? 0) + daysAhead) };
  return [
    ...tell(context, await countExpiredInvitations(database, now), {
      kind: "invitations_expired",
      say: (count) => `邀请过期、还没有启用的账号${count}个，需要重新邀请`,
    }),
    ...tell(context, await countWithoutSecondFactor(database, today), {
      kind: "second_factor_missing",
      say: (count) => `没有设置二次验证的工作账号${count}个`,
    }),
    ...tell(context, await countEndingRoles(database, ahead), {
      kind: "roles_ending",
      say: (count, first) => `30天内角色到期的账号${count}个，最早${first}`,
      isDue: true,
    }),
    ...tell(context, await countEndingStandIns(database, ahead), {
      kind: "stand_ins_ending",
      say: (count, first) => `30天内代管到期的账号${count}个，最早${first}`,
      isDue: true,
    }),
  ];
};

function tell(
  { today }: TaskContext,
  { count, firstOn, ids }: WaitingAccounts,
  told: { kind: TaskKind; say: (count: number, first: string) => string; isDue?: boolean },
): Found[] {
  if (count === 0) return [];
  const id = count === 1 ? (ids[0] ?? null) : null;
  return [
    {
      kind: told.kind,
      text: told.say(count, firstOn === null ? "" : spellDay(firstOn, today)),
      article: null,
      count,
      dueOn: told.isDue === true ? firstOn : null,
      work: workOn("users", { id }, { id: ids }),
    },
  ];
}
