import { randomUUID } from "node:crypto";
import type { LinkingCode } from "@shifan/contract";
import {
  countLinkingCodesSince,
  type Database,
  endAddress,
  equalityHashes,
  findOpenAddress,
  findRecipientById,
  insertReminderCode,
  keepRecipient,
  lockLinkingCode,
  openAddress,
  type PersonalKeys,
  type RecipientKey,
  type RecipientRow,
  sealMap,
  useReminderCode,
} from "@shifan/db";
import { linkingTriesOf } from "../../accounts/slowing.ts";
import { type Clock, formatInstant } from "../../clock.ts";
import { hashesOfLinkingCode, linkingMinutes, newLinkingCode } from "./linking-code.ts";
import { botAtWork } from "./telegram-bot.ts";

export type LinkingServices = { database: Database; clock: Clock; personalKeys: PersonalKeys; sessionSecret: string };

const codesAtMost = 5;
const codeMilliseconds = linkingMinutes * 60_000;

export type CodeOutcome =
  | { ok: true; code: LinkingCode }
  | { ok: false; code: "channel_not_set_up" }
  | { ok: false; code: "rate_limited"; retryAfterSeconds: number };

/** Makes a code by which a chat of Telegram is linked to an account: once, within ten minutes. Those made before are void. */
export async function createLinkingCode(services: LinkingServices, userId: string): Promise<CodeOutcome> {
  const { database, clock, personalKeys } = services;
  const bot = await botAtWork(services);
  if (bot === null) return { ok: false, code: "channel_not_set_up" };
  const recipient = await keepRecipient(database, { userId }, clock.now());
  const at = clock.machine();
  const since = new Date(at.getTime() - codeMilliseconds);
  const given = await countLinkingCodesSince(database, { recipientId: recipient.id, channel: "telegram", since });
  if (given >= codesAtMost) return { ok: false, code: "rate_limited", retryAfterSeconds: codeMilliseconds / 1_000 };
  const code = newLinkingCode();
  const [codeHash = ""] = hashesOfLinkingCode(personalKeys, code);
  const expiresAt = new Date(at.getTime() + codeMilliseconds);
  const kept = { id: randomUUID(), recipientId: recipient.id, channel: "telegram" as const, codeHash, personal: {} };
  await database.transaction((transaction) => insertReminderCode(transaction, { ...kept, createdAt: at, expiresAt }));
  const deepLink = `https://t.me/${bot}?start=${code}`;
  return {
    ok: true,
    code: { code, deepLink, expiresAt: formatInstant(expiresAt), secondsLeft: codeMilliseconds / 1_000 },
  };
}

/** Whom a chat is linked to now, and whether it was somebody else's before. */
export type Linked = { recipient: RecipientRow; replaced: boolean };

export type LinkOutcome =
  | { kind: "linked"; linked: Linked }
  /** Wrong, used, or run out. */
  | { kind: "unusable" }
  | { kind: "slow_down"; seconds: number };

/**
 * Links a chat by a code. Every try of a chat counts, however many come at once; whoever guesses is slowed. The same code again from the chat that
 * it linked is answered as before: the first answer may have been lost.
 */
export async function linkChat(services: LinkingServices, chatId: number, code: string): Promise<LinkOutcome> {
  const { database, clock, personalKeys } = services;
  const tries = linkingTriesOf(services, String(chatId));
  const seconds = await tries.take();
  if (seconds !== null) return { kind: "slow_down", seconds };
  const outcome = await database.transaction(async (transaction): Promise<LinkOutcome> => {
    const at = clock.machine();
    const found = await lockLinkingCode(transaction, "telegram", hashesOfLinkingCode(personalKeys, code));
    if (found === null) return { kind: "unusable" };
    const recipient = (await findRecipientById(transaction, found.recipientId)) as RecipientRow;
    const before = await findChat(transaction, personalKeys, chatId);
    if (found.usedAt !== null || found.expiresAt <= at) {
      const isSame = before?.recipientId === recipient.id;
      return isSame ? { kind: "linked", linked: { recipient, replaced: false } } : { kind: "unusable" };
    }
    await useReminderCode(transaction, found.id, at);
    return { kind: "linked", linked: await link(services, transaction, recipient, chatId) };
  });
  if (outcome.kind === "linked") await tries.forget();
  return outcome;
}

/** Links a chat to whoever did the self-check in it. */
export async function linkChatToSelfCheck(
  services: LinkingServices,
  chatId: number,
  sessionId: string,
): Promise<Linked> {
  const key: RecipientKey = { sessionId };
  return services.database.transaction(async (transaction) =>
    link(services, transaction, await keepRecipient(transaction, key, services.clock.now()), chatId),
  );
}

async function link(
  { clock, personalKeys }: LinkingServices,
  transaction: Database,
  recipient: RecipientRow,
  chatId: number,
): Promise<Linked> {
  const before = await findChat(transaction, personalKeys, chatId);
  const hashes = hashesOfChat(personalKeys, chatId);
  const [addressHash = ""] = hashes;
  if (before?.recipientId === recipient.id) return { recipient, replaced: false };
  await openAddress(
    transaction,
    {
      id: randomUUID(),
      recipientId: recipient.id,
      channel: "telegram",
      personal: sealMap(personalKeys, { address: String(chatId) }),
      addressHash,
      openedAt: clock.now(),
    },
    hashes,
  );
  return { recipient, replaced: before !== null };
}

/** A minus sign is no hyphen here: the hash forgets it, and a group has the number of no person. */
const hashesOfChat = (personalKeys: PersonalKeys, chatId: number): string[] =>
  equalityHashes(personalKeys, `telegram chat ${chatId < 0 ? "group " : ""}${Math.abs(chatId)}`);

const findChat = (database: Database, personalKeys: PersonalKeys, chatId: number) =>
  findOpenAddress(database, "telegram", hashesOfChat(personalKeys, chatId));

/** Whose way a chat is; null where it is linked to nobody. */
export async function recipientOfChat(
  { database, personalKeys }: Pick<LinkingServices, "database" | "personalKeys">,
  chatId: number,
): Promise<RecipientRow | null> {
  const open = await findChat(database, personalKeys, chatId);
  return open === null ? null : findRecipientById(database, open.recipientId);
}

/** Ends the link of a chat. @returns false where it had none */
export async function unlinkChat(services: LinkingServices, chatId: number): Promise<boolean> {
  const { database, personalKeys, clock } = services;
  const open = await findChat(database, personalKeys, chatId);
  return open !== null && endAddress(database, open.id, clock.now(), "unlinked");
}
