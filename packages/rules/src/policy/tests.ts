import { z } from "zod";
import { openReasons } from "../assessment/schema.ts";
import { type Expression, expressionSchema, type Mark, markSchema } from "./expressions.ts";

export const comparators = [">=", ">", "<=", "<", "=", "!="] as const;
export type Comparator = (typeof comparators)[number];

/** `measured` marks the one node whose actual value, requirement and gap the assessment shows for the criterion. */
type Annotated = { mark?: Mark; measured?: boolean; part?: string };
/** Reasons a policy may give for leaving a question to people; a contradiction is found, never declared. */
type DoubtReason = "unanswered" | "reading" | "officer";
type Outcome = "met" | "not_met" | { open: DoubtReason };

/** A three-valued condition: met, not met, or undetermined. */
export type TestDocument = Annotated &
  (
    | { fact: string; is: boolean | string }
    | { fact: string; in: string[] }
    | { fact: string; contains: string[] }
    | { given: string }
    | { happened: string }
    | { left: Expression; compare: Comparator; right: Expression; unit?: string }
    | {
        numerator: Expression;
        denominator: Expression;
        at_least: string;
        /** What is shown as the numerator reached, where the numerator itself is a span. */
        shown_numerator?: Expression;
        /** Facts to give anew when the known figures do not decide. */
        reopens?: string[];
      }
    | { elapsed_since: Expression; years: number; by: Expression }
    | { same_month: [Expression, Expression] }
    | { matches: string; format: "icp_number" }
    | { all: TestDocument[] }
    | { any: TestDocument[] }
    | { not: TestDocument }
    | { only_if: TestDocument; must: TestDocument }
    | { provided: TestDocument; otherwise: DoubtReason; must: TestDocument }
    | { doubt_if: TestDocument; reason: DoubtReason; otherwise: "met" | "not_met"; cured_on?: Expression }
    | { barred_if: TestDocument; first_free_day: Expression }
    | { outcome_of: string; cases: Record<string, Outcome> }
    | { setting: string; cases: Record<string, TestDocument> }
    | { criteria_met: string[]; needed_by: string; needed: Record<string, number>; unit?: string }
  );

const annotated = {
  mark: markSchema.optional(),
  measured: z.boolean().optional(),
  part: z.string().optional(),
};
const doubtReason = z.enum(openReasons).exclude(["contradictory"]);
const outcome = z.union([z.enum(["met", "not_met"]), z.strictObject({ open: doubtReason })]);

export const testSchema: z.ZodType<TestDocument> = z.lazy(() =>
  z.union([
    z.strictObject({ ...annotated, fact: z.string(), is: z.union([z.boolean(), z.string()]) }),
    z.strictObject({ ...annotated, fact: z.string(), in: z.array(z.string()).min(1) }),
    z.strictObject({ ...annotated, fact: z.string(), contains: z.array(z.string()).min(1) }),
    z.strictObject({ ...annotated, given: z.string() }),
    z.strictObject({ ...annotated, happened: z.string() }),
    z.strictObject({
      ...annotated,
      left: expressionSchema,
      compare: z.enum(comparators),
      right: expressionSchema,
      unit: z.string().optional(),
    }),
    z.strictObject({
      ...annotated,
      numerator: expressionSchema,
      denominator: expressionSchema,
      at_least: z.string().regex(/^[01](\.\d{1,4})?$/),
      shown_numerator: expressionSchema.optional(),
      reopens: z.array(z.string()).optional(),
    }),
    z.strictObject({
      ...annotated,
      elapsed_since: expressionSchema,
      years: z.number().int().positive(),
      by: expressionSchema,
    }),
    z.strictObject({ ...annotated, same_month: z.tuple([expressionSchema, expressionSchema]) }),
    z.strictObject({ ...annotated, matches: z.string(), format: z.literal("icp_number") }),
    z.strictObject({ ...annotated, all: z.array(testSchema).min(1) }),
    z.strictObject({ ...annotated, any: z.array(testSchema).min(1) }),
    z.strictObject({ ...annotated, not: testSchema }),
    z.strictObject({ ...annotated, only_if: testSchema, must: testSchema }),
    z.strictObject({ ...annotated, provided: testSchema, otherwise: doubtReason, must: testSchema }),
    z.strictObject({
      ...annotated,
      doubt_if: testSchema,
      reason: doubtReason,
      otherwise: z.enum(["met", "not_met"]),
      cured_on: expressionSchema.optional(),
    }),
    z.strictObject({ ...annotated, barred_if: testSchema, first_free_day: expressionSchema }),
    z.strictObject({ ...annotated, outcome_of: z.string(), cases: z.record(z.string(), outcome) }),
    z.strictObject({ ...annotated, setting: z.string(), cases: z.record(z.string(), testSchema) }),
    z.strictObject({
      ...annotated,
      criteria_met: z.array(z.string()).min(1),
      needed_by: z.string(),
      needed: z.record(z.string(), z.number().int().positive()),
      unit: z.string().optional(),
    }),
  ]),
) as z.ZodType<TestDocument>;
