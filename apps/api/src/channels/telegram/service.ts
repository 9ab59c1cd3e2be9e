import type { ChatInput, ClaimedUpdate, ClaimUpdates } from "@shifan/contract";
import {
  claimTelegramUpdates,
  type Database,
  findTelegramSession,
  insertChatSession,
  linkTelegramChat,
  lockTelegramChat,
} from "@shifan/db";
import { prepareSession } from "../../chat/begin.ts";
import type { ChatServices } from "../../chat/services.ts";
import { type InputOutcome, takeInput } from "../../chat/take-input.ts";
import { type Clock, formatInstant } from "../../clock.ts";

/** Leases run on the machine's time: they end even when the product's clock stands still. */
export async function claimUpdates(
  { database, clock }: { database: Database; clock: Clock },
  { limit, leaseSeconds, worker }: ClaimUpdates,
): Promise<ClaimedUpdate[]> {
  const at = clock.machine();
  const leaseUntil = new Date(at.getTime() + leaseSeconds * 1_000);
  const claimed = await claimTelegramUpdates(database, { limit, worker, at, leaseUntil });
  return claimed.map(({ receivedAt, ...update }) => ({
    ...update,
    leaseUntil: formatInstant(leaseUntil),
    receivedAt: formatInstant(receivedAt),
  }));
}

export type TelegramInputOutcome = InputOutcome | { ok: false; code: "unknown_policy" | "before_first_version" };

/**
 * An input of a Telegram chat. A chat without a conversation gets one; when it came by /start, the welcome is the answer, and otherwise the
 * input is taken like any other.
 */
export async function takeTelegramInput(
  services: ChatServices,
  chatId: number,
  input: ChatInput,
): Promise<TelegramInputOutcome> {
  const existing = await findTelegramSession(services.database, chatId);
  if (existing !== null) return takeInput(services, existing, input, () => true);

  const prepared = await prepareSession(services, services.defaultPolicy);
  if (!prepared.ok) return prepared;
  const { session, turn } = prepared;
  const isWelcome = input.action === "start";
  const sessionId = await services.database.transaction(async (transaction) => {
    const begunMeanwhile = await lockTelegramChat(transaction, chatId);
    if (begunMeanwhile !== null) return begunMeanwhile;
    await insertChatSession(transaction, { ...session, seq: isWelcome ? (input.seq ?? null) : null });
    await linkTelegramChat(transaction, chatId, session.id);
    return session.id;
  });
  if (isWelcome && sessionId === session.id) return { ok: true, turn };
  return takeInput(services, sessionId, input, () => true);
}
