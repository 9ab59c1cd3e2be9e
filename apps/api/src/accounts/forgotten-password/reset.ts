import type { FieldError } from "@shifan/contract";
import { deleteVerificationsOf, lockUser, type UserRow } from "@shifan/db";
import { resetLinkPrefix } from "../authentication.ts";
import { isClosed } from "../caller.ts";
import { outcomeOf } from "../outcome.ts";
import { passwordFaults } from "../passwords.ts";
import type { AccountServices } from "../services.ts";

export type Reset =
  | { ok: true; user: UserRow }
  | { ok: false; code: "unknown_reset_link" | "invalid_input"; errors?: readonly FieldError[] };

/**
 * Sets the password of whoever holds a link, once and within its time, in one transaction with its entry in the audit trail. All sessions end,
 * sign-ins that wait for their code and other links are void; the second factor stays as it is.
 */
export async function resetPassword(services: AccountServices, token: string, newPassword: string): Promise<Reset> {
  const { database, clock, demo, recordEntry } = services;
  return database.transaction(async (transaction): Promise<Reset> => {
    const authentication = services.authenticationOn(transaction);
    const { internalAdapter } = await authentication.$context;
    const link = await internalAdapter.findVerificationValue(resetLinkPrefix + token);
    const user = link === null ? null : await lockUser(transaction, link.value);
    const isOpen = link !== null && clock.machine() < link.expiresAt;
    if (user === null || !isOpen || isClosed(user, demo)) return { ok: false, code: "unknown_reset_link" };
    const errors = passwordFaults(newPassword, user, "/newPassword");
    if (errors.length > 0) return { ok: false, code: "invalid_input", errors };
    const outcome = await outcomeOf(authentication.api.resetPassword({ body: { token, newPassword } }));
    // Used by another while this one waited for the lock.
    if (!outcome.ok) return { ok: false, code: "unknown_reset_link" };
    await deleteVerificationsOf(transaction, user.id);
    await recordEntry(transaction, {
      // Whoever holds the link acts as the account, under none of its roles.
      actor: { userId: user.id, grants: [] },
      grant: null,
      resource: "users",
      recordId: user.id,
      act: "reset-password",
      outcome: "accepted",
      fields: ["password"],
      ground: null,
      at: clock.now(),
    });
    return { ok: true, user };
  });
}
