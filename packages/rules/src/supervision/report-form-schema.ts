import { z } from "zod";
import { fieldSchema, formId } from "../forms/fields.ts";
import { fieldReferenceSchema, rowConditionSchema } from "../forms/figures.ts";
import { markSchema } from "../policy/expressions.ts";

/**
 * A field of another form, with its words, its unit and its kind: "part.field" of an annex or of the supplement, or a fact of the policy. Only what
 * the report needs otherwise is said here.
 */
const takenSchema = z.strictObject({
  id: formId,
  takes: z.union([fieldReferenceSchema, formId]),
  /** Where the words of the other form name a year that is not the report's period. */
  name: z.string().optional(),
  unit_from: formId.optional(),
  required: z.boolean().default(false),
  note: z.string().optional(),
});

/** With what an annual report may begin: the sum of its halves, what stood at the end of the second, or nothing. */
export const halvesRules = ["add", "last", "apart"] as const;
export type HalvesRule = (typeof halvesRules)[number];

const figureSchema = z.strictObject({
  field: z.union([takenSchema, fieldSchema]),
  halves: z.enum(halvesRules),
  /** How many of the list of served enterprises are like this, each counted once; an empty condition: all of them. */
  counts: z.strictObject({ where: rowConditionSchema.optional() }).optional(),
});

/** 工作总结 (第十二条): the figures that the next application and the statistics use, and what was done in words. */
export const reportFormSchema = z.strictObject({
  title: z.string(),
  article: z.string(),
  mark: markSchema,
  ground: z.string(),
  /** The list of the forms whose columns the list of served enterprises has; null where the form rests on none. */
  served_list: formId.nullable(),
  figures: z.array(figureSchema),
  texts: z.array(z.union([takenSchema, fieldSchema])),
});

export type ReportFormDocument = z.infer<typeof reportFormSchema>;
export type ReportFieldDocument = ReportFormDocument["texts"][number];

/** A policy that asks for no report. */
export const noReportForm: ReportFormDocument = {
  title: "",
  article: "",
  mark: "设置",
  ground: "",
  served_list: null,
  figures: [],
  texts: [],
};
