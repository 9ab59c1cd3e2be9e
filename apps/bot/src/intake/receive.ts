import { commandAction, isOwnCommand, parseCommand } from "../commands.ts";
import type { Origin, Received } from "./received.ts";
import type { OriginMessage, TelegramMessage, TelegramUpdate } from "./telegramUpdate.ts";

export type Reception = { chatId: number; received: Received };

/** Content that a person sends and this channel does not take. Anything else without text is Telegram's own notice. */
const attachments = [
  "animation",
  "audio",
  "checklist",
  "contact",
  "dice",
  "document",
  "game",
  "location",
  "paid_media",
  "photo",
  "poll",
  "sticker",
  "story",
  "venue",
  "video",
  "video_note",
  "voice",
];

/**
 * What an update says to the conversation, or null when it is to be left alone (other people's talk in a group,
 * Telegram's own notices).
 */
export function receive(update: TelegramUpdate, botName: string | null): Reception | null {
  if (update.callback_query !== undefined) return receiveTap(update.callback_query);
  if (update.message !== undefined) return receiveMessage(update.message, botName);
  if (update.edited_message?.chat.type === "private") {
    return { chatId: update.edited_message.chat.id, received: { kind: "explain", about: "edited" } };
  }
  return null;
}

function receiveTap(query: NonNullable<TelegramUpdate["callback_query"]>): Reception {
  const message = query.message;
  if (message?.chat.type !== "private" || query.data === undefined) {
    return { chatId: message?.chat.id ?? query.from.id, received: { kind: "deadTap", queryId: query.id } };
  }
  const origin = originOf(message);
  return { chatId: message.chat.id, received: { kind: "tap", queryId: query.id, action: query.data, origin } };
}

/** Telegram hides the content of old messages; what cannot be seen is not edited either. */
function originOf(message: OriginMessage): Origin | null {
  if (message.text === "" || message.message_id === undefined) return null;
  return {
    messageId: message.message_id,
    text: message.text,
    bold: message.entities.flatMap(({ type, offset, length }) => (type === "bold" ? [{ offset, length }] : [])),
    buttons: (message.reply_markup?.inline_keyboard ?? [])
      .flat()
      .flatMap(({ text, callback_data: action }) => (action === undefined ? [] : [{ text, action }])),
  };
}

function receiveMessage(message: TelegramMessage, botName: string | null): Reception | null {
  const received = message.chat.type === "private" ? receivePrivate(message) : receiveInGroup(message, botName);
  return received && { chatId: message.chat.id, received };
}

function receivePrivate(message: TelegramMessage): Received | null {
  if (message.text === undefined) {
    return attachments.some((kind) => message[kind] !== undefined) ? { kind: "explain", about: "attachment" } : null;
  }
  const command = parseCommand(message.text);
  return command === null ? { kind: "text", text: message.text } : { kind: "action", action: commandAction(command) };
}

/** A group is other people's conversation: only a command meant for this bot is answered, and not with a self-check. */
function receiveInGroup(message: TelegramMessage, botName: string | null): Received | null {
  const command = message.text === undefined ? null : parseCommand(message.text);
  if (command === null) return null;
  const meant = command.addressee === null ? isOwnCommand(command.name) : command.addressee === botName?.toLowerCase();
  return meant ? { kind: "explain", about: "privateOnly" } : null;
}
