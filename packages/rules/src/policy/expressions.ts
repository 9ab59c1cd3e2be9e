import { z } from "zod";

/** Where a value comes from: the law's own words, our reading of them (Art. 17 may settle it), or a setting of ours. */
export const marks = ["原文", "解释", "设置"] as const;
export type Mark = (typeof marks)[number];
export const markSchema = z.enum(marks);

/** What a policy may read of the assessment itself. */
const contextNames = ["as_of", "round_year", "base_year", "round_deadline"] as const;
export type ContextName = (typeof contextNames)[number];

/** A quantity computed from facts. Money and decimals are written as text, so that no digit is lost on the way. */
export type Expression =
  | { fact: string }
  | { money: string }
  | { number: string }
  | { int: number }
  | { date: string }
  | { context: ContextName }
  | { sum: Expression[] }
  | { difference: [Expression, Expression] }
  | { latest: Expression[] }
  | { smaller: [Expression, Expression] }
  | { between: [Expression, Expression] }
  | { after: Expression; years?: number | undefined; days?: number | undefined }
  | { year_of: Expression }
  | { first_day_of_year: Expression }
  | { size_of: string }
  | { by_choice: string; cases: Record<string, Expression> };

export const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: z.string() }),
    z.strictObject({ money: z.string().regex(/^\d+(\.\d{1,2})?$/) }),
    z.strictObject({ number: z.string().regex(/^\d+(\.\d{1,4})?$/) }),
    z.strictObject({ int: z.number().int() }),
    z.strictObject({ date: z.iso.date() }),
    z.strictObject({ context: z.enum(contextNames) }),
    z.strictObject({ sum: z.array(expressionSchema).min(1) }),
    z.strictObject({ difference: z.tuple([expressionSchema, expressionSchema]) }),
    z.strictObject({ latest: z.array(expressionSchema).min(1) }),
    z.strictObject({ smaller: z.tuple([expressionSchema, expressionSchema]) }),
    z.strictObject({ between: z.tuple([expressionSchema, expressionSchema]) }),
    z.strictObject({
      after: expressionSchema,
      years: z.number().int().optional(),
      days: z.number().int().optional(),
    }),
    z.strictObject({ year_of: expressionSchema }),
    z.strictObject({ first_day_of_year: expressionSchema }),
    z.strictObject({ size_of: z.string() }),
    z.strictObject({ by_choice: z.string(), cases: z.record(z.string(), expressionSchema) }),
  ]),
);
