import type { FieldError, ProblemCode, User } from "@shifan/contract";
import { type Database, lockAdministrators, lockUser, reviseUser, type UserRow } from "@shifan/db";
import { type Actor, permittingGrant, type RefusalCode } from "@shifan/rules";
import type { AccountServices } from "../services.ts";
import { presentUsers, relationOf } from "./present.ts";

/** What an act does to a locked user, or why it does not. */
export type Changed =
  | {
      ok: true;
      /** What of the user itself changes. */
      change?: Parameters<typeof reviseUser>[2];
      /** The names of what changed. */
      fields: readonly string[];
      /** What the same act did to another account: its record has it as well. */
      also?: { id: string; act: string; fields: readonly string[] };
    }
  | ChangeRefused;
export type ChangeRefused = {
  ok: false;
  code: "wrong_state" | "role_held" | "last_administrator" | "second_person_required" | "invalid_input";
  detail?: string;
  errors?: readonly FieldError[];
};

export type ActCall = {
  actor: Actor;
  id: string;
  act: string;
  ground: string | undefined;
  /** What is wrong with the caller's knowledge of the user, by its revision; null when nothing is. */
  judgeRevision(revision: number): "if_match_required" | "stale" | null;
};

export type Acted =
  | { ok: true; user: User; revision: number }
  | {
      ok: false;
      code: ProblemCode & (ChangeRefused["code"] | "unknown_user" | "not_permitted" | "if_match_required" | "stale");
      detail?: string;
      errors?: readonly FieldError[];
      revision?: number;
    };

export type ActTime = { now: Date; today: string };

/**
 * One act on an account, in one transaction: lock it, judge who acts and whether they know what they change, change it, record it. Refusals are
 * recorded too.
 */
export async function actOnUser(
  services: AccountServices,
  call: ActCall,
  change: (transaction: Database, user: UserRow, time: ActTime) => Promise<Changed>,
): Promise<Acted> {
  const { database, clock, recordEntry } = services;
  const { actor, id, act, ground } = call;
  const time = { now: clock.now(), today: clock.today() };
  return database.transaction(async (transaction): Promise<Acted> => {
    await lockAdministrators(transaction);
    const user = await lockUser(transaction, id);
    const grant = permittingGrant(actor, "users", act, relationOf(id));
    const record = (outcome: "accepted" | RefusalCode, fields: readonly string[]) => {
      const entry = { actor, grant, resource: "users" as const, recordId: id, act, outcome, fields };
      return recordEntry(transaction, { ...entry, ground: ground ?? null, at: time.now });
    };
    if (user === null || permittingGrant(actor, "users", "read", relationOf(id)) === null) {
      if (user !== null) await record("not_permitted", []);
      return { ok: false, code: "unknown_user" };
    }
    if (grant === null) {
      await record("not_permitted", []);
      return { ok: false, code: "not_permitted" };
    }
    const unaware = call.judgeRevision(user.revision);
    if (unaware !== null) return { ok: false, code: unaware, revision: user.revision };
    const changed = await change(transaction, user, time);
    if (!changed.ok) {
      if (changed.code === "second_person_required") await record("second_person_required", []);
      else if (changed.code !== "invalid_input") await record("wrong_state", []);
      return changed;
    }
    const revised = await reviseUser(transaction, id, changed.change ?? {}, time.now);
    await record("accepted", changed.fields);
    if (changed.also !== undefined) {
      const { id: other, act: done, fields } = changed.also;
      await reviseUser(transaction, other, {}, time.now);
      const entry = {
        actor,
        grant,
        resource: "users" as const,
        recordId: other,
        act: done,
        outcome: "accepted" as const,
      };
      await recordEntry(transaction, { ...entry, fields, ground: ground ?? null, at: time.now });
    }
    const [presented] = await presentUsers(transaction, actor, [revised]);
    if (presented === undefined) throw new Error("a user who was revised is gone");
    return { ok: true, user: presented, revision: revised.revision };
  });
}
