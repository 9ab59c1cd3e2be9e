import { createHmac, randomBytes, randomUUID } from "node:crypto";
import type { FieldError, InviteUser, UserInvited } from "@shifan/contract";
import {
  type Database,
  findUser,
  insertRoleGrant,
  insertUser,
  replaceInvitation,
  takeRequestKey,
  type UserRow,
} from "@shifan/db";
import { type Actor, permittingGrant } from "@shifan/rules";
import { formatInstant } from "../../clock.ts";
import { hashOf } from "../../http/bearer.ts";
import type { AccountServices } from "../services.ts";
import type { ActTime, Changed } from "./act.ts";
import { roleFaults } from "./periods.ts";
import { presentUsers, relationOf } from "./present.ts";
import { grantRowOf } from "./roles.ts";

/** How long an invitation is open. */
export const invitationMilliseconds = 7 * 24 * 60 * 60 * 1_000;

export type Invited =
  | { ok: true; invited: UserInvited; revision: number }
  | {
      ok: false;
      code: "not_permitted" | "invalid_input" | "email_taken" | "role_held" | "idempotency_key_reused";
      errors?: readonly FieldError[];
    };

/** Invites a new member of staff with the first roles. The token of the invitation is told here alone; the same key gets the same one. */
export async function inviteUser(
  services: AccountServices & { isDistrict(id: string): boolean },
  actor: Actor,
  invited: InviteUser,
  idempotency: { key: string; keyHash: string; bodyHash: string },
): Promise<Invited> {
  const { database, clock, recordEntry } = services;
  const time = { now: clock.now(), today: clock.today() };
  const id = randomUUID();
  const grant = permittingGrant(actor, "users", "invite", relationOf(id));
  const entry = { actor, grant, resource: "users" as const, recordId: id, act: "invite", ground: null, at: time.now };
  const recordRefusal = (outcome: "not_permitted" | "wrong_state") =>
    database.transaction((transaction) => recordEntry(transaction, { ...entry, outcome, fields: [] }));
  if (grant === null) {
    await recordRefusal("not_permitted");
    return { ok: false, code: "not_permitted" };
  }
  const errors = invited.grants.flatMap((given, index) =>
    roleFaults(given, { today: time.today, isDistrict: services.isDistrict }, `/grants/${index}`),
  );
  if (errors.length > 0) return { ok: false, code: "invalid_input", errors };
  return database
    .transaction(async (transaction): Promise<Invited> => {
      const { keyHash, bodyHash } = idempotency;
      const machine = clock.machine();
      const before = await takeRequestKey(transaction, { keyHash, bodyHash, recordId: id, createdAt: machine });
      if (before !== null && before.bodyHash !== bodyHash) return { ok: false, code: "idempotency_key_reused" };
      const userId = before?.recordId ?? id;
      if (before === null) {
        await addStaff(transaction, { id, ...invited }, time);
        await recordEntry(transaction, { ...entry, outcome: "accepted", fields: ["name", "email", "grants"] });
      }
      const user = await findUser(transaction, userId);
      if (user === null) throw new Error("a user who was invited is gone");
      const token = deriveToken(services.sessionSecret, idempotency.key, userId);
      const expiresAt = new Date(user.createdAt.getTime() + invitationMilliseconds);
      if (before === null) await keepInvitation(transaction, user.id, token, time.now, expiresAt);
      const [presented] = await presentUsers(transaction, actor, [user]);
      if (presented === undefined) throw new Error("a user who was invited is gone");
      const invitation = invitationOf(services.publicUrl, token, expiresAt);
      return { ok: true, invited: { user: presented, invitation }, revision: user.revision };
    })
    .catch(async (cause) => {
      if (!(cause instanceof NotInvited)) throw cause;
      await recordRefusal("wrong_state");
      return { ok: false, code: cause.code };
    });
}

/** Takes everything back that was done for an invitation which cannot be given. */
export class NotInvited extends Error {
  readonly code: "email_taken" | "role_held";

  constructor(code: NotInvited["code"]) {
    super(code);
    this.code = code;
  }
}

/** @throws NotInvited when the e-mail belongs to another or a role stands twice */
export async function addStaff(
  transaction: Database,
  staff: InviteUser & { id: string },
  time: ActTime,
): Promise<void> {
  const { id, name, email } = staff;
  const user = { id, name, email: email.toLowerCase(), kind: "staff" as const, createdAt: time.now };
  if (!(await insertUser(transaction, user))) throw new NotInvited("email_taken");
  for (const given of staff.grants) {
    if (!(await insertRoleGrant(transaction, grantRowOf(id, given, time)))) throw new NotInvited("role_held");
  }
}

/** Invites somebody again who lost the link or forgot the password. The second factor stays, so that the link alone opens nothing. */
export async function inviteAgain(
  transaction: Database,
  user: UserRow,
  { now, publicUrl }: ActTime & { publicUrl: string },
): Promise<{ changed: Changed; invitation: UserInvited["invitation"] | null }> {
  if (user.kind !== "staff" || user.disabledAt !== null) {
    const detail = "只能邀请在用的工作人员账号。";
    return { changed: { ok: false, code: "wrong_state", detail }, invitation: null };
  }
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + invitationMilliseconds);
  await keepInvitation(transaction, user.id, token, now, expiresAt);
  return {
    changed: { ok: true, fields: ["invitation"] },
    invitation: invitationOf(publicUrl, token, expiresAt),
  };
}

function keepInvitation(transaction: Database, userId: string, token: string, createdAt: Date, expiresAt: Date) {
  return replaceInvitation(transaction, { tokenHash: hashOf(token), userId, createdAt, expiresAt });
}

/** The page of the console where the password is set. The token stands behind the #, so that no server and no log sees it. */
export function invitationOf(publicUrl: string, token: string, expiresAt: Date): UserInvited["invitation"] {
  return { token, link: `${publicUrl}/admin/#/invitation/${token}`, expiresAt: formatInstant(expiresAt) };
}

/** The token of an invitation made with a key, so that it can be told again to whoever repeats the request, and is kept nowhere. */
function deriveToken(sessionSecret: string, key: string, userId: string): string {
  return createHmac("sha256", sessionSecret)
    .update(JSON.stringify(["invitation", key, userId]))
    .digest("base64url");
}
