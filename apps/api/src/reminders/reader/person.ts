import { findUser, type RecipientRow } from "@shifan/db";
import { type Account, accountFrom, callerOf, isClosed } from "../../accounts/caller.ts";
import type { Person } from "../../acts/begin.ts";
import type { ProcedureServices } from "../../acts/services.ts";
import { organizationsFrom } from "../../connect.ts";

/** The person behind a recipient, as whom they act today; null for a prospect, an office, and an account that is closed. */
export async function personOf(
  { database, clock }: Pick<ProcedureServices, "database" | "clock">,
  { userId }: Pick<RecipientRow, "userId">,
  demo: boolean,
): Promise<{ account: Account; actor: Person } | null> {
  const user = userId === null ? null : await findUser(database, userId);
  if (user === null || isClosed(user, demo)) return null;
  const account = accountFrom(user);
  const actor = await callerOf({ database, organizationsOf: organizationsFrom(database) }, account).actorAt(
    clock.now(),
  );
  return { account, actor: { ...actor, userId: account.id } };
}
