import { turnSchema } from "@shifan/dialog";
import { assessmentSchema, explanationKinds } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema } from "./values.ts";

/** 原文: the text says so; 解释: a reading of it; 设置: ours. */
const markSchema = z.enum(["原文", "解释", "设置"]).meta({ id: "Mark", description: "原文、解释或设置" });

/** Whether the regulation is in force is confirmed by a person on a day, never assumed. */
const inForceSchema = assessmentSchema.shape.policy.shape.inForce.meta({ id: "InForce" });

const selectableFromSchema = z
  .object({ date: dateTextSchema, mark: markSchema, ground: z.string() })
  .meta({ id: "SelectableFrom", description: "这一版从哪天起可选" });

const settingValueSchema = z.union([z.string(), z.number(), z.boolean()]);

export const policySummarySchema = z
  .object({
    id: z.string(),
    version: z.int().positive(),
    title: z.string(),
    issuer: z.string(),
    selectableFrom: selectableFromSchema,
    inForce: inForceSchema,
  })
  .meta({ id: "PolicySummary" });

const articleSchema = z
  .object({
    id: z.string(),
    label: z.string(),
    heading: z.string(),
    text: z.string(),
    treatment: z
      .string()
      .meta({ description: "computed 由系统计算，judged_by_people 由人判断，inoperative 不产生条件" }),
    treatmentNote: z.string(),
  })
  .meta({ id: "Article" });

const factSchema = z
  .object({
    id: z.string(),
    type: z.string().meta({ description: "money、int、number、year、date、bool、enum:…、set:…、text、address、uscc" }),
    unit: z.string(),
    label: z.string(),
    question: z.string(),
    hint: z.string(),
    article: z.string(),
    formSource: z.string(),
    absentMeans: z.string().nullable().meta({ description: "不填即表示什么；null 表示不填就是未知" }),
    options: z.record(z.string(), z.string()).meta({ description: "选项的中文名" }),
  })
  .meta({ id: "FactDefinition" });

const questionSchema = z
  .object({
    id: z.string(),
    input: turnSchema.shape.question.unwrap().shape.input,
    facts: z.array(z.string()),
    title: z.string(),
    requirement: z.string().nullable(),
    where: z.string().nullable(),
    example: z.string().nullable(),
    article: z.array(z.string()),
    ask: z.string().meta({ description: "不清楚时问谁" }),
    elsewhere: z
      .array(z.object({ facts: z.array(z.string()), ask: z.string(), where: z.string().nullable() }))
      .meta({ description: "这一题里由别人掌握的事实，问谁、在哪里看" }),
  })
  .meta({ id: "QuestionDefinition" });

const criterionSchema = z
  .object({
    id: z.string(),
    article: z.string(),
    title: z.string(),
    mark: markSchema,
    line: z.boolean().meta({ description: "只计入别的条件，不单独决定结论（第七条的各项服务功能）" }),
    enquiry: z
      .object({ title: z.string(), text: z.string() })
      .nullable()
      .meta({ description: "口径待明确时可以照抄的咨询内容" }),
  })
  .meta({ id: "CriterionDefinition" });

const materialCheckSchema = z
  .object({ code: z.string(), text: z.string(), mark: markSchema })
  .meta({ id: "MaterialCheck" });

const materialSchema = z
  .object({
    id: z.string(),
    article: z.string(),
    title: z.string(),
    optional: z.boolean(),
    todo: z.string(),
    checks: z.array(materialCheckSchema),
    parts: z.array(
      z.object({ id: z.string(), title: z.string(), todo: z.string(), checks: z.array(materialCheckSchema) }),
    ),
  })
  .meta({ id: "MaterialDefinition" });

const settingSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    value: settingValueSchema,
    options: z.array(z.object({ value: settingValueSchema, label: z.string() })),
    article: z.string(),
    mark: markSchema,
    ground: z.string(),
  })
  .meta({ id: "Setting", description: "办法没有写明、由我们理解或设定的取值，及其依据" });

/** One version of a policy as the public sees it. */
export const policyDetailSchema = policySummarySchema
  .extend({
    articles: z.array(articleSchema),
    facts: z.array(factSchema),
    questions: z.array(questionSchema),
    criteria: z.array(criterionSchema),
    expert: z.array(z.object({ id: z.string(), article: z.string(), title: z.string() })),
    materials: z.array(materialSchema),
    districts: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .meta({ description: "推荐部门：各开发区、区县（市）工信部门" }),
    settings: z.array(settingSchema),
    texts: z.record(z.string(), z.string()).meta({ description: "提醒和材料问题代码的中文" }),
  })
  .meta({ id: "PolicyDetail" });

/** What is said to a question about the law: an article in its own words, or that none was found. */
export const toldArticleSchema = z
  .object({
    answer: z
      .object({
        articleId: z.string(),
        article: z.string().meta({ description: "条文，到项", examples: ["第六条（三）"] }),
        words: z.string().meta({ description: "条文原话" }),
        explanations: z.array(z.object({ kind: z.enum(explanationKinds), title: z.string(), text: z.string() })),
      })
      .nullable()
      .meta({ description: "没有找到时为空" }),
    text: z.string().meta({ description: "可以照样显示的整段话；没有找到时写明问谁" }),
  })
  .meta({ id: "ToldArticle" });

export type PolicySummary = z.infer<typeof policySummarySchema>;
export type PolicyDetail = z.infer<typeof policyDetailSchema>;
export type ToldArticle = z.infer<typeof toldArticleSchema>;
