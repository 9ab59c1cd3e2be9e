import { z } from "zod";
import { articleSearchSchema, noArticleSearch } from "../article-search/schema.ts";
import { inForceStatuses } from "../assessment/schema.ts";
import { formsSchema, noForms } from "../forms/schema.ts";
import { refusalCodes } from "../lifecycle/refusals.ts";
import { expressionSchema, markSchema } from "./expressions.ts";
import { noReminders, remindersSchema } from "./reminder-schema.ts";
import { settingSchema } from "./setting-schema.ts";
import { noSupervision, supervisionSchema } from "./supervision-schema.ts";
import { testSchema } from "./tests.ts";

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_.]*$/);
const dateText = z.iso.date();

/** How an article reaches the product; every article is exactly one of these. */
export const articleTreatments = ["computed", "judged_by_people", "inoperative"] as const;

export const articleSchema = z.strictObject({
  id: z.string(),
  label: z.string(),
  heading: z.string(),
  text: z.string(),
  treatment: z.enum(articleTreatments),
  treatment_note: z.string(),
});

/** What leaving a fact out says. `means` is for readers; the machine part follows it. */
const absenceSchema = z.union([
  z.strictObject({ value: expressionSchema }),
  z.strictObject({ is: z.union([z.boolean(), z.string(), z.array(z.string())]) }),
  z.strictObject({ not_happened_if_given: z.array(z.string()) }),
  z.strictObject({ first_character_of: z.string(), is: z.record(z.string(), z.string()) }),
]);

export const factSchema = z.strictObject({
  id,
  type: z.string(),
  unit: z.string(),
  question: z.string(),
  hint: z.string(),
  article: z.string(),
  form_source: z.string(),
  absent_means: z.string().optional(),
  /** Short noun for lists of answers and for "改…". */
  label: z.string(),
  /** Other words people use for it. */
  aliases: z.array(z.string()).default([]),
  /** Display names of enum and set values. */
  options: z.record(z.string(), z.string()).optional(),
  /** Other words for the values of a choice, as people write them. */
  option_words: z.record(z.string(), z.array(z.string())).optional(),
  negative: z.boolean().optional(),
  /** The year whose figure it is, counted from the base year (上年度), so that texts can print the calendar year. */
  figure_of: z.enum(["base_year", "year_before", "two_years_before"]).optional(),
  absent: absenceSchema.optional(),
  /** A date still to come: a day before the self-check is asked about. */
  planned: z.boolean().optional(),
  /** A date near the day of the self-check: written without a year, it is one of the present year. */
  near_today: z.boolean().optional(),
  /** A text with a form of its own. */
  format: z.literal("icp_number").optional(),
  /** The choice that names its unit. */
  unit_from: z.string().optional(),
  /** The fact of which it is a part, so that a share (九成五) can be turned into a count. */
  share_of: z.string().optional(),
  /** An absence that can be worked out from other answers is not asked for. */
  derivable: z.boolean().optional(),
  /** Bounds that hold even while the fact is unknown, absent or 不清楚. */
  unknown_between: expressionSchema.optional(),
  /** When true, the event of this fact cannot have happened. */
  never_if: z.strictObject({ fact: z.string(), is: z.boolean() }).optional(),
});

const warningRuleSchema = z.strictObject({
  code: id,
  when: testSchema,
  params: z.record(z.string(), expressionSchema).default({}),
});

const contradictionSchema = z.strictObject({
  code: id,
  facts: z.array(z.string()).min(1),
  when: testSchema,
});

/** When an unmet condition can still change; it chooses the wording of the advice. */
export const remedies = ["before_submission", "base_year_figure", "time", "organisation"] as const;

const adviceSchema = z.strictObject({
  remedy: z.enum(remedies),
  /** The unmet case, while it can still change for the targeted round. */
  not_met: z.string(),
  /** The unmet case once the year whose figure counts has ended. */
  not_met_year_over: z.string().optional(),
  /** A line that the applicant does not claim. */
  not_claimed: z.string().optional(),
  /**
   * What to do about it in one clause, without its day: the next steps of a result name it together with the day. The title
   * stands in where there is none, as in versions that were published before.
   */
  step: z.string().optional(),
  unanswered: z.string(),
  reading: z.string().optional(),
  officer: z.string().optional(),
  contradictory: z.string(),
});

const enquirySchema = z.strictObject({ title: z.string(), text: z.string() });

export const criterionSchema = z.strictObject({
  id,
  article: z.string(),
  title: z.string(),
  short: z.string(),
  mark: markSchema,
  /** Outside it the criterion is not met whatever the other facts say. */
  claimed_if: testSchema.optional(),
  /** A line counts towards another criterion and never decides the verdict by itself. */
  line: z.boolean().default(false),
  test: testSchema,
  warnings: z.array(warningRuleSchema).default([]),
  advice: adviceSchema,
  enquiry: enquirySchema.optional(),
  bars_reapplication: z.boolean().default(false),
});

export const expertItemSchema = z.strictObject({ id, article: z.string(), title: z.string() });

const materialCheckSchema = z.strictObject({ code: id, test: testSchema, mark: markSchema });

const materialCoreSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Absent: always needed. */
  needed_if: testSchema.optional(),
  checks: z.array(materialCheckSchema).default([]),
  /** True where the checks listed are all the checks there are, so that passing them makes the paper valid. */
  fully_checked: z.boolean().default(false),
  /** A known fact of this list shows that the paper is in hand. */
  shown_by: z.array(z.string()).default([]),
  todo: z.string(),
});

export const materialSchema = materialCoreSchema.extend({
  article: z.string(),
  optional: z.boolean().default(false),
  /** Whether the text asks for a seal on it; an annex says itself where its seal goes. */
  stamped: z.boolean().default(false),
  parts: z.array(materialCoreSchema).default([]),
  warnings: z.array(warningRuleSchema).default([]),
});

export const askableOf = ["finance", "personnel", "business", "office", "registry"] as const;

export const questionSchema = z.strictObject({
  id,
  input: z.enum(["one", "many", "text", "number", "money", "date"]),
  facts: z.array(z.string()).min(1),
  /** Asked on this screen although only a warning about a reading depends on it. */
  also: z.array(z.strictObject({ fact: z.string(), when: testSchema })).default([]),
  title: z.string(),
  requirement: z.string().optional(),
  /** Where the figure is to be found. */
  where: z.string().optional(),
  /** What else helps to answer. */
  note: z.string().optional(),
  example: z.string().optional(),
  article: z.array(z.string()).min(1),
  ask: z.enum(askableOf),
  /** Facts of this screen that somebody else knows, and where those are to be found. */
  elsewhere: z
    .array(z.strictObject({ facts: z.array(z.string()).min(1), ask: z.enum(askableOf), where: z.string().optional() }))
    .default([]),
  /** Labels of options for yes/no facts on a screen of several. */
  options: z.record(z.string(), z.string()).default({}),
  /** What a plain 是 or 有 says of a yes/no fact, where the question asks for its opposite. */
  yes_means: z.boolean().default(true),
  /** A tap that states the absence of the facts it names. */
  none: z
    .array(
      z.strictObject({
        label: z.string(),
        facts: z.array(z.string()).min(1),
        /** Other words that say so inside a message. */
        words: z.array(z.string()).default([]),
      }),
    )
    .default([]),
});

/** A figure of the procedure: how many answers a survey needs, for how long a ban lasts. */
const lifecycleParameterSchema = z.strictObject({
  id,
  title: z.string(),
  /** A decimal stands as text, so that it stays exact. */
  value: z.union([z.number().int(), z.string().regex(/^\d+\.\d+$/)]),
  unit: z.string(),
  article: z.string(),
  mark: markSchema,
  ground: z.string(),
});

/** What the lifecycle, which is the same for every policy, takes from the policy: its figures, and the article of each act and refusal. */
const lifecycleSchema = z.strictObject({
  parameters: z.array(lifecycleParameterSchema),
  /** By `resource.act`. */
  acts: z.record(z.string(), z.string()),
  refusals: z.partialRecord(z.enum(refusalCodes), z.string()),
  /** The articles on whose conditions the recommending district states its finding (第十条). */
  finding_articles: z.array(z.string()),
  /** How a certificate is numbered; `{year}` is the round's, `{sequence}` counts its titles from 001. */
  certificate_number: z
    .string()
    .regex(/\{year\}.*\{sequence\}/)
    .default("{year}-{sequence}"),
  /**
   * The words of the publicity (第十一条), around its list: `{year}` is the round's, `{programme}` what is certified, `{policy}` the title of the
   * policy, `{count}` how many are proposed, `{starts}` and `{ends}` its first and last day.
   */
  publicity_notice: z
    .strictObject({ title: z.string(), opening: z.array(z.string()), closing: z.array(z.string()) })
    .default({ title: "{programme}", opening: [], closing: [] }),
});

/** The sheet on which an expert scores a case (第十一条). */
const scoreSheetSchema = z.strictObject({
  article: z.string(),
  mark: markSchema,
  ground: z.string(),
  items: z.array(
    z.strictObject({
      id,
      title: z.string(),
      article: z.string(),
      /** The points that the item gives at most; all items together give 100. */
      most: z.number().int().positive(),
      /** The expert item of the assessment that is judged here, if one is. */
      expert_item: z.string().nullable(),
      /** What is meant by how many points, highest first. */
      anchors: z.array(z.strictObject({ from: z.number().int().nonnegative(), text: z.string() })).min(2),
    }),
  ),
  /** The directions in which a platform may stand out (第八条): the expert notes evidence for each that does. */
  directions: z.array(z.strictObject({ id, title: z.string() })),
});

const caseSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  article: z.string(),
  base: z.string().nullable(),
  override: z.record(z.string(), z.unknown()).default({}),
  drop: z.array(z.string()).default([]),
  as_of: dateText,
  expect: z.strictObject({
    criteria: z.record(z.string(), z.string()).default({}),
    materials: z.record(z.string(), z.string()).default({}),
    verdict: z.string().optional(),
    only_not_met: z.array(z.string()).optional(),
    warnings: z.array(z.string()).optional(),
  }),
});

export const policySchema = z.strictObject({
  id: z.string(),
  version: z.number().int().positive(),
  title: z.string(),
  issuer: z.string(),
  in_force: z.strictObject({
    status: z.enum(inForceStatuses),
    checked_on: dateText.nullable(),
    source: z.string().nullable(),
    note: z.string(),
  }),
  /** The first day for which this version may be selected. */
  selectable_from: z.strictObject({ date: dateText, mark: markSchema, ground: z.string() }),
  bases: z.array(z.string()),
  articles: z.array(articleSchema).min(1),
  settings: z.array(settingSchema),
  districts: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  facts: z.array(factSchema).min(1),
  /** The fact that names the platform type; each other value of it is assessed as an alternative. */
  alternatives_of: z.string(),
  /** The fact that names the functions a platform claims; a version from before titles were counted by them has none. */
  functions_of: z.string().nullable().default(null),
  submission_date: z.string(),
  round_year: z.string(),
  materials_in_hand: z.string(),
  /** At most 31: those that hold are kept as bits. */
  contradictions: z.array(contradictionSchema).max(31),
  criteria: z.array(criterionSchema).min(1),
  expert: z.array(expertItemSchema),
  materials: z.array(materialSchema),
  /** Which materials prove which criterion; a version from before it was said names none. */
  proofs: z
    .strictObject({ mark: markSchema, ground: z.string(), of: z.record(z.string(), z.array(z.string())) })
    .default({ mark: "解释", ground: "", of: {} }),
  lifecycle: lifecycleSchema,
  // A version from before the selection has none; it goes on judging what it judged.
  score_sheet: scoreSheetSchema.default({ article: "", mark: "设置", ground: "", items: [], directions: [] }),
  supervision: supervisionSchema.default(noSupervision),
  reminders: remindersSchema.default(noReminders),
  questions: z.array(questionSchema),
  /** In which words people ask about the law. */
  article_search: articleSearchSchema.default(noArticleSearch),
  /** The annexes, the cross-checks on them and the facts that follow from them. */
  forms: formsSchema.default(noForms),
  messages: z.strictObject({ welcome: z.array(z.string()).min(1), welcome_note: z.string() }),
  /** Chinese text of every warning, contradiction and material reason, by code. */
  texts: z.record(z.string(), z.string()),
  cases: z.strictObject({ bases: z.record(z.string(), z.record(z.string(), z.unknown())), cases: z.array(caseSchema) }),
});

export type PolicyDocument = z.infer<typeof policySchema>;
export type FactDocument = PolicyDocument["facts"][number];
export type CriterionDocument = PolicyDocument["criteria"][number];
export type MaterialDocument = PolicyDocument["materials"][number];
export type MaterialCoreDocument = z.infer<typeof materialCoreSchema>;
export type QuestionDocument = PolicyDocument["questions"][number];
