import { z } from "zod";
import { fieldErrorSchema } from "./problems/schema.ts";

/** What became of one case, where one request acts on many. */
export const actResultSchema = z
  .object({
    applicationId: z.string(),
    outcome: z.string().meta({ description: "accepted，或没有办成的代码" }),
    detail: z.string().nullable(),
    article: z.string().nullable(),
    revision: z.int().nullable().meta({ description: "这一件现在的版本；看不到的为空" }),
    errors: z.array(fieldErrorSchema),
  })
  .meta({ id: "ActResult" });

export type ActResult = z.infer<typeof actResultSchema>;
