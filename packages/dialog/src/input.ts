import { z } from "zod";

/** The longest text a person may send in one message, in UTF-16 code units. */
export const maximumTextLength = 2_000;
export const maximumActionBytes = 48;

/** One input of a conversation: what was typed, what was tapped, or a program's exact facts (null = 不清楚). */
export const dialogInputSchema = z.union([
  z.strictObject({ text: z.string().min(1).max(maximumTextLength) }),
  z.strictObject({ action: z.string().min(1).max(maximumActionBytes) }),
  z.strictObject({ facts: z.record(z.string(), z.unknown()) }),
]);
export type DialogInput = z.infer<typeof dialogInputSchema>;
