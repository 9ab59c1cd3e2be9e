import type { MessageEntity } from "grammy/types";
import { z } from "zod";
import type { ShownButton, ShownMessage, TelegramState } from "./telegramState.ts";

/** A refusal with Telegram's own wording. */
export class Refusal extends Error {
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  constructor(status: number, description: string, retryAfterSeconds?: number) {
    super(description);
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const keyboardSchema = z
  .object({
    inline_keyboard: z.array(
      z
        .array(
          z.union([
            z.strictObject({ text: z.string().min(1), callback_data: z.string() }),
            z.strictObject({ text: z.string().min(1), url: z.url() }),
          ]),
        )
        .max(8),
    ),
  })
  .optional();
const entitiesSchema = z
  .array(z.object({ type: z.literal("bold"), offset: z.int().min(0), length: z.int().min(1) }))
  .default([]);
const textSchema = z.object({
  chat_id: z.int(),
  text: z.string(),
  entities: entitiesSchema,
  reply_markup: keyboardSchema,
  parse_mode: z.never().optional(),
});
const documentSchema = z.object({
  chat_id: z.coerce.number().int(),
  document: z.object({ name: z.string(), content: z.string() }),
});
const editSchema = z.object({ chat_id: z.int(), message_id: z.int(), reply_markup: keyboardSchema });

type Method = (state: TelegramState, payload: Record<string, unknown>) => unknown;

/** The methods that this fake knows, with the refusals of Telegram's that matter here. */
export const methods: Record<string, Method> = {
  getMe: () => ({ id: 870, is_bot: true, first_name: "自查", username: "shifan_bot" }),
  setMyCommands: () => true,
  deleteWebhook: (state) => {
    state.webhook = null;
    return true;
  },
  setWebhook: (state, payload) => {
    state.webhook = { url: String(payload.url), secret: payload.secret_token?.toString() ?? null };
    return true;
  },
  sendMessage: (state, payload) => {
    const { chat_id: chatId, text, entities, reply_markup: markup } = textSchema.parse(payload);
    checkText(text, entities);
    const message: ShownMessage = {
      messageId: state.nextMessageId++,
      chatId,
      text,
      entities,
      keyboard: checkKeyboard(markup),
    };
    state.shown.push(message);
    return { message_id: message.messageId, date: 0, chat: { id: chatId, type: "private" }, text };
  },
  editMessageText: (state, payload) => {
    const { chat_id: chatId, text, entities, reply_markup: markup } = textSchema.parse(payload);
    checkText(text, entities);
    return edit(state, chatId, Number(payload.message_id), { text, entities, keyboard: checkKeyboard(markup) });
  },
  editMessageReplyMarkup: (state, payload) => {
    const { chat_id: chatId, message_id: messageId, reply_markup: markup } = editSchema.parse(payload);
    return edit(state, chatId, messageId, { keyboard: checkKeyboard(markup) });
  },
  sendDocument: (state, payload) => {
    const { chat_id: chatId, document } = documentSchema.parse(payload);
    const messageId = state.nextMessageId++;
    state.shown.push({ messageId, chatId, text: "", entities: [], keyboard: [], document });
    return { message_id: messageId, date: 0, chat: { id: chatId, type: "private" } };
  },
  answerCallbackQuery: (state, payload) => {
    if (!state.openQueries.delete(String(payload.callback_query_id))) {
      throw new Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }
    return true;
  },
};

function edit(state: TelegramState, chatId: number, messageId: number, change: Partial<ShownMessage>): unknown {
  const message = state.shown.find((one) => one.chatId === chatId && one.messageId === messageId);
  if (message === undefined) throw new Refusal(400, "Bad Request: message to edit not found");
  const before = JSON.stringify(message);
  Object.assign(message, change);
  if (JSON.stringify(message) === before) throw new Refusal(400, "Bad Request: message is not modified");
  return { message_id: messageId, date: 0, chat: { id: chatId, type: "private" }, text: message.text };
}

function checkText(text: string, entities: readonly Pick<MessageEntity, "offset" | "length">[]): void {
  if (text.trim() === "") throw new Refusal(400, "Bad Request: message text is empty");
  if (text.length > 4_096) throw new Refusal(400, "Bad Request: message is too long");
  if (!text.isWellFormed()) throw new Refusal(400, "Bad Request: strings must be encoded in UTF-8");
  if (entities.some((entity) => entity.offset + entity.length > text.length)) {
    throw new Refusal(400, "Bad Request: entity bounds are invalid");
  }
}

/** What Telegram gives back at a tap has up to 64 bytes. */
const isTooLong = (button: ShownButton): boolean =>
  "callback_data" in button && Buffer.byteLength(button.callback_data) > 64;

function checkKeyboard(markup: z.infer<typeof keyboardSchema>): ShownMessage["keyboard"] {
  const keyboard = markup?.inline_keyboard ?? [];
  if (keyboard.flat().some(isTooLong)) {
    throw new Refusal(400, "Bad Request: BUTTON_DATA_INVALID");
  }
  return keyboard;
}
