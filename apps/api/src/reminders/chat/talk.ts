import { type ContactChannel, contactChannels } from "@shifan/contract";
import type { DialogContext, DialogInput, Message, Turn } from "@shifan/dialog";
import { daysAfter } from "@shifan/rules";
import type { ProcedureServices } from "../../acts/services.ts";
import { readAddress } from "../addresses/addresses.ts";
import { beginContact, type ContactServices, confirmContact } from "../addresses/contacts.ts";
import { offeredContacts } from "../addresses/offered.ts";
import { changeReminders, endWay, readReminders } from "../reader/settings-of-recipient.ts";
import { type ReminderCommand, readReminderCommand } from "./commands.ts";
import * as words from "./words.ts";

/** Where the talk about reminders is; null when it is about the self-check. Kept beside the state of the dialogue. */
export type ReminderStep =
  | { readonly step: "consent" }
  | { readonly step: "address"; readonly channel: ContactChannel }
  | { readonly step: "code"; readonly channel: ContactChannel; readonly address: string };

export type ReminderTalkServices = ProcedureServices & ContactServices & { publicUrl: string };

/** What was said about reminders, and where the talk is then. */
export type ReminderReply = {
  step: ReminderStep | null;
  message: Message;
  question: Turn["question"];
  /** What the transcript keeps instead of an address or a code. */
  said: string | null;
};

const muteDays = 30;

/**
 * Takes an input of a self-check in the web chat that is about reminders: a command, or an answer to what was asked last. Consent comes first, then the
 * address, then the code that was sent to it.
 *
 * @returns null where the input is the self-check's; what was asked about reminders is then left
 */
export async function talkAboutReminders(
  services: ReminderTalkServices,
  { sessionId, step, input }: { sessionId: string; step: ReminderStep | null; input: DialogInput },
  context: DialogContext,
): Promise<ReminderReply | null> {
  const talk = { services, owner: { sessionId }, context };
  const command = readReminderCommand(input);
  if (command !== null) return obey(talk, command);
  if (step === null || "facts" in input) return null;
  if ("action" in input) return tap(talk, step, input.action);
  // Words without a sign of an address or code are about the self-check again.
  if (!/[@\d]/.test(input.text.normalize("NFKC"))) return null;
  if (step.step === "code") return takeCode(talk, step, input.text);
  return takeAddress(talk, step, input.text);
}

type Talk = { services: ReminderTalkServices; owner: { sessionId: string }; context: DialogContext };

const answer = (message: Message, step: ReminderStep | null = null, said: string | null = null): ReminderReply => ({
  step,
  message,
  said,
  question:
    step === null || step.step === "consent"
      ? null
      : { id: `reminder_${step.step}`, facts: [], input: step.step === "code" ? "number" : "text" },
});

async function obey({ services, owner, context }: Talk, command: ReminderCommand): Promise<ReminderReply> {
  const offered = offeredContacts(services);
  const now = await readReminders(services, owner, { offered, accountMailbox: null });
  if (now.ways.length === 0) {
    if (offered.length === 0) return answer(words.noWayWords());
    if (command === "remind") return answer(words.consentWords(context, offered), { step: "consent" });
    return answer(words.nothingOpenWords(true));
  }
  switch (command) {
    case "remind":
    case "reminders":
      return answer(
        words.statusWords(now.ways, now.upcoming, {
          pausedUntil: now.pausedUntil,
          today: context.today,
        }),
      );
    case "mute": {
      const until = daysAfter(context.today, muteDays);
      await changeReminders(services, owner, { pausedUntil: until });
      return answer(words.mutedWords(until, context.today));
    }
    case "unmute":
      await changeReminders(services, owner, { pausedUntil: null });
      return answer(words.unmutedWords());
    case "unlink":
      for (const { id } of now.ways) await endWay(services, owner, id);
      return answer(words.unlinkedWords());
  }
}

function tap({ services }: Talk, step: ReminderStep, action: string): ReminderReply | null {
  if (action === words.noThanks.action) return answer(words.declinedWords());
  if (action === "remind:again" && step.step === "code") {
    return answer(words.addressWords(step.channel), { step: "address", channel: step.channel });
  }
  const channel = contactChannels.find((each) => action === `remind:${each}`);
  if (channel === undefined || !offeredContacts(services).includes(channel)) return null;
  return answer(words.addressWords(channel), { step: "address", channel });
}

async function takeAddress(
  { services, owner }: Talk,
  step: Exclude<ReminderStep, { step: "code" }>,
  text: string,
): Promise<ReminderReply | null> {
  const offered = offeredContacts(services);
  // Whoever writes the address at once has chosen by it.
  const channel = step.step === "address" ? step.channel : offered.find((each) => readAddress(each, text) !== null);
  if (channel === undefined) return null;
  const outcome = await beginContact(services, owner, { channel, address: text });
  if (outcome.ok) {
    const { address } = outcome.begun;
    return answer(words.codeWords(address), { step: "code", channel, address }, address);
  }
  const why = {
    invalid_input: words.notAnAddress(channel),
    channel_not_set_up: words.notSentWords,
    code_not_sent: words.notSentWords,
    rate_limited: words.waitWords("retryAfterSeconds" in outcome ? outcome.retryAfterSeconds : 0),
  }[outcome.code];
  return answer(
    words.addressWords(channel, [why]),
    { step: "address", channel },
    channel === "mail" ? "（邮箱）" : "（手机号）",
  );
}

async function takeCode(
  { services, owner }: Talk,
  step: Extract<ReminderStep, { step: "code" }>,
  text: string,
): Promise<ReminderReply> {
  const code = text.normalize("NFKC").replaceAll(/\D/g, "");
  const { channel, address } = step;
  const said = "（验证码）";
  if (code.length !== 6) return answer(words.codeWords(address, [words.wrongCodeWords]), step, said);
  const outcome = await confirmContact(services, owner, { channel, code });
  if (outcome.ok) return answer(words.openedWords(channel, address), null, said);
  const why = outcome.code === "contact_code_wrong" ? (outcome.detail ?? words.wrongCodeWords) : words.goneCodeWords;
  return answer(words.codeWords(address, [why]), step, said);
}

/** What was asked last, for whoever comes back to it. */
export function askAgain(
  services: Pick<ReminderTalkServices, "channels" | "mail">,
  step: ReminderStep,
  context: DialogContext,
): ReminderReply {
  switch (step.step) {
    case "consent":
      return answer(words.consentWords(context, offeredContacts(services)), step);
    case "address":
      return answer(words.addressWords(step.channel), step);
    case "code":
      return answer(words.codeWords(step.address), step);
  }
}
