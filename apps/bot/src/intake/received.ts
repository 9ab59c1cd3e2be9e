import { z } from "zod";

const buttonSchema = z.object({ text: z.string(), action: z.string() });
const originSchema = z.object({
  messageId: z.int(),
  text: z.string(),
  bold: z.array(z.object({ offset: z.int(), length: z.int() })),
  buttons: z.array(buttonSchema),
});

/**
 * What is kept of an update: what the conversation needs to hear and nothing about the person who said it.
 * Names, photographs, documents, places and telephone numbers in an update are never stored.
 */
export const receivedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("action"), action: z.string() }),
  /** A tapped button; `origin` is the message it stands under, null when Telegram no longer shows it. */
  z.object({ kind: z.literal("tap"), queryId: z.string(), action: z.string(), origin: originSchema.nullable() }),
  /** A tapped button that belongs to no conversation of ours. */
  z.object({ kind: z.literal("deadTap"), queryId: z.string() }),
  z.object({ kind: z.literal("explain"), about: z.enum(["attachment", "edited", "privateOnly"]) }),
]);

export type Received = z.infer<typeof receivedSchema>;
export type Origin = z.infer<typeof originSchema>;
