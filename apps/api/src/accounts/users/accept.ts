import { randomUUID } from "node:crypto";
import type { FieldError } from "@shifan/contract";
import { deleteSessionsOf, findInvitation, lockUser, setPasswordHash, type UserRow, useInvitation } from "@shifan/db";
import { hashOf } from "../../http/bearer.ts";
import { passwordFaults } from "../passwords.ts";
import type { AccountServices } from "../services.ts";

export type Accepted =
  | { ok: true; user: UserRow }
  | { ok: false; code: "unknown_invitation" | "invalid_input"; errors?: readonly FieldError[] };

/** Sets the password of whoever holds an invitation, once and within its time. Sessions under an earlier password end. */
export async function acceptInvitation(
  { database, clock, passwordHashes }: Pick<AccountServices, "database" | "clock" | "passwordHashes">,
  token: string,
  password: string,
): Promise<Accepted> {
  const passwordHash = await passwordHashes.hash(password);
  const tokenHash = hashOf(token);
  return database.transaction(async (transaction): Promise<Accepted> => {
    const now = clock.now();
    const found = await findInvitation(transaction, tokenHash);
    const user = found === null ? null : await lockUser(transaction, found.userId);
    // Whatever happens to an invitation happens under the lock of its user: what was found before it may be void by now.
    const invitation = await findInvitation(transaction, tokenHash);
    const isOpen = invitation !== null && invitation.usedAt === null && now < invitation.expiresAt;
    if (user === null || user.disabledAt !== null || !isOpen) return { ok: false, code: "unknown_invitation" };
    const errors = passwordFaults(password, user, "/password");
    if (errors.length > 0) return { ok: false, code: "invalid_input", errors };
    await setPasswordHash(transaction, { accountId: randomUUID(), userId: user.id, passwordHash, at: now });
    await useInvitation(transaction, tokenHash, now);
    await deleteSessionsOf(transaction, user.id);
    return { ok: true, user };
  });
}
