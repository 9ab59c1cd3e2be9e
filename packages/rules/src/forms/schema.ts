import { z } from "zod";
import { markSchema } from "../policy/expressions.ts";
import { checkSchema } from "./check-documents.ts";
import { fieldSchema, formId } from "./fields.ts";
import { fieldReferenceSchema, figureSchema, formYears } from "./figures.ts";

const headed = {
  id: formId,
  /** For screens and messages. */
  title: z.string().min(1),
  /** The heading as printed; null where the form has none. */
  heading: z.string().nullable(),
  article: z.string(),
  mark: markSchema,
};

const sectionSchema = z.strictObject({
  kind: z.literal("section"),
  ...headed,
  fields: z.array(fieldSchema).min(1),
  /** The form's own lines with {field} in the blanks; {list:id} where a list stands inside a line. */
  lines: z.array(z.string()).optional(),
});

const listSchema = z.strictObject({
  kind: z.literal("list"),
  ...headed,
  /** Heading of the running number, where the form prints one. */
  numbered: z.string().nullable(),
  columns: z.array(fieldSchema).min(1),
  /** Printed below the rows. */
  foot: z.string().optional(),
  most_rows: z.strictObject({ value: z.number().int().positive(), mark: markSchema }),
  least_rows: z.strictObject({ value: z.number().int().positive(), article: z.string(), mark: markSchema }).optional(),
  /** Rows fixed by year; `year` names the column that holds it. */
  yearly: z
    .strictObject({
      year: formId,
      rows: z.array(z.strictObject({ year: z.enum(formYears), required: z.boolean() })).min(1),
    })
    .optional(),
  /** When two rows are the same person or body: the same code, else the same values of `alike`. */
  identity: z
    .strictObject({
      code: formId.optional(),
      alike: z.array(formId).min(1),
      /** How they are counted: 家, 人. */
      unit: z.string(),
      /** Which value of a column holds when the rows of one body differ: the first of these. */
      prevails: z.record(formId, z.array(z.string())).default({}),
    })
    .optional(),
});

const textSchema = z.strictObject({
  kind: z.literal("text"),
  id: formId,
  role: z.enum(["title", "declaration"]),
  text: z.string().min(1),
});

const annexSchema = z.strictObject({
  id: formId,
  number: z.string(),
  title: z.string(),
  article: z.string(),
  /** Who fills it in. */
  by: z.enum(["applicant", "district"]),
  /** 落款 of the cover. */
  imprint: z.string().nullable(),
  /** The table of contents, each item with the parts that are printed under it, in print order. */
  contents: z
    .strictObject({
      heading: z.string(),
      items: z.array(z.strictObject({ number: z.string(), title: z.string(), parts: z.array(formId).min(1) })),
    })
    .nullable(),
  /** In the order in which the law prints their words. */
  parts: z.array(z.discriminatedUnion("kind", [sectionSchema, listSchema, textSchema])).min(1),
});

/** How a fact follows from the form where no single field states it. */
const derivationSchema = z.strictObject({
  fact: z.string(),
  from: z.union([
    z.strictObject({ figure: figureSchema }),
    z.strictObject({ field_given: fieldReferenceSchema }),
    z.strictObject({ any_row: formId }),
  ]),
  /** Not stated either while the sources of this fact differ. */
  with: z.string().optional(),
  mark: markSchema,
});

const supplementSchema = z.strictObject({
  id: formId,
  title: z.string(),
  article: z.string(),
  mark: markSchema,
  /** Fields that are neither in an annex nor a fact. */
  fields: z.array(fieldSchema).default([]),
  /** Facts with a source in an annex that may stay silent, asked here too. */
  also: z.array(z.string()).default([]),
  /** Facts that nobody is asked for here. */
  not_asked: z.array(z.strictObject({ fact: z.string(), ground: z.string() })).default([]),
  groups: z.array(z.strictObject({ id: formId, title: z.string(), fields: z.array(formId).min(1) })),
  /** Title of the group of facts that no other group names. */
  others: z.string(),
});

export const formsSchema = z.strictObject({
  annexes: z.array(annexSchema),
  /** Fields that name the applicant, so that a list can be checked for it. */
  applicant: z.strictObject({ name: fieldReferenceSchema, code: fieldReferenceSchema }).nullable(),
  supplement: supplementSchema.nullable(),
  derivations: z.array(derivationSchema),
  checks: z.array(checkSchema),
});

export type FormsDocument = z.infer<typeof formsSchema>;
export type AnnexDocument = FormsDocument["annexes"][number];
export type PartDocument = AnnexDocument["parts"][number];
export type SectionDocument = z.infer<typeof sectionSchema>;
export type ListDocument = z.infer<typeof listSchema>;
export type DerivationDocument = FormsDocument["derivations"][number];

/** A policy without forms. */
export const noForms: FormsDocument = {
  annexes: [],
  applicant: null,
  supplement: null,
  derivations: [],
  checks: [],
};
