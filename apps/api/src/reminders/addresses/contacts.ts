import { randomUUID } from "node:crypto";
import type { BeginContact, ConfirmContact, ContactBegun, FieldError } from "@shifan/contract";
import {
  countReminderCodesSince,
  type Database,
  equalityHashes,
  findRecipient,
  insertReminderCode,
  keepRecipient,
  lockReminderCode,
  noteWrongTry,
  openAddress,
  openMap,
  type PersonalKeys,
  sealMap,
  useReminderCode,
} from "@shifan/db";
import { contactCodesFor } from "../../accounts/slowing.ts";
import type { Channel, SentChannel } from "../../channels/channel.ts";
import { type Clock, formatInstant } from "../../clock.ts";
import { sameHash } from "../../http/bearer.ts";
import type { Log } from "../../log.ts";
import type { MailSender } from "../../mail/mail.ts";
import type { ReminderOwner } from "../reader/owner.ts";
import { hideAddress, readAddress } from "./addresses.ts";
import { codeMail, codeMessage, codeMinutes, hashOfContactCode, newCode, wrongTriesAtMost } from "./contact-code.ts";
import { offeredContacts } from "./offered.ts";

export type ContactServices = {
  database: Database;
  clock: Clock;
  log: Log;
  personalKeys: PersonalKeys;
  sessionSecret: string;
  demo: boolean;
  channels: ReadonlyMap<SentChannel, Channel>;
  /** Null: no mail goes out. */
  mail: MailSender | null;
};

export type BeginOutcome =
  | { ok: true; begun: ContactBegun }
  | { ok: false; code: "channel_not_set_up" | "code_not_sent" }
  | { ok: false; code: "rate_limited"; retryAfterSeconds: number }
  | { ok: false; code: "invalid_input"; errors: readonly FieldError[] };

export type ConfirmOutcome =
  | { ok: true }
  | { ok: false; code: "contact_code_wrong" | "contact_code_gone"; detail?: string };

/** All codes that go out in an hour, whoever asks: each costs somebody something. */
const codesPerHour = 600;
const hourMilliseconds = 60 * 60_000;
const codeMilliseconds = codeMinutes * 60_000;

/**
 * Sends a code to an address, to prove that it is the asker's own. The answer is the same whether anybody is known by the address or not. A
 * recipient, an address and all together get so many.
 */
export async function beginContact(
  services: ContactServices,
  owner: ReminderOwner,
  { channel, address: written }: BeginContact,
): Promise<BeginOutcome> {
  const { database, clock, personalKeys, sessionSecret } = services;
  if (!offeredContacts(services).includes(channel)) return { ok: false, code: "channel_not_set_up" };
  const address = readAddress(channel, written);
  if (address === null) return { ok: false, code: "invalid_input", errors: [mistyped(channel)] };
  const retryAfterSeconds = await takeTurn(services, owner, channel, address);
  if (retryAfterSeconds !== null) return { ok: false, code: "rate_limited", retryAfterSeconds };
  const [id, code, at] = [randomUUID(), newCode(), clock.machine()];
  const expiresAt = new Date(at.getTime() + codeMilliseconds);
  const recipient = await keepRecipient(database, owner, clock.now());
  await database.transaction((transaction) =>
    insertReminderCode(transaction, {
      id,
      recipientId: recipient.id,
      channel,
      codeHash: hashOfContactCode(sessionSecret, { id, address, code }),
      personal: sealMap(personalKeys, { address }),
      createdAt: at,
      expiresAt,
    }),
  );
  if (!(await sendCode(services, { id, channel, address, code }))) return { ok: false, code: "code_not_sent" };
  return {
    ok: true,
    begun: {
      channel,
      address: hideAddress(channel, address),
      expiresAt: formatInstant(expiresAt),
      secondsLeft: codeMilliseconds / 1_000,
    },
  };
}

const mistyped = (channel: BeginContact["channel"]): FieldError => ({
  path: "/address",
  code: "format",
  message: channel === "mail" ? "请写电子邮箱，例如 name@example.org" : "请写11位手机号，例如 13812345678",
});

/** @returns the seconds to wait; null where the code may go */
async function takeTurn(
  services: ContactServices,
  owner: ReminderOwner,
  channel: BeginContact["channel"],
  address: string,
): Promise<number | null> {
  const { database, clock } = services;
  const lately = new Date(clock.machine().getTime() + codeMilliseconds - hourMilliseconds);
  const sent = await countReminderCodesSince(database, { channels: ["mail", "sms"], expiresAfter: lately });
  if (sent >= codesPerHour) return hourMilliseconds / 1_000;
  const who = "userId" in owner ? owner.userId : owner.sessionId;
  return (await contactCodesFor(services, "owner", who).take()) ?? contactCodesFor(services, channel, address).take();
}

async function sendCode(
  { mail, channels, log, demo }: ContactServices,
  { id, channel, address, code }: { id: string; channel: BeginContact["channel"]; address: string; code: string },
): Promise<boolean> {
  if (channel === "mail") {
    try {
      await mail?.send(codeMail(address, code, { demo }));
      return true;
    } catch (cause) {
      log.error({ err: cause }, "a code could not be handed to the mail server");
      return false;
    }
  }
  const outcome = await channels.get("sms")?.send(codeMessage(id, address, code));
  if (outcome?.kind === "sent") return true;
  log.error({ outcome }, "a code could not be handed to the gateway for short messages");
  return false;
}

/** Takes a code and opens the way to the address that it was sent to. Each wrong one counts, however many come at once. */
export async function confirmContact(
  { database, clock, personalKeys, sessionSecret }: ContactServices,
  owner: ReminderOwner,
  { channel, code }: ConfirmContact,
): Promise<ConfirmOutcome> {
  const recipient = await findRecipient(database, owner);
  if (recipient === null) return { ok: false, code: "contact_code_gone" };
  return database.transaction(async (transaction): Promise<ConfirmOutcome> => {
    const at = clock.machine();
    const sent = await lockReminderCode(transaction, { recipientId: recipient.id, channel, at });
    const address = sent === null ? null : (openMap(personalKeys, sent.personal).address ?? null);
    if (sent === null || address === null || sent.wrongTries >= wrongTriesAtMost) {
      return { ok: false, code: "contact_code_gone" };
    }
    if (!sameHash(hashOfContactCode(sessionSecret, { id: sent.id, address, code }), sent.codeHash)) {
      await noteWrongTry(transaction, sent.id);
      const left = wrongTriesAtMost - sent.wrongTries - 1;
      return left === 0
        ? { ok: false, code: "contact_code_gone" }
        : { ok: false, code: "contact_code_wrong", detail: `请核对刚收到的6位数字，还可以试${left}次。` };
    }
    await useReminderCode(transaction, sent.id, at);
    const hashes = equalityHashes(personalKeys, address);
    const [addressHash = ""] = hashes;
    const personal = sealMap(personalKeys, { address });
    const way = { id: randomUUID(), recipientId: recipient.id, channel, personal, addressHash, openedAt: clock.now() };
    await openAddress(transaction, way, hashes);
    return { ok: true };
  });
}
