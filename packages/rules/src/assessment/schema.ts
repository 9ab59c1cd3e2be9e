import { z } from "zod";

/** The three values of every test. Unknown is never false: what is not decided is `undetermined` and says why. */
export const criterionStatuses = ["met", "not_met", "undetermined"] as const;
/** The best verdict is `met_pending_review`: experts and 择优 decide the rest (Arts. 8, 11). */
export const verdicts = ["not_met", "undetermined", "met_pending_review"] as const;
/** Why a criterion is open, in the order in which the first that applies is named. */
export const openReasons = ["contradictory", "unanswered", "reading", "officer"] as const;
export const materialStatuses = [
  "not_applicable",
  "unknown",
  "missing",
  "invalid",
  "valid",
  "present_unchecked",
] as const;
/** 规范是否有效, confirmed by a person on a day; never assumed. */
export const inForceStatuses = ["confirmed", "unconfirmed", "ended"] as const;

const dateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const factId = z.string();

export const warningSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});

export const requirementSchema = z.object({ op: z.string(), value: z.string(), unit: z.string() });

export const criterionPartSchema = z.object({ fact: factId, status: z.enum(criterionStatuses) });

export const criterionResultSchema = z.object({
  id: z.string(),
  article: z.string(),
  title: z.string(),
  status: z.enum(criterionStatuses),
  reason: z.enum(openReasons).nullable(),
  actual: z.string().nullable(),
  required: requirementSchema.nullable(),
  gap: z.string().nullable(),
  earliestDate: dateText.nullable(),
  parts: z.array(criterionPartSchema),
  missingFacts: z.array(factId),
  warnings: z.array(warningSchema),
  advice: z.string().nullable(),
});

export const materialPartResultSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(materialStatuses),
  reasons: z.array(z.string()),
});

export const materialResultSchema = z.object({
  id: z.string(),
  article: z.string(),
  title: z.string(),
  status: z.enum(materialStatuses),
  reasons: z.array(z.string()),
  parts: z.array(materialPartResultSchema),
});

export const assessmentSchema = z.object({
  policy: z.object({
    id: z.string(),
    version: z.number().int(),
    inForce: z.object({
      status: z.enum(inForceStatuses),
      checkedOn: dateText.nullable(),
      source: z.string().nullable(),
    }),
  }),
  asOf: dateText,
  verdict: z.enum(verdicts),
  criteria: z.array(criterionResultSchema),
  expert: z.array(z.object({ id: z.string(), article: z.string(), title: z.string() })),
  alternatives: z.array(z.object({ platformType: z.string(), verdict: z.enum(verdicts) })),
  materials: z.array(materialResultSchema),
  missingFacts: z.array(factId),
  warnings: z.array(warningSchema),
  reapplyBarredUntil: dateText.nullable(),
  earliestRoundYear: z.number().int().nullable(),
  earliestDate: dateText.nullable(),
});

export type CriterionStatus = (typeof criterionStatuses)[number];
export type Verdict = (typeof verdicts)[number];
export type OpenReason = (typeof openReasons)[number];
export type MaterialStatus = (typeof materialStatuses)[number];
export type Warning = z.infer<typeof warningSchema>;
export type CriterionPart = z.infer<typeof criterionPartSchema>;
export type CriterionResult = z.infer<typeof criterionResultSchema>;
export type MaterialResult = z.infer<typeof materialResultSchema>;
export type Assessment = z.infer<typeof assessmentSchema>;
