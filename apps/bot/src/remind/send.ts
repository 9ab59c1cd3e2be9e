import type { ClaimedReminder, ReminderButton } from "@shifan/contract/client";
import type { InlineKeyboardButton } from "grammy/types";
import type { Api } from "grammy/web";
import { maximumMessageLength, splitText } from "../render/splitText.ts";
import type { GrammySignal } from "../telegram/signal.ts";

/** Sends a reminder with its buttons. @returns what Telegram calls the message */
export async function sendReminder(
  api: Pick<Api, "sendMessage">,
  { chatId, text, buttons }: Pick<ClaimedReminder, "chatId" | "text" | "buttons">,
  deadline: GrammySignal,
): Promise<string> {
  const options = {
    link_preview_options: { is_disabled: true },
    ...(buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: buttons.map((row) => row.map(buttonOf)) } }),
  };
  const sent = await api.sendMessage(chatId, shorten(text), options, deadline);
  return String(sent.message_id);
}

function buttonOf({ label, url, action }: ReminderButton): InlineKeyboardButton {
  return url === null ? { text: label, callback_data: action ?? "" } : { text: label, url };
}

/** One message whatever it tells of: its number stays its last line, and what does not fit is found behind the buttons. */
function shorten(text: string): string {
  if (text.length <= maximumMessageLength) return text;
  const last = text.slice(text.lastIndexOf("\n"));
  const [kept] = splitText({ text, bold: [] }, maximumMessageLength - last.length - 2);
  return `${kept?.text ?? ""}\n…${last}`;
}
