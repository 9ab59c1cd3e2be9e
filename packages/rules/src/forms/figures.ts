import { z } from "zod";

/** The years of the annexes, counted from the round: Y−1, Y−2, Y−3. */
export const formYears = ["base_year", "year_before", "two_years_before"] as const;
export type FormYear = (typeof formYears)[number];

/** What a row of a list must be like. A value that is not given leaves the condition open, never false. */
export type RowCondition =
  | { column: string; is: string | boolean }
  | { column: string; begins_with: string }
  | { column: string; on_or_after: "submission_date" }
  | { blank: string }
  | { given: string }
  | { all: RowCondition[] }
  | { any: RowCondition[] };

export const rowConditionSchema: z.ZodType<RowCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ column: z.string(), is: z.union([z.string(), z.boolean()]) }),
    z.strictObject({ column: z.string(), begins_with: z.string().min(1) }),
    z.strictObject({ column: z.string(), on_or_after: z.literal("submission_date") }),
    z.strictObject({ blank: z.string() }),
    z.strictObject({ given: z.string() }),
    z.strictObject({ all: z.array(rowConditionSchema).min(1) }),
    z.strictObject({ any: z.array(rowConditionSchema).min(1) }),
  ]),
);

/** A field of a section, written "section.field". */
export const fieldReferenceSchema = z.string().regex(/^[a-z0-9_]+\.[a-z0-9_]+$/);

/** A figure of a form. `name` is how a message calls it where the field's own name does not say. */
export type FigureDocument =
  | { field: string; name?: string | undefined }
  | { list: string; year: FormYear; column: string; name?: string | undefined }
  | {
      sum: string;
      column: string;
      /** Multiplies by another column, where the setting says that the column is meant so. */
      times?: { column: string; if: { setting: string; is: string } } | undefined;
      /** Whether the sum of what is given counts as a lower bound while a row is blank. */
      partial?: boolean | undefined;
      name: string;
    }
  | {
      /** Distinct persons or bodies of a list, by its identity. */
      distinct: string;
      where?: RowCondition | undefined;
      without_applicant?: boolean | undefined;
      name: string;
    }
  | { total: FigureDocument[]; name: string }
  | { number: string };

export const figureSchema: z.ZodType<FigureDocument> = z.lazy(() =>
  z.union([
    z.strictObject({ field: fieldReferenceSchema, name: z.string().optional() }),
    z.strictObject({ list: z.string(), year: z.enum(formYears), column: z.string(), name: z.string().optional() }),
    z.strictObject({
      sum: z.string(),
      column: z.string(),
      times: z
        .strictObject({ column: z.string(), if: z.strictObject({ setting: z.string(), is: z.string() }) })
        .optional(),
      partial: z.boolean().optional(),
      name: z.string(),
    }),
    z.strictObject({
      distinct: z.string(),
      where: rowConditionSchema.optional(),
      without_applicant: z.boolean().optional(),
      name: z.string(),
    }),
    z.strictObject({ total: z.array(figureSchema).min(1), name: z.string() }),
    z.strictObject({ number: z.string().regex(/^\d+(\.\d{1,6})?$/) }),
  ]),
);
