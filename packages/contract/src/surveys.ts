import { applicationStates, surveyMethods, surveyRatings } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, instantSchema } from "./values.ts";

const longText = z.string().trim().min(1).max(20_000);
const placeSchema = z.int().min(1).meta({ description: "抽中的次序，从1起" });
const ratingSchema = z
  .enum(surveyRatings)
  .meta({ description: "very_satisfied 很满意，basically_satisfied 基本满意，dissatisfied 不满意" });
const methodSchema = z
  .enum(surveyMethods)
  .meta({ description: "visit 上门拜访，telephone 电话询问，online 网络互动，in_writing 书面征求，other 其他" });

export const drawSampleSchema = z
  .strictObject({ count: z.int().min(1).max(5_000).optional().meta({ description: "抽多少家；不写为最少的家数" }) })
  .meta({ id: "DrawSample" });

export const recordAnswerSchema = z
  .strictObject({
    place: placeSchema,
    interviewee: z.string().trim().min(1).max(50).meta({ description: "被访人员姓名" }),
    position: z.string().trim().min(1).max(100).meta({ description: "职务" }),
    phone: z.string().trim().min(1).max(50).meta({ description: "联系电话" }),
    rating: ratingSchema,
    method: methodSchema,
    answeredOn: dateTextSchema.meta({ description: "哪天问的：不早于抽样那天，不晚于今天" }),
    remark: z.string().trim().max(2_000).default(""),
  })
  .meta({ id: "RecordAnswer" });

export const replaceSampledSchema = z
  .strictObject({ place: placeSchema, reason: z.string().trim().min(1).max(2_000) })
  .meta({ id: "ReplaceSampled" });

const findingSchema = z.object({
  article: z.string().meta({ description: "办法要求核对的条款，如第六条" }),
  met: z.enum(["yes", "no", "doubtful"]).meta({ description: "yes 符合，no 不符合，doubtful 拿不准" }),
  text: z.string().trim().min(1).max(20_000),
});

const assessmentShape = {
  operation: longText.meta({ description: "平台运营情况" }),
  performance: longText.meta({ description: "服务业绩" }),
  influence: longText.meta({ description: "对区域中小企业发展的影响和作用" }),
  satisfactionExplanation: z
    .string()
    .trim()
    .max(20_000)
    .default("")
    .meta({ description: "测评满意度低于比较线，或与自报的不在线的同一边时必须说明" }),
  methods: z.array(methodSchema).min(1).max(surveyMethods.length).meta({ description: "测评方法，可多选" }),
};

export const assessOperationSchema = z
  .strictObject({
    ...assessmentShape,
    finding: z
      .array(z.strictObject(findingSchema.shape))
      .min(1)
      .max(50)
      .meta({ description: "对各条条件的意见，每条一项，一条不能少" }),
  })
  .meta({ id: "AssessOperation" });

export const surveyAssessmentSchema = z
  .object({ ...assessmentShape, finding: z.array(findingSchema) })
  .meta({ id: "SurveyAssessment" });

const shareSchema = z.string().nullable().meta({ description: "精确的比例，如 9/10；还没有数时为空" });
const anyPhone = z.string().nullable().meta({ description: "推荐部门看得到全部，其他人只看到头尾" });

export const surveySchema = z
  .object({
    applicationId: z.string(),
    state: z.enum(applicationStates),
    draw: z
      .object({
        commitment: z.string().meta({ description: "种子的SHA-256，抽样前先记下" }),
        seed: z.string(),
        population: z.array(z.string()).meta({ description: "抽样所依据的名单：各行的编号" }),
        order: z.array(z.string()).meta({
          description:
            "抽出的次序。复核：对每个编号求 SHA-256(种子、换行符、编号)，按十六进制从小到大排列，结果应与此相同",
        }),
        drawnAt: instantSchema,
        drawnBy: z.string(),
      })
      .nullable(),
    sampled: z.array(
      z.object({
        place: placeSchema,
        rowId: z.string(),
        enterprise: z.string(),
        state: z.enum(["drawn", "replaced", "answered"]),
        replacedReason: z.string().nullable(),
        interviewee: z.string().nullable(),
        position: z.string().nullable(),
        phone: anyPhone,
        rating: ratingSchema.nullable(),
        method: methodSchema.nullable(),
        answeredOn: dateTextSchema.nullable(),
        remark: z.string().nullable(),
        recordedBy: z.string().nullable(),
      }),
    ),
    progress: z.object({
      answered: z.int(),
      waiting: z.int().meta({ description: "抽中、还没有答的" }),
      replaced: z.int(),
      remaining: z.int().meta({ description: "名单上还没有抽到的" }),
      minimum: z.int().meta({ description: "至少要答完的家数" }),
    }),
    satisfaction: z.object({
      measured: z
        .object({ satisfied: z.int(), completed: z.int(), share: shareSchema })
        .meta({ description: "测评的：很满意和基本满意计为满意" }),
      claimed: z
        .object({ satisfied: z.int(), dissatisfied: z.int(), listed: z.int(), share: shareSchema })
        .meta({ description: "申报单位自报的，与测评的分开列" }),
      line: z.string().meta({ description: "比较线" }),
      isBelowLine: z.boolean().meta({ description: "测评的低于比较线" }),
      crossesLine: z.boolean().meta({ description: "一个达到比较线，另一个没有" }),
    }),
    findingArticles: z.array(z.string()).meta({ description: "要逐条写意见的条款，按办法的先后" }),
    assessment: surveyAssessmentSchema.nullable(),
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "Survey" });

export const callSheetSchema = z
  .array(
    z.object({
      place: placeSchema,
      enterprise: z.string(),
      uscc: z.string().nullable(),
      contact: z.string().nullable(),
      phone: anyPhone,
      serviceSummary: z.string().nullable(),
    }),
  )
  .meta({ id: "CallSheet", description: "抽中、还没有答的企业，按抽中的次序" });

export type DrawSample = z.infer<typeof drawSampleSchema>;
export type RecordAnswer = z.infer<typeof recordAnswerSchema>;
export type ReplaceSampled = z.infer<typeof replaceSampledSchema>;
export type AssessOperation = z.infer<typeof assessOperationSchema>;
export type SurveyAssessment = z.infer<typeof surveyAssessmentSchema>;
export type Survey = z.infer<typeof surveySchema>;
export type CallSheet = z.infer<typeof callSheetSchema>;
