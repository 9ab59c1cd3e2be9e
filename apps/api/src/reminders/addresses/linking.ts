import { randomUUID } from "node:crypto";
import type { LinkingChannel, LinkingCode } from "@shifan/contract";
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
import type { AddressEnd } from "@shifan/rules";
import { linkingTriesOf } from "../../accounts/slowing.ts";
import { type Clock, formatInstant } from "../../clock.ts";
import { hashesOfLinkingCode, linkingMinutes, newLinkingCode } from "./linking-code.ts";

export type LinkingServices = { database: Database; clock: Clock; personalKeys: PersonalKeys; sessionSecret: string };

const codesAtMost = 5;
const codeMilliseconds = linkingMinutes * 60_000;

/** A chat that can be linked: one of Telegram, or a reader of the official account of WeChat. */
export type LinkableChat = {
  readonly channel: LinkingChannel;
  /** Where messages go. */
  readonly address: string;
  /** What its keyed hash is made of, and by which its tries are counted. */
  readonly known: string;
};

/** A minus sign is no hyphen here: the hash forgets it, and a group has the number of no person. */
export const telegramChat = (chatId: number): LinkableChat => ({
  channel: "telegram",
  address: String(chatId),
  known: `telegram chat ${chatId < 0 ? "group " : ""}${Math.abs(chatId)}`,
});

/** An openid has small and capital letters, hyphens and strokes, of which the hash forgets some. */
export const wechatReader = (openid: string): LinkableChat => ({
  channel: "wechat",
  address: openid,
  known: `wechat ${Buffer.from(openid).toString("hex")}`,
});

export type CodeOutcome =
  | { ok: true; code: LinkingCode }
  | { ok: false; code: "channel_not_set_up" }
  | { ok: false; code: "rate_limited"; retryAfterSeconds: number };

/**
 * Makes a code by which a chat is linked to an account: once, within ten minutes. Those made before for such chats are void.
 *
 * @param account what people write to: the bot, or the official account; null where there is none
 */
export async function createLinkingCode(
  services: LinkingServices,
  userId: string,
  { channel, account }: { channel: LinkingChannel; account: string | null },
): Promise<CodeOutcome> {
  const { database, clock, personalKeys } = services;
  if (account === null) return { ok: false, code: "channel_not_set_up" };
  const recipient = await keepRecipient(database, { userId }, clock.now());
  const at = clock.machine();
  const since = new Date(at.getTime() - codeMilliseconds);
  const given = await countLinkingCodesSince(database, { recipientId: recipient.id, channel, since });
  if (given >= codesAtMost) return { ok: false, code: "rate_limited", retryAfterSeconds: codeMilliseconds / 1_000 };
  const code = newLinkingCode();
  const [codeHash = ""] = hashesOfLinkingCode(personalKeys, code);
  const expiresAt = new Date(at.getTime() + codeMilliseconds);
  const kept = { id: randomUUID(), recipientId: recipient.id, channel, codeHash, personal: {} };
  await database.transaction((transaction) => insertReminderCode(transaction, { ...kept, createdAt: at, expiresAt }));
  // A message of WeChat's can only be typed.
  const deepLink = channel === "telegram" ? `https://t.me/${account}?start=${code}` : null;
  return {
    ok: true,
    code: { code, account, deepLink, expiresAt: formatInstant(expiresAt), secondsLeft: codeMilliseconds / 1_000 },
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
export async function linkChat(services: LinkingServices, chat: LinkableChat, code: string): Promise<LinkOutcome> {
  const { database, clock, personalKeys } = services;
  const tries = linkingTriesOf(services, chat.known);
  const seconds = await tries.take();
  if (seconds !== null) return { kind: "slow_down", seconds };
  const outcome = await database.transaction(async (transaction): Promise<LinkOutcome> => {
    const at = clock.machine();
    const found = await lockLinkingCode(transaction, chat.channel, hashesOfLinkingCode(personalKeys, code));
    if (found === null) return { kind: "unusable" };
    const recipient = (await findRecipientById(transaction, found.recipientId)) as RecipientRow;
    const before = await findChat(transaction, personalKeys, chat);
    if (found.usedAt !== null || found.expiresAt <= at) {
      const isSame = before?.recipientId === recipient.id;
      return isSame ? { kind: "linked", linked: { recipient, replaced: false } } : { kind: "unusable" };
    }
    await useReminderCode(transaction, found.id, at);
    return { kind: "linked", linked: await link(services, transaction, recipient, chat) };
  });
  if (outcome.kind === "linked") await tries.forget();
  return outcome;
}

/** Links a chat to whoever did the self-check in it. */
export async function linkChatToSelfCheck(
  services: LinkingServices,
  chat: LinkableChat,
  sessionId: string,
): Promise<Linked> {
  const key: RecipientKey = { sessionId };
  return services.database.transaction(async (transaction) =>
    link(services, transaction, await keepRecipient(transaction, key, services.clock.now()), chat),
  );
}

async function link(
  { clock, personalKeys }: LinkingServices,
  transaction: Database,
  recipient: RecipientRow,
  chat: LinkableChat,
): Promise<Linked> {
  const before = await findChat(transaction, personalKeys, chat);
  const hashes = equalityHashes(personalKeys, chat.known);
  const [addressHash = ""] = hashes;
  if (before?.recipientId === recipient.id) return { recipient, replaced: false };
  await openAddress(
    transaction,
    {
      id: randomUUID(),
      recipientId: recipient.id,
      channel: chat.channel,
      personal: sealMap(personalKeys, { address: chat.address }),
      addressHash,
      openedAt: clock.now(),
    },
    hashes,
  );
  return { recipient, replaced: before !== null };
}

const findChat = (database: Database, personalKeys: PersonalKeys, { channel, known }: LinkableChat) =>
  findOpenAddress(database, channel, equalityHashes(personalKeys, known));

/** Whose way a chat is; null where it is linked to nobody. */
export async function recipientOfChat(
  { database, personalKeys }: Pick<LinkingServices, "database" | "personalKeys">,
  chat: LinkableChat,
): Promise<RecipientRow | null> {
  const open = await findChat(database, personalKeys, chat);
  return open === null ? null : findRecipientById(database, open.recipientId);
}

/** Ends the link of a chat: its owner wants no more, or is not reached there. @returns false where it had none */
export async function unlinkChat(
  services: LinkingServices,
  chat: LinkableChat,
  endedBy: Extract<AddressEnd, "unlinked" | "gone"> = "unlinked",
): Promise<boolean> {
  const { database, personalKeys, clock } = services;
  const open = await findChat(database, personalKeys, chat);
  return open !== null && endAddress(database, open.id, clock.now(), endedBy);
}
