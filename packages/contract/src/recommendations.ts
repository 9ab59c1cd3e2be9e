import { z } from "zod";
import { actResultSchema } from "./act-results.ts";
import { dateTextSchema, instantSchema } from "./values.ts";

const letterShape = {
  documentNumber: z.string().trim().min(1).max(100).meta({ description: "推荐文件的文号" }),
  issuedOn: dateTextSchema.meta({ description: "推荐文件的日期，不晚于今天" }),
};
const rankSchema = z.int().min(1).max(10_000).meta({ description: "在这份文件里的名次，不能重复" });
const caseShape = {
  rank: rankSchema,
  opinion: z.string().trim().min(1).max(20_000).meta({ description: "推荐意见" }),
  reasons: z.string().trim().max(20_000).default("").meta({ description: "有条款不符合或核对有问题、仍然推荐时必填" }),
};

export const recommendApplicationSchema = z
  .strictObject({ ...letterShape, ...caseShape })
  .meta({ id: "RecommendApplication" });

export const createRecommendationSchema = z
  .strictObject({
    ...letterShape,
    applications: z
      .array(
        z.strictObject({
          id: z.string().max(100),
          revision: z.int().min(1).meta({ description: "看到的版本，即 ETag 里的数" }),
          ...caseShape,
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: "CreateRecommendation" });

const recommendationShape = {
  id: z.string(),
  district: z.string(),
  roundId: z.string(),
  ...letterShape,
  createdAt: instantSchema,
  applications: z.array(
    z.object({
      applicationId: z.string(),
      organizationName: z.string(),
      rank: rankSchema,
      opinion: z.string(),
      reasons: z.string().nullable(),
    }),
  ),
};

export const recommendationSummarySchema = z
  .object({
    id: z.string(),
    district: z.string(),
    roundId: z.string(),
    year: z.int().meta({ description: "申报年度" }),
    ...letterShape,
    caseCount: z.int().meta({ description: "推荐几件" }),
    createdAt: instantSchema,
  })
  .meta({ id: "RecommendationSummary" });

export const recommendationFilterSchema = z
  .strictObject({ roundId: z.string().max(100), district: z.string().max(100), year: z.int().min(1990).max(2100) })
  .partial()
  .meta({ id: "RecommendationFilter" });

export const recommendationSchema = z.object(recommendationShape).meta({ id: "Recommendation" });

export const recommendationAnswerSchema = z
  .object({
    ...recommendationShape,
    results: z.array(actResultSchema).meta({ description: "每件的结果，次序与请求相同；同样的请求重发时只列已办成的" }),
  })
  .meta({ id: "RecommendationAnswer" });

export type RecommendApplication = z.infer<typeof recommendApplicationSchema>;
export type CreateRecommendation = z.infer<typeof createRecommendationSchema>;
export type Recommendation = z.infer<typeof recommendationSchema>;
export type RecommendationSummary = z.infer<typeof recommendationSummarySchema>;
export type RecommendationAnswer = z.infer<typeof recommendationAnswerSchema>;
