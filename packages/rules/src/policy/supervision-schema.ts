import { z } from "zod";
import { certificationStates } from "../lifecycle/certifications.ts";
import { obligationHolders, obligationKinds } from "../lifecycle/supervision/obligations.ts";
import { allSanctionGrounds, sanctionKinds } from "../lifecycle/supervision/sanctions.ts";
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
  sanctions: z.array(sanctionSchema).default([]),
  false_papers: z.array(falsePaperRouteSchema).default([]),
});
export const noSupervision: z.infer<typeof supervisionSchema> = {
  obligations: [],
  readings: [],
  sanctions: [],
  false_papers: [],
};
