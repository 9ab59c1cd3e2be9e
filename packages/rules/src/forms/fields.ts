import { z } from "zod";
import { markSchema } from "../policy/expressions.ts";
import { fieldReferenceSchema, formYears } from "./figures.ts";

/**
 * What a field takes. Decimals (`money_wan` in 万元, `percent`, `number`) are text, so that no digit is lost; `int` and
 * `year` are JSON integers, `bool` is true or false, `choices` an array, everything else text. `day_or_month` is YYYY-MM-DD or
 * YYYY-MM.
 */
export const fieldTypes = [
  "text",
  "long_text",
  "int",
  "number",
  "money_wan",
  "percent",
  "year",
  "date",
  "day_or_month",
  "phone",
  "mobile",
  "email",
  "postcode",
  "url",
  "icp",
  "uscc",
  "bool",
  "choice",
  "choices",
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const formId = z.string().regex(/^[a-z][a-z0-9_]*$/);
const decimalText = z.string().regex(/^\d+(\.\d+)?$/);

export const optionSchema = z.strictObject({ value: z.string(), label: z.string() });

export const fieldSchema = z.strictObject({
  id: formId,
  /** The words of the form, exactly; of a field that the form does not have, ours. */
  label: z.string().min(1),
  /** How a screen or a message calls it where the printed words alone do not say. */
  name: z.string().optional(),
  type: z.enum(fieldTypes),
  unit: z.string().optional(),
  /** The field of the same row that names the unit. */
  unit_from: formId.optional(),
  /** Whether the form counts as incomplete without it. */
  required: z.boolean().default(false),
  /** False for what the printed form does not have: optional, never printed. */
  printed: z.boolean().default(true),
  /** Personal data of a third person: stored encrypted, masked by role. */
  personal: z.boolean().default(false),
  /** Where the paper carries a stamp or a signature. */
  stamp: z.enum(["seal", "signature"]).optional(),
  /** A field that is printed at the head of this one, since the form has no place for it. */
  opens_with: fieldReferenceSchema.optional(),
  /** The field whose value holds where nothing is written here. */
  same_as: fieldReferenceSchema.optional(),
  note: z.string().optional(),
  /** Where they differ from those of the section or the list. */
  article: z.string().optional(),
  mark: markSchema.optional(),
  /** The fact of the policy that this field states. */
  fact: z.string().optional(),
  /** The fact that this column states in the row of a year. */
  facts: z.partialRecord(z.enum(formYears), z.string()).optional(),
  options: z.array(optionSchema).min(1).optional(),
  options_from: z.literal("districts").optional(),
  negative: z.boolean().optional(),
  /** The largest value possible by itself. */
  most: decimalText.optional(),
  /** Characters. */
  longest: z.number().int().positive().optional(),
});

export type FieldDocument = z.infer<typeof fieldSchema>;
