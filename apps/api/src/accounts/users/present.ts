import type { User } from "@shifan/contract";
import {
  type Database,
  listRoleGrants,
  listStandIns,
  listUsersWithPassword,
  type RoleGrantRow,
  type StandInRow,
  type UserRow,
} from "@shifan/db";
import { type Actor, accessTable, permittingGrant, type Relation } from "@shifan/rules";
import { formatInstant } from "../../clock.ts";
import { canBeHandedOver } from "./personal-roles.ts";

/** What of an account decides who reaches it. */
export function relationOf(id: string): Relation {
  return { organization: null, district: null, account: id, isHandedIn: false, isPaper: false, isPublished: false };
}

/** Accounts as the actor gets to see them, in the order given. */
export async function presentUsers(database: Database, actor: Actor, rows: readonly UserRow[]): Promise<User[]> {
  const ids = rows.map(({ id }) => id);
  const grants = await listRoleGrants(database, ids);
  const standIns = await listStandIns(database, ids);
  const withPassword = await listUsersWithPassword(database, ids);
  return rows.map((row) => {
    const own = {
      grants: grants.filter(({ userId }) => userId === row.id),
      standIns: standIns.filter(({ officerId, standInId }) => officerId === row.id || standInId === row.id),
    };
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      kind: row.kind,
      disabledAt: instantOrNull(row.disabledAt),
      hasPassword: withPassword.has(row.id),
      hasSecondFactor: row.twoFactorEnabled,
      grants: own.grants.map(presentGrant),
      standIns: own.standIns.map(presentStandIn),
      createdAt: formatInstant(row.createdAt),
      allowedActs: allowedActs(actor, row, own),
    };
  });
}

function presentGrant({ id, role, district, fromOn, untilOn, endedAt }: RoleGrantRow) {
  return { id, role, district, from: fromOn, until: untilOn, endedAt: instantOrNull(endedAt) };
}

function presentStandIn({ id, fromOn, untilOn, endedAt, ...people }: StandInRow) {
  return {
    id,
    officer: { id: people.officerId, name: people.officerName },
    standIn: { id: people.standInId, name: people.standInName },
    from: fromOn,
    until: untilOn,
    endedAt: instantOrNull(endedAt),
  };
}

function instantOrNull(instant: Date | null): string | null {
  return instant === null ? null : formatInstant(instant);
}

/** When an act is open, apart from who may do it. */
function isOpen(
  act: string,
  actor: Actor,
  user: UserRow,
  own: { grants: readonly RoleGrantRow[]; standIns: readonly StandInRow[] },
): boolean {
  const isStaff = user.kind === "staff";
  switch (act) {
    case "edit":
      return true;
    case "invite":
      return isStaff && user.disabledAt === null;
    case "grant-role":
    case "stand-in":
      return isStaff;
    case "hand-over":
      return isStaff && own.grants.some(({ role, endedAt }) => endedAt === null && canBeHandedOver(role));
    case "end-role":
      return own.grants.some(({ endedAt }) => endedAt === null);
    case "end-stand-in":
      return own.standIns.some(({ officerId, endedAt }) => officerId === user.id && endedAt === null);
    case "reset-second-factor":
      return user.twoFactorEnabled && actor.userId !== user.id;
    case "disable":
      return user.disabledAt === null;
    case "enable":
      return user.disabledAt !== null;
    default:
      return false;
  }
}

function allowedActs(actor: Actor, user: UserRow, own: Parameters<typeof isOpen>[3]): string[] {
  return Object.keys(accessTable.users).filter(
    (act) => isOpen(act, actor, user, own) && permittingGrant(actor, "users", act, relationOf(user.id)) !== null,
  );
}
