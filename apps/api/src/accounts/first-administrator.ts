import { randomBytes, randomUUID } from "node:crypto";
import {
  type Database,
  findUserByEmail,
  insertRoleGrant,
  isAdministratorLeft,
  lockAdministrators,
  replaceInvitation,
} from "@shifan/db";
import { systemActor } from "@shifan/rules";
import type { Clock } from "../clock.ts";
import { hashOf } from "../http/bearer.ts";
import type { RecordEntry } from "./ports.ts";
import { addStaff, invitationMilliseconds, invitationOf } from "./users/invite.ts";

type Created =
  | { ok: true; invitation: { link: string; expiresAt: string } }
  | { ok: false; code: "administrator_exists" | "email_taken" };

/**
 * Makes the first administrator and invites them; refused while there is one who can sign in. Called again before the invitation was used, it
 * invites anew.
 */
export async function createFirstAdministrator(
  services: { database: Database; clock: Clock; publicUrl: string; recordEntry: RecordEntry },
  { name, email }: { name: string; email: string },
): Promise<Created> {
  const { database, clock, publicUrl, recordEntry } = services;
  const time = { now: clock.now(), today: clock.today() };
  return database.transaction(async (transaction): Promise<Created> => {
    await lockAdministrators(transaction);
    if (await isAdministratorLeft(transaction, null, time.today)) return { ok: false, code: "administrator_exists" };
    const known = await findUserByEmail(transaction, email.toLowerCase());
    if (known !== null && (known.kind !== "staff" || known.disabledAt !== null))
      return { ok: false, code: "email_taken" };
    const id = known?.id ?? randomUUID();
    const role = "administrator" as const;
    if (known === null) await addStaff(transaction, { id, name, email, grants: [{ role }] }, time);
    else {
      const grant = { id: randomUUID(), userId: id, role, district: null, fromOn: time.today, untilOn: null };
      await insertRoleGrant(transaction, { ...grant, createdAt: time.now });
    }
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(time.now.getTime() + invitationMilliseconds);
    await replaceInvitation(transaction, { tokenHash: hashOf(token), userId: id, createdAt: time.now, expiresAt });
    await recordEntry(transaction, {
      actor: systemActor,
      grant: systemActor.grants[0] ?? null,
      resource: "users",
      recordId: id,
      act: "invite",
      outcome: "accepted",
      fields: ["name", "email", "grants"],
      ground: "首位管理员",
      at: time.now,
    });
    return { ok: true, invitation: invitationOf(publicUrl, token, expiresAt) };
  });
}
