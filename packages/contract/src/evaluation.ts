import { assessmentSchema } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, rawFactsSchema } from "./values.ts";

export const maximumBatchItems = 500;

const unknownFactsSchema = z
  .array(z.string().max(100))
  .max(1_000)
  .meta({ description: "明说“不清楚”的事实：即使办法规定不填即视为没有，也按待查处理" });

/** The round one prepares for; left out, it is not announced and no date of a round is given. */
export const roundSchema = z
  .strictObject({ year: z.int().min(1990).max(2100), submissionDeadline: dateTextSchema })
  .meta({ id: "Round", description: "目标年度和申报截止日；不写表示尚未公布" });

export const evaluationSchema = z
  .strictObject({
    facts: rawFactsSchema,
    unknown: unknownFactsSchema.optional(),
    asOf: dateTextSchema.optional(),
    round: roundSchema.optional(),
  })
  .meta({ id: "Evaluation" });

export const evaluationBatchSchema = z
  .strictObject({
    items: z
      .array(
        z.strictObject({
          facts: rawFactsSchema,
          unknown: unknownFactsSchema.optional(),
          asOf: dateTextSchema.optional(),
          round: roundSchema.optional(),
        }),
      )
      .min(1, "至少一份")
      .max(maximumBatchItems, `一次最多${maximumBatchItems}份`),
  })
  .meta({ id: "EvaluationBatch" });

export const batchResultSchema = z.object({ items: z.array(assessmentSchema) }).meta({ id: "EvaluationBatchResult" });

export type Evaluation = z.infer<typeof evaluationSchema>;
export type EvaluationBatch = z.infer<typeof evaluationBatchSchema>;
export type BatchResult = z.infer<typeof batchResultSchema>;
