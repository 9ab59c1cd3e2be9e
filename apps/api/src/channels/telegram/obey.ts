import { findReminderMessage, listDeliveriesOfMessages, type RecipientRow, updateRecipient } from "@shifan/db";
import type { Message } from "@shifan/dialog";
import {
  type LinkableChat,
  type LinkingServices,
  linkChat,
  linkChatToSelfCheck,
  recipientOfChat,
  telegramChat,
  unlinkChat,
} from "../../reminders/addresses/linking.ts";
import { tellMatters, tellTodo } from "../../reminders/chat/own-matters.ts";
import { reminderContext } from "../../reminders/context.ts";
import { answerDelivery } from "../../reminders/reader/answers.ts";
import { readMuteUntil } from "../../reminders/reader/mute-until.ts";
import { personOf } from "../../reminders/reader/person.ts";
import { readReminders } from "../../reminders/reader/settings-of-recipient.ts";
import type { UploadLinkServices } from "../../upload-links/upload-links.ts";
import { actions, type TelegramCommand } from "./commands.ts";
import { tellWhereToUpload } from "./files.ts";
import * as words from "./words.ts";

export type ObeyServices = UploadLinkServices & LinkingServices & { publicUrl: string };

/** A chat, and how it gets a self-check where it has none yet. */
export type Chat = { id: number; keepSession: () => Promise<string> };

/**
 * Answers a command of a chat. The same command again comes to the same: the answer may have been lost on its way.
 *
 * @returns null where the self-check has the better answer: for whoever is linked to no account
 */
export async function obey(
  services: ObeyServices,
  chat: Chat,
  command: TelegramCommand,
): Promise<readonly Message[] | null> {
  const own = telegramChat(chat.id);
  switch (command.kind) {
    case "link":
      return [await link(services, own, command.code)];
    case "unlink":
      return [words.unlinkedWords(await unlinkChat(services, own))];
    case "decline":
      return [words.declinedWords()];
    case "consent": {
      if ((await recipientOfChat(services, own)) !== null) return [words.alreadyLinkedWords()];
      await linkChatToSelfCheck(services, own, await chat.keepSession());
      return [words.consentedWords()];
    }
    case "file":
      return [await tellWhereToUpload(services, await recipientOfChat(services, own))];
    case "remind": {
      if ((await recipientOfChat(services, own)) !== null) return [words.alreadyLinkedWords()];
      const { document } = await reminderContext(services);
      return [words.consentWords(document.reminders.quiet_hours)];
    }
    case "todo":
    case "case":
      return ofAccount(services, command.kind, await recipientOfChat(services, own));
    default: {
      const recipient = await recipientOfChat(services, own);
      return [recipient === null ? words.notLinkedWords() : await ofLinked(services, recipient, command)];
    }
  }
}

async function link(services: ObeyServices, chat: LinkableChat, code: string | null): Promise<Message> {
  if (code === null) return words.howToLink(services.publicUrl);
  const outcome = await linkChat(services, chat, code);
  if (outcome.kind === "unusable") return words.unusableCodeWords();
  if (outcome.kind === "slow_down") return words.slowDownWords(outcome.seconds);
  const { recipient, replaced } = outcome.linked;
  const person = await personOf(services, recipient, services.demo);
  return person === null ? words.unusableCodeWords() : words.linkedWords(person.account.name, replaced);
}

/** What concerns whoever is linked to an account; where nobody is, how to link, and of what is to be done the self-check's own list. */
async function ofAccount(
  services: ObeyServices,
  kind: "todo" | "case",
  recipient: RecipientRow | null,
): Promise<readonly Message[] | null> {
  const person = recipient === null ? null : await personOf(services, recipient, services.demo);
  if (person === null) return kind === "todo" ? null : [words.howToLink(services.publicUrl)];
  const { actor } = person;
  return [await (kind === "todo" ? tellTodo(services, actor) : tellMatters(services, actor))];
}

type OfLinked = Extract<TelegramCommand, { kind: "reminders" | "mute" | "unmute" | "answer" | "each" }>;

async function ofLinked(services: ObeyServices, recipient: RecipientRow, command: OfLinked): Promise<Message> {
  const today = services.clock.today();
  switch (command.kind) {
    case "reminders": {
      const owner = recipient.userId === null ? { sessionId: recipient.sessionId ?? "" } : { userId: recipient.userId };
      const now = await readReminders(services, owner, { offered: [], accountMailbox: null });
      return words.settingsWords(now, today);
    }
    case "mute": {
      const until = readMuteUntil(command.said, today);
      if (until === null) return words.muteNotUnderstood();
      await updateRecipient(services.database, recipient.id, { pausedUntil: until });
      return words.mutedWords(until, today);
    }
    case "unmute":
      await updateRecipient(services.database, recipient.id, { pausedUntil: null });
      return words.unmutedWords();
    case "answer": {
      const answered = await answerDelivery(services, recipient, command.deliveryId, command.act);
      if (answered === null) return words.notYoursWords();
      return words.answeredWords(answered.says, command.act, command.deliveryId);
    }
    case "each":
      return each(services, recipient, command.messageId);
  }
}

/** What a message told of, with the answers to each. */
async function each(services: ObeyServices, recipient: RecipientRow, messageId: string): Promise<Message> {
  const message = await findReminderMessage(services.database, messageId);
  if (message === null || message.recipientId !== recipient.id) return words.notYoursWords();
  const told = await listDeliveriesOfMessages(services.database, [messageId]);
  const shown = told.flatMap(({ id, content }) => (content === null ? [] : { id, heading: content.heading }));
  return {
    text: ["逐件处理：", ...shown.map(({ heading }, at) => `${at + 1}. ${heading}`)].join("\n"),
    choices: shown.flatMap(({ id }, at) => [
      { label: `${at + 1} 明天再提醒`, action: actions.answer("snooze", id) },
      { label: `${at + 1} 已办好`, action: actions.answer("done", id) },
      { label: `${at + 1} 不再提醒`, action: actions.answer("stop", id) },
    ]),
    files: [],
  };
}
