import { z } from "zod";
import { roundFunnelSchema } from "./funnels.ts";
import { dateTextSchema } from "./values.ts";

const markSchema = z.enum(["原文", "解释", "设置"]);

const lateSchema = z
  .object({
    key: z.string(),
    name: z.string(),
    count: z.int(),
    items: z.array(
      z.object({
        what: z.string().meta({ description: "什么逾期，例如2026年上半年定期检查" }),
        count: z.int(),
        dueOn: dateTextSchema,
        article: z.string(),
      }),
    ),
  })
  .meta({ id: "LateDistrict" });

export const overviewSchema = z
  .object({
    asOf: dateTextSchema,
    title: z.string(),
    summary: z.string().meta({ description: "先说结论：逾期多少，下一件是什么" }),
    round: z
      .object({ text: z.string(), funnel: roundFunnelSchema })
      .nullable()
      .meta({ description: "最近一个批次；还没有的为空" }),
    late: z.array(lateSchema).meta({ description: "逾期没有办的，按区县（市）、开发区，多的在前" }),
    next: z
      .array(z.object({ dueOn: dateTextSchema, daysLeft: z.int(), text: z.string(), article: z.string() }))
      .meta({ description: "接下来的日子，近的在前" }),
    fixed: z
      .array(
        z.object({
          id: z.string(),
          text: z.string().meta({ description: "几天、几家、几名，例如公示至少几个工作日：5个工作日" }),
          article: z.string(),
          mark: markSchema.meta({ description: "原文、解释还是设置" }),
          ground: z.string().meta({ description: "为什么" }),
        }),
      )
      .meta({ description: "不能缩短、不能减少的" }),
  })
  .meta({ id: "Overview" });

export type Overview = z.infer<typeof overviewSchema>;
