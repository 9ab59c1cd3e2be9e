import { and, asc, eq, exists, inArray, isNull, lt, not, or } from "drizzle-orm";
import type { Database } from "../database.ts";
import { chatEntries, chatSessions, reminderAddresses, reminderRecipients } from "../schema/index.ts";
import { runStatement } from "../statements.ts";

export type ChatEntryRow = typeof chatEntries.$inferSelect;

/** What an input needs of its session. */
export type ChatSessionRow = Pick<
  typeof chatSessions.$inferSelect,
  "id" | "tokenHash" | "policyId" | "policyVersion" | "state" | "revision" | "windowStartedAt" | "windowInputs"
>;

/** A session as it begins, with its welcome. */
export type NewChatSession = {
  id: string;
  tokenHash: string | null;
  policyId: string;
  policyVersion: number;
  state: unknown;
  turn: unknown;
  /** The caller's number of the input that began the session, where one did. */
  seq?: number | null;
  at: Date;
  /** `at` as a day in Asia/Shanghai. */
  day: string;
};

/** Begins a session. Inside a transaction, when something must begin with it. */
export async function insertChatSession(database: Database, session: NewChatSession): Promise<void> {
  const inserted = database.$with("inserted").as(
    database
      .insert(chatSessions)
      .values({
        id: session.id,
        tokenHash: session.tokenHash,
        policyId: session.policyId,
        policyVersion: session.policyVersion,
        state: session.state,
        revision: 0,
        windowStartedAt: session.at,
        windowInputs: 0,
        createdAt: session.at,
        lastUsedOn: session.day,
      })
      .returning({ id: chatSessions.id }),
  );
  await database
    .with(inserted)
    .insert(chatEntries)
    .values({ sessionId: session.id, n: 0, seq: session.seq ?? null, at: session.at, said: null, turn: session.turn });
}

export type ChatSessionWithEntry = {
  session: ChatSessionRow;
  /** The turn that answered this `seq` before, when there was one. */
  repeated: unknown | undefined;
};

const findText = `
  select s.token_hash, s.policy_id, s.policy_version, s.state, s.revision, s.window_started_at, s.window_inputs,
    e.n, e.turn
  from chat_sessions s
  left join chat_entries e on e.session_id = s.id and e.seq = $2::bigint
  where s.id = $1`;

/** The session, and with `seq` what that input was answered before: one read. */
export async function findChatSession(
  database: Database,
  id: string,
  seq: number | null,
): Promise<ChatSessionWithEntry | null> {
  const [row] = await runStatement(database, findText, [id, seq]);
  if (row === undefined) return null;
  return {
    session: {
      id,
      tokenHash: row.token_hash as string | null,
      policyId: row.policy_id as string,
      policyVersion: row.policy_version as number,
      state: row.state,
      revision: row.revision as number,
      // One engine gives a Date, the other its text.
      windowStartedAt: new Date(row.window_started_at as Date | string),
      windowInputs: row.window_inputs as number,
    },
    repeated: row.n === null ? undefined : row.turn,
  };
}

/** What one input does to a session. */
export type ChatStep = {
  id: string;
  /** The revision that was read; the write happens only if nobody wrote in between. */
  revision: number;
  policyVersion: number;
  state: unknown;
  windowStartedAt: Date;
  windowInputs: number;
  seq: number | null;
  said: string;
  turn: unknown;
  at: Date;
  /** `at` as a day in Asia/Shanghai. */
  day: string;
};

const writeText = `
  with updated as (
    update chat_sessions set
      policy_version = $1, state = $2::json, revision = revision + 1,
      window_started_at = $3::timestamptz, window_inputs = $4, last_used_on = $5::date
    where id = $6 and revision = $7
    returning id, revision
  )
  insert into chat_entries (session_id, n, seq, at, said, turn)
  select id, revision, $8::bigint, $9::timestamptz, $10, $11::json
  from updated
  returning n`;

/** Writes an input and its answer in one statement. @returns false when another input came first, and nothing was written */
export async function writeChatStep(database: Database, step: ChatStep): Promise<boolean> {
  const rows = await runStatement(database, writeText, [
    step.policyVersion,
    JSON.stringify(step.state),
    step.windowStartedAt.toISOString(),
    step.windowInputs,
    step.day,
    step.id,
    step.revision,
    step.seq,
    step.at.toISOString(),
    step.said,
    JSON.stringify(step.turn),
  ]);
  return rows.length === 1;
}

/** The whole conversation, oldest first. */
export async function listChatEntries(database: Database, sessionId: string): Promise<ChatEntryRow[]> {
  return database.select().from(chatEntries).where(eq(chatEntries.sessionId, sessionId)).orderBy(asc(chatEntries.n));
}

/**
 * Deletes at most `limit` sessions last used before the day (Asia/Shanghai), with all that was said. One to whose reader a way for reminders is open
 * is kept longer.
 *
 * @param remindedDay the same for those: last used before it, they go too
 * @returns how many
 */
export async function deleteChatSessionsUnusedSince(
  database: Database,
  { day, remindedDay }: { day: string; remindedDay: string },
  limit: number,
): Promise<number> {
  const isReminded = exists(
    database
      .select({ id: reminderAddresses.id })
      .from(reminderRecipients)
      .innerJoin(reminderAddresses, eq(reminderAddresses.recipientId, reminderRecipients.id))
      .where(and(eq(reminderRecipients.sessionId, chatSessions.id), isNull(reminderAddresses.endedAt))),
  );
  const isUnused = and(lt(chatSessions.lastUsedOn, day), or(lt(chatSessions.lastUsedOn, remindedDay), not(isReminded)));
  const unused = database
    .select({ id: chatSessions.id })
    .from(chatSessions)
    .where(isUnused)
    .orderBy(asc(chatSessions.lastUsedOn))
    .limit(limit);
  const rows = await database
    .delete(chatSessions)
    .where(and(inArray(chatSessions.id, unused), isUnused))
    .returning({ id: chatSessions.id });
  return rows.length;
}
