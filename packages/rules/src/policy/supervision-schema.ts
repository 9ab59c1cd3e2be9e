import { z } from "zod";
import { certificationStates, titleCheckKinds, titleCheckResults } from "../lifecycle/certifications.ts";
import { hearingFindings } from "../lifecycle/supervision/inspections.ts";
import { obligationHolders, obligationKinds } from "../lifecycle/supervision/obligations.ts";
import { allSanctionGrounds, sanctionKinds } from "../lifecycle/supervision/sanctions.ts";
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

const id = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** What a check looks at (第十三条): it is printed, filled in on the spot and typed in. */
const checklistSchema = z.strictObject({
  /** What the law says is looked at; each item belongs to one. */
  subjects: z.array(z.strictObject({ id, title: z.string(), article: z.string(), mark: markSchema })),
  ratings: z.array(
    z.strictObject({
      id,
      label: z.string(),
      /** Whether whoever gives it has to say why. */
      needs_remark: z.boolean(),
    }),
  ),
  items: z.array(
    z.strictObject({
      id,
      subject: id,
      title: z.string(),
      /** How it is looked at. */
      how: z.string(),
      kinds: z.array(z.enum(titleCheckKinds)).min(1),
      article: z.string(),
      mark: markSchema,
      ground: z.string(),
    }),
  ),
});
const noChecklist: z.infer<typeof checklistSchema> = { subjects: [], ratings: [], items: [] };

/**
 * What the letter on a check that was not passed says of it, where kind and result fit: `{kind}` is what the check is called, `{valid_to}` the last
 * day of the title, `{rectify_until}` the last day to put right what was found, `{options}` and `{reading}` how 连续两次 may be counted and is.
 */
const checkLetterSchema = z.strictObject({
  kinds: z.array(z.enum(titleCheckKinds)).min(1),
  results: z.array(z.enum(titleCheckResults)).min(1),
  /** Only where something is to be put right. */
  if_rectification: z.boolean().default(false),
  means: z.array(z.string()),
  does_not_mean: z.array(z.string()),
});

/** What the letter on what was found after a hearing says of it. */
const hearingLetterSchema = z.strictObject({
  findings: z.array(z.enum(hearingFindings)).min(1),
  means: z.array(z.string()),
  does_not_mean: z.array(z.string()),
});

/** What a sanction is called, on which article it rests, and whether it bars a new application (第十三条、第十四条). */
const sanctionSchema = z.strictObject({
  kind: z.enum(sanctionKinds),
  title: z.string(),
  article: z.string(),
  bars_application: z.boolean(),
  /** What it may rest on, in the words of the law. */
  grounds: z.array(z.strictObject({ id: z.enum(allSanctionGrounds), title: z.string() })),
  mark: markSchema,
  ground: z.string(),
});

/** One of the ways that false papers may take, by when they are found. */
const falsePaperRouteSchema = z.strictObject({
  id: z.string(),
  /** When they are found. */
  found: z.string(),
  /** What the city then decides. */
  outcome: z.string(),
  /** The act that it comes to, as `resource.act`; null where the law leaves it open. */
  act: z.string().nullable(),
  /** The standings of a title in which it is open; none where there is no title yet. */
  title_standings: z.array(z.enum([...certificationStates, "expired", "not_yet_valid"])),
  /** Null where the law leaves it open. */
  bars_application: z.boolean().nullable(),
  /** What follows for the unit, in a sentence. */
  consequence: z.string(),
  article: z.string(),
  mark: markSchema,
  ground: z.string(),
});

/** Chapter 5 of the regulation as data. A version from before it asks for nothing. */
export const supervisionSchema = z.strictObject({
  obligations: z.array(obligationSchema),
  /** Readings of the chapter that are ours until the city interprets it (第十七条). */
  readings: z.array(settingSchema),
  /** 工作总结 (第十二条). */
  report_form: reportFormSchema.default(noReportForm),
  checklist: checklistSchema.default(noChecklist),
  check_letters: z.array(checkLetterSchema).default([]),
  hearing_letters: z.array(hearingLetterSchema).default([]),
  sanctions: z.array(sanctionSchema).default([]),
  false_papers: z.array(falsePaperRouteSchema).default([]),
});
export const noSupervision: z.infer<typeof supervisionSchema> = {
  obligations: [],
  readings: [],
  report_form: noReportForm,
  checklist: noChecklist,
  check_letters: [],
  hearing_letters: [],
  sanctions: [],
  false_papers: [],
};
