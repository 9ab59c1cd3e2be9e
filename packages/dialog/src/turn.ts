import { assessmentSchema } from "@shifan/rules";
import { z } from "zod";

/** One tap. `action` is opaque to channels and at most 48 bytes, so that it fits every messenger's callback data. */
export const choiceSchema = z.object({
  label: z.string(),
  action: z.string().max(48),
  selected: z.boolean().optional(),
});

export const turnFileSchema = z.object({ name: z.string(), url: z.string() });

export const messageSchema = z.object({
  /** Plain Chinese text; lines are separated by \n. What stands between ** at the start of a line may be shown bold. */
  text: z.string(),
  choices: z.array(choiceSchema),
  files: z.array(turnFileSchema),
});

export const questionInputs = ["one", "many", "text", "number", "money", "date"] as const;

/** What a channel shows after one input: the same on the web, in Telegram and in the console's preview. */
export const turnSchema = z.object({
  messages: z.array(messageSchema),
  question: z.object({ id: z.string(), facts: z.array(z.string()), input: z.enum(questionInputs) }).nullable(),
  progress: z.object({ answered: z.number().int(), remaining: z.number().int() }),
  assessment: assessmentSchema.nullable(),
});

export type Choice = z.infer<typeof choiceSchema>;
export type Message = z.infer<typeof messageSchema>;
export type Turn = z.infer<typeof turnSchema>;
export type QuestionInput = (typeof questionInputs)[number];
