import { maximumActionBytes, maximumTextLength, messageSchema, turnSchema } from "@shifan/dialog";
import { z } from "zod";
import { instantSchema, rawFactsSchema } from "./values.ts";

export const createChatSessionSchema = z
  .strictObject({ policyId: z.string().min(1).max(100).optional() })
  .meta({ id: "CreateChatSession", description: "开始一次自查；不写办法编号时用本站默认的办法" });

export const chatSessionCreatedSchema = z
  .object({
    id: z.string(),
    token: z.string().meta({ description: "只在这里给出一次，以后放在 Authorization: Bearer 里" }),
    turn: turnSchema,
  })
  .meta({ id: "ChatSessionCreated" });

const inputKinds = ["text", "action", "facts"] as const;

/** One input of a chat: exactly one of text, action and facts, and optionally a number by which a repeated one is known. */
export const chatInputSchema = z
  .strictObject({
    text: z.string().min(1, "请写点什么").max(maximumTextLength, `一次最多${maximumTextLength}字`).optional(),
    action: z
      .string()
      .min(1)
      .refine(
        (action) => new TextEncoder().encode(action).length <= maximumActionBytes,
        `最多${maximumActionBytes}字节`,
      )
      .optional(),
    facts: rawFactsSchema.optional(),
    seq: z.int().nonnegative().optional().meta({ description: "调用方自己的编号；重复的编号得到同一个回答" }),
  })
  .refine((input) => inputKinds.filter((kind) => input[kind] !== undefined).length === 1, {
    message: "text、action、facts 三项写且只写一项",
  })
  .meta({ id: "ChatInput" });

export const chatAnswerSchema = z.object({ turn: turnSchema }).meta({ id: "ChatAnswer" });

/** One exchange of the conversation: what the person said (null for the welcome) and what was answered. */
export const transcriptEntrySchema = z
  .object({ n: z.int(), at: instantSchema, said: z.string().nullable(), messages: z.array(messageSchema) })
  .meta({ id: "TranscriptEntry" });

/** What is on record for one fact, in words and as a value; `known: false` = 待查. */
export const chatFactAnswerSchema = z
  .object({
    fact: z.string(),
    question: z.string(),
    label: z.string(),
    text: z.string(),
    value: z.unknown().meta({ description: "记下的值；没有准数时为 null" }),
    known: z.boolean(),
  })
  .meta({ id: "ChatFactAnswer" });

export const chatSessionSchema = z
  .object({
    turn: turnSchema,
    transcript: z.array(transcriptEntrySchema),
    answers: z.array(chatFactAnswerSchema),
  })
  .meta({ id: "ChatSession" });

export type CreateChatSession = z.infer<typeof createChatSessionSchema>;
export type ChatSessionCreated = z.infer<typeof chatSessionCreatedSchema>;
export type ChatInput = z.infer<typeof chatInputSchema>;
export type ChatAnswer = z.infer<typeof chatAnswerSchema>;
export type TranscriptEntry = z.infer<typeof transcriptEntrySchema>;
export type ChatFactAnswer = z.infer<typeof chatFactAnswerSchema>;
export type ChatSession = z.infer<typeof chatSessionSchema>;
