import { z } from "zod";
import { markSchema } from "../policy/expressions.ts";
import { formId } from "./fields.ts";
import { fieldReferenceSchema, figureSchema } from "./figures.ts";

const decimalText = z.string().regex(/^\d+(\.\d{1,6})?$/);

export const findingLevels = ["error", "warning"] as const;
export type FindingLevel = (typeof findingLevels)[number];

const every = {
  /** X01 … of the table of cross-checks; several checks may belong to one. */
  code: z.string().regex(/^X\d\d$/),
  /** Which of them. */
  id: formId,
  level: z.enum(findingLevels),
  article: z.string(),
  mark: markSchema,
  /** The Chinese message with {params}. */
  text: z.string(),
};

/** Fields by reference, or all rows of a column. */
const valuesSchema = z
  .array(z.union([z.strictObject({ field: fieldReferenceSchema }), z.strictObject({ list: formId, column: formId })]))
  .min(1);

export type ValuesDocument = z.infer<typeof valuesSchema>;

const comparison = z.enum(["<=", ">=", "="]);

/** One operator each; what one needs and does not find gives no finding. */
export const checkSchema = z.discriminatedUnion("kind", [
  /** All figures that are known are equal. */
  z.strictObject({ kind: z.literal("agree"), ...every, figures: z.array(figureSchema).min(2) }),
  z.strictObject({
    kind: z.literal("compare"),
    ...every,
    left: figureSchema,
    compare: comparison,
    right: figureSchema,
  }),
  /** The same comparison in each row of a list. */
  z.strictObject({
    kind: z.literal("each_row"),
    ...every,
    list: formId,
    left: formId,
    compare: comparison,
    right: formId,
  }),
  /** A stated percentage is part ÷ whole, within so many percentage points either way. */
  z.strictObject({
    kind: z.literal("share"),
    ...every,
    part: figureSchema,
    whole: figureSchema,
    stated: figureSchema,
    within: decimalText,
  }),
  z.strictObject({
    kind: z.literal("ratio_at_least"),
    ...every,
    part: figureSchema,
    whole: figureSchema,
    at_least: decimalText,
  }),
  /** One figure is about so many times another. */
  z.strictObject({
    kind: z.literal("not_times"),
    ...every,
    figures: z.array(figureSchema).min(2),
    times: decimalText,
    within_percent: decimalText,
  }),
  /** Every value lies between the two ends that are given, both included. */
  z.strictObject({
    kind: z.literal("range"),
    ...every,
    values: valuesSchema,
    least: decimalText.optional(),
    most: decimalText.optional(),
  }),
  /** No date lies after today. */
  z.strictObject({ kind: z.literal("not_after_today"), ...every, values: valuesSchema }),
  /** So many years have passed on the submission day since the later of the dates. */
  z.strictObject({
    kind: z.literal("elapsed"),
    ...every,
    since_latest: z.array(fieldReferenceSchema).min(1),
    years: z.number().int().positive(),
  }),
  z.strictObject({ kind: z.literal("same_date"), ...every, fields: z.array(fieldReferenceSchema).length(2) }),
  /** Both are given or neither is. */
  z.strictObject({ kind: z.literal("together"), ...every, fields: z.array(fieldReferenceSchema).length(2) }),
  z.strictObject({ kind: z.literal("no_duplicates"), ...every, list: formId }),
  z.strictObject({ kind: z.literal("without_applicant"), ...every, list: formId }),
  /** One value of a column does not stand with so many different bodies. */
  z.strictObject({
    kind: z.literal("not_repeated"),
    ...every,
    list: formId,
    column: formId,
    bodies: z.number().int().min(2),
  }),
  /** Every body of one list stands in the other. */
  z.strictObject({ kind: z.literal("within"), ...every, list: formId, of: formId }),
]);

export type CheckDocument = z.infer<typeof checkSchema>;
export type CheckOf<Kind extends CheckDocument["kind"]> = Extract<CheckDocument, { kind: Kind }>;
