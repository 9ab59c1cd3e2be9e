import { eq, inArray } from "drizzle-orm";
import type { Database } from "../database.ts";
import { chatSessions, reminderRecipients } from "../schema/index.ts";

/** Whoever asked to be reminded after a self-check, with the self-check's revision: it is the same as long as that is. */
export type Prospect = { recipientId: string; sessionId: string; revision: number };

/** Everybody who asked to be reminded after a self-check. */
export async function listProspects(database: Database): Promise<Prospect[]> {
  const rows = await database
    .select({
      recipientId: reminderRecipients.id,
      sessionId: reminderRecipients.sessionId,
      revision: chatSessions.revision,
    })
    .from(reminderRecipients)
    .innerJoin(chatSessions, eq(chatSessions.id, reminderRecipients.sessionId))
    .where(eq(reminderRecipients.kind, "prospect"))
    .orderBy(reminderRecipients.id);
  return rows as Prospect[];
}

/** The answers of a self-check, with the day on which the last was given. */
export type SelfCheckRow = Pick<
  typeof chatSessions.$inferSelect,
  "id" | "policyId" | "policyVersion" | "state" | "lastUsedOn"
>;

/** Self-checks by their ids, in no order. */
export async function listSelfChecks(database: Database, ids: readonly string[]): Promise<SelfCheckRow[]> {
  if (ids.length === 0) return [];
  const { id, policyId, policyVersion, state, lastUsedOn } = chatSessions;
  return database
    .select({ id, policyId, policyVersion, state, lastUsedOn })
    .from(chatSessions)
    .where(inArray(id, [...ids]));
}
