import type { InlineKeyboardButton, MessageEntity, Update } from "grammy/types";

/** A button carries an action, or opens an address. */
export type ShownButton = InlineKeyboardButton.CallbackButton | InlineKeyboardButton.UrlButton;

/** One message of the bot's, as a person would see it now. */
export type ShownMessage = {
  messageId: number;
  chatId: number;
  text: string;
  entities: MessageEntity[];
  keyboard: ShownButton[][];
  /** Of a document: its name and content. */
  document?: { name: string; content: string };
};

type Call = { method: string; payload: Record<string, unknown> };

/** What the fake Telegram knows. */
export type TelegramState = {
  calls: Call[];
  shown: ShownMessage[];
  updates: Update[];
  webhook: { url: string; secret: string | null } | null;
  /** What the webhook answered to each update; not 200 means that Telegram would send it again. */
  webhookStatuses: number[];
  /** Taps whose waiting mark still turns on somebody's telephone. */
  openQueries: Set<string>;
  nextUpdateId: number;
  nextMessageId: number;
};

export function createState(): TelegramState {
  return {
    calls: [],
    shown: [],
    updates: [],
    webhook: null,
    webhookStatuses: [],
    openQueries: new Set(),
    nextUpdateId: 870_000_001,
    nextMessageId: 1,
  };
}
