import { findUserByEmail, listUsersWithPassword } from "@shifan/db";
import { isClosed } from "../caller.ts";
import type { AccountServices } from "../services.ts";
import { resetRequestsFor } from "../slowing.ts";

/**
 * Sends a link for a new password where an account may have one; whoever asks is not told. It goes to the mailbox of the account and to no
 * other. A mailbox gets a few at once, whoever asks and from wherever: then one after each pause.
 */
export async function requestReset(services: AccountServices, email: string): Promise<void> {
  const { database, demo, authentication } = services;
  const isFlooded = (await resetRequestsFor(services, email).take()) !== null;
  const user = await findUserByEmail(database, email.toLowerCase());
  if (isFlooded || user === null || isClosed(user, demo)) return;
  // Who was invited and has no password yet comes by the invitation: its link was handed to a person, not sent to what was typed as an address.
  if (!(await listUsersWithPassword(database, [user.id])).has(user.id)) return;
  await authentication.api.requestPasswordReset({ body: { email: user.email } });
}
