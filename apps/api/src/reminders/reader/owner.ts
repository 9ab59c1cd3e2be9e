import type { Database } from "@shifan/db";
import { findChatSession, type RecipientKey } from "@shifan/db";
import { z } from "zod";
import { accountOf, type Caller } from "../../accounts/caller.ts";
import { holderOfToken } from "../../chat/holder.ts";
import { type Headed, readBearer } from "../../http/bearer.ts";

/** Whose reminders a call is about: those of the account, or of the self-check whose token it carries. */
export type ReminderOwner = Exclude<RecipientKey, { office: string }>;

/** The header in which a call with the token of a self-check names the self-check. */
export const ownerHeaders = z.object({
  "chat-session": z
    .string()
    .max(100)
    .optional()
    .meta({ description: "没有账号的：自查的编号，凭证放在 Authorization: Bearer 里" }),
});

/** Both ways in, for the description of a route. */
export const ownerSecurity = [{ sessionCookie: [] }, { sessionToken: [] }];

/**
 * Decides who the recipient is: whoever has a token for a self-check speaks for it, whoever is signed in for the account.
 *
 * @returns null where it is nobody
 */
export async function ownerOf(
  context: Headed & { get(key: "caller"): Caller },
  { database }: { database: Database },
): Promise<ReminderOwner | null> {
  const token = readBearer(context);
  const sessionId = context.req.header("chat-session");
  if (token !== null && sessionId !== undefined) {
    const found = await findChatSession(database, sessionId, null);
    return found !== null && holderOfToken(token)(found.session) ? { sessionId } : null;
  }
  const account = accountOf(context);
  return account === null ? null : { userId: account.id };
}
