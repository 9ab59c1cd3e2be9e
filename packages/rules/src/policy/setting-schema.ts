import { z } from "zod";
import { markSchema } from "./expressions.ts";

/** A reading of the law or a choice of ours, with its alternatives (解释、设置). */
export const settingSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  options: z.array(z.strictObject({ value: z.union([z.string(), z.number(), z.boolean()]), label: z.string() })),
  article: z.string(),
  mark: markSchema,
  ground: z.string(),
});
