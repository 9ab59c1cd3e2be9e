import { z } from "zod";
import { obligationHolders, obligationKinds } from "../lifecycle/supervision/obligations.ts";
import { noReportForm, reportFormSchema } from "../supervision/report-form-schema.ts";
import { markSchema } from "./expressions.ts";
import { settingSchema } from "./setting-schema.ts";

/** The last day for something. */
const dueDaySchema = z.strictObject({
  /** Month and day. */
  day: z.string().regex(/^\d\d-\d\d$/),
  /** How many years after the period's own. */
  years: z.number().int().nonnegative(),
});

const obligationCoreSchema = z.strictObject({
  kind: z.enum(obligationKinds),
  title: z.string(),
  holder: z.enum(obligationHolders),
  /** Whether it is owed at all; one that is not is a right with a last day, and is never late. */
  is_binding: z.boolean(),
  article: z.string(),
  mark: markSchema,
  ground: z.string(),
});

/** What is owed for each period, and until when (第十二条至第十四条). */
export const obligationSchema = z.discriminatedUnion("period", [
  obligationCoreSchema.extend({
    period: z.literal("half_year"),
    /** Null where nothing is owed for that half. */
    due: z.strictObject({ first_half: dueDaySchema.nullable(), second_half: dueDaySchema.nullable() }),
  }),
  obligationCoreSchema.extend({ period: z.literal("year"), due: z.strictObject({ year: dueDaySchema }) }),
  /** On the day that the notice sets. */
  obligationCoreSchema.extend({ period: z.literal("notice"), due: z.null() }),
  /** Until the last day of the title. */
  obligationCoreSchema.extend({ period: z.literal("last_year"), due: z.null() }),
]);

/** Chapter 5 of the regulation as data. A version from before it asks for nothing. */
export const supervisionSchema = z.strictObject({
  obligations: z.array(obligationSchema),
  /** Readings of the chapter that are ours until the city interprets it (第十七条). */
  readings: z.array(settingSchema),
  /** 工作总结 (第十二条). */
  report_form: reportFormSchema.default(noReportForm),
});
export const noSupervision: z.infer<typeof supervisionSchema> = {
  obligations: [],
  readings: [],
  report_form: noReportForm,
};
