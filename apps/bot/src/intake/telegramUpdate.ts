import { z } from "zod";

const chatSchema = z.object({ id: z.int(), type: z.string() });

const messageSchema = z.looseObject({
  chat: chatSchema,
  text: z.string().optional(),
});

const originMessageSchema = z.object({
  message_id: z.int().optional(),
  chat: chatSchema,
  text: z.string().default(""),
  entities: z.array(z.object({ type: z.string(), offset: z.int(), length: z.int() })).default([]),
  reply_markup: z
    .object({
      inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string().optional() }))),
    })
    .optional(),
});

/** What every update has, whatever else Telegram may one day put in. */
export const envelopeSchema = z.looseObject({ update_id: z.int().nonnegative() });

/** The parts of Telegram's Update that this bot reads; everything else is dropped unread. */
export const telegramUpdateSchema = z.object({
  update_id: z.int().nonnegative(),
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: z.object({ id: z.int() }),
      data: z.string().optional(),
      message: originMessageSchema.optional(),
    })
    .optional(),
});

/** The kinds of update asked of Telegram: exactly those above. */
export const allowedUpdates = ["message", "edited_message", "callback_query"] as const;

export type TelegramUpdate = z.infer<typeof telegramUpdateSchema>;
export type TelegramMessage = z.infer<typeof messageSchema>;
export type OriginMessage = z.infer<typeof originMessageSchema>;
