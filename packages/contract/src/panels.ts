import { applicationStates, reviewStates } from "@shifan/rules";
import { z } from "zod";
import { overdueDaysSchema } from "./reviews.ts";
import { dateTextSchema, instantSchema, nullableInstantSchema } from "./values.ts";

const dueOn = dateTextSchema
  .optional()
  .meta({ description: "评分的最后一天，不早于今天；第一次必须写，以后不写就不变" });
const mostAtOnce = 50;

export const assignExpertsSchema = z
  .discriminatedUnion("method", [
    z.strictObject({
      method: z.literal("draw"),
      count: z.int().min(1).max(mostAtOnce).optional().meta({ description: "抽几名；不写为补到最少的单数" }),
      fields: z
        .array(z.string().trim().min(1).max(50))
        .max(20)
        .default([])
        .meta({ description: "只从这些专业领域里抽；不写为全库" }),
      dueOn,
    }),
    z.strictObject({
      method: z.literal("choice"),
      expertIds: z.array(z.string().max(100)).min(1).max(mostAtOnce),
      reasons: z.string().trim().min(1).max(2_000).meta({ description: "为什么选这几位" }),
      dueOn,
    }),
  ])
  .meta({ id: "AssignExperts", description: "draw 随机抽取，choice 直接选定并写明理由；有人回避后用它补足" });

const discussionSchema = z.object({
  on: dateTextSchema.meta({ description: "哪天合议的，不早于最后一份评分提交的那天" }),
  record: z.string().trim().min(1).max(20_000).meta({ description: "合议情况" }),
});

export const finishReviewSchema = z
  .strictObject({
    discussion: z
      .union([z.strictObject(discussionSchema.shape), z.null()])
      .default(null)
      .meta({ description: "最高分和最低分相差达到办法的设置时必须写" }),
  })
  .meta({ id: "FinishReview" });

export const panelSchema = z
  .object({
    applicationId: z.string(),
    applicationState: z.enum(applicationStates),
    dueOn: z.union([dateTextSchema, z.null()]),
    minimum: z.int().meta({ description: "至少几名，并且为单数" }),
    assigned: z.int().meta({ description: "现有几名，已回避的不算" }),
    submitted: z.int().meta({ description: "几名已提交" }),
    reviews: z.array(
      z.object({
        id: z.string(),
        expert: z.object({ id: z.string(), name: z.string(), employer: z.string(), position: z.string() }),
        state: z.enum(reviewStates),
        overdueDays: overdueDaysSchema,
        recusedReason: z.string().nullable(),
        total: z.int().nullable(),
        submittedAt: nullableInstantSchema,
      }),
    ),
    spread: z.int().nullable().meta({ description: "最高分和最低分相差几分；不到两份时为空" }),
    spreadToDiscuss: z.int().meta({ description: "相差几分起要合议" }),
    discussion: z.union([discussionSchema, z.null()]),
    finishedAt: nullableInstantSchema,
    appointments: z.array(
      z.object({
        n: z.int(),
        method: z.enum(["draw", "choice"]),
        reasons: z.string().nullable(),
        commitment: z.string().nullable().meta({ description: "种子的SHA-256，抽取前先记下" }),
        seed: z.string().nullable(),
        population: z.array(z.string()).meta({ description: "从哪些专家里抽的：编号" }),
        order: z.array(z.string()).meta({
          description:
            "抽出的次序，前几名入选。复核：对每个编号求 SHA-256(种子、换行符、编号)，按十六进制从小到大排列，结果应与此相同",
        }),
        excluded: z
          .array(z.object({ expertId: z.string(), reason: z.string() }))
          .meta({ description: "没有放进去抽的，和为什么" }),
        appointed: z.array(z.string()),
        at: instantSchema,
        by: z.string(),
      }),
    ),
    revision: z.int(),
    allowedActs: z.array(z.string()).meta({ description: "您现在可以办的" }),
  })
  .meta({ id: "ExpertPanel" });

export const rankingSchema = z
  .object({
    roundId: z.string(),
    year: z.int(),
    fullMarks: z.int(),
    spreadToDiscuss: z.int(),
    cases: z
      .array(
        z.object({
          applicationId: z.string(),
          organizationName: z.string(),
          platformName: z.string(),
          district: z.string(),
          state: z.enum(applicationStates),
          rank: z.int().nullable().meta({ description: "名次，同分同名次；评审没有结束的为空" }),
          isTied: z.boolean().meta({ description: "有没有同分的" }),
          mean: z.string().nullable().meta({ description: "平均分，保留两位小数；名次按精确值排" }),
          exactMean: z.union([z.object({ sum: z.int(), count: z.int() }), z.null()]),
          totals: z.array(z.int()).meta({ description: "各位专家的总分，评审结束后才有" }),
          spread: z.int().nullable(),
          discussion: z.union([discussionSchema, z.null()]),
          assigned: z.int(),
          submitted: z.int(),
          finishedAt: nullableInstantSchema,
        }),
      )
      .meta({ description: "按名次；没有名次的在后面" }),
  })
  .meta({ id: "Ranking" });

export type AssignExperts = z.infer<typeof assignExpertsSchema>;
export type FinishReview = z.infer<typeof finishReviewSchema>;
export type Panel = z.infer<typeof panelSchema>;
export type Ranking = z.infer<typeof rankingSchema>;
