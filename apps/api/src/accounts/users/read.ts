import type { User } from "@shifan/contract";
import { countUsers, type Database, findUser, listUsers, type UserFilter, type userSortFields } from "@shifan/db";
import { type Actor, mayEver, permittingGrant, reachableBy } from "@shifan/rules";
import type { ListRequest } from "../../http/list.ts";
import { presentUsers, relationOf } from "./present.ts";

type Field = (typeof userSortFields)[number];

/** A page of the accounts that the actor may see: all, or the own one. */
export async function readUsers(
  database: Database,
  actor: Actor,
  list: ListRequest<Field, UserFilter>,
): Promise<
  | { ok: true; users: User[]; total: number; last: { value: string; id: string } | null }
  | { ok: false; code: "not_permitted" | "invalid_input" }
> {
  if (!mayEver(actor, "users", "read")) return { ok: false, code: "not_permitted" };
  const seesAll = reachableBy(actor, "users", "read").some(({ scope }) => scope === "all");
  const only = seesAll ? null : actor.userId;
  const { sort, limit, from, after, filter, countUpTo } = list;
  if (after !== null && sort.field === "createdAt" && Number.isNaN(Date.parse(after.value))) {
    return { ok: false, code: "invalid_input" };
  }
  const rows = await listUsers(database, only, filter, { sort, limit, after: after ?? { skip: from } });
  const total = await countUsers(database, only, filter, countUpTo);
  const last = rows.at(-1);
  const sortedBy = (row: typeof last) =>
    sort.field === "createdAt" ? row?.createdAt.toISOString() : row?.[sort.field];
  return {
    ok: true,
    users: await presentUsers(database, actor, rows),
    total,
    last: last === undefined ? null : { value: sortedBy(last) ?? "", id: last.id },
  };
}

/** One account with its revision; null when there is none that the actor may see. */
export async function readUser(
  database: Database,
  actor: Actor,
  id: string,
): Promise<{ user: User; revision: number } | null> {
  if (permittingGrant(actor, "users", "read", relationOf(id)) === null) return null;
  const row = await findUser(database, id);
  if (row === null) return null;
  const [user] = await presentUsers(database, actor, [row]);
  return user === undefined ? null : { user, revision: row.revision };
}
