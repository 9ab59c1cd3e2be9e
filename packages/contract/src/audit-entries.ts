import { z } from "zod";
import { instantSchema, nullableInstantSchema } from "./values.ts";

const actorSchema = z.object({
  name: z.string().nullable().meta({ description: "姓名；系统和公众没有" }),
  role: z.string().meta({ description: "以什么角色办的" }),
  roleLabel: z.string(),
  district: z.string().nullable().meta({ description: "所属区县（市）、开发区" }),
  onBehalfOf: z.string().nullable().meta({ description: "代管时：替谁办的" }),
});

/** One entry of the trail: who, what, when, on which ground; never a value. */
export const auditEntrySchema = z
  .object({
    id: z.string(),
    at: instantSchema,
    resource: z.string(),
    resourceLabel: z.string().meta({ description: "哪一类记录" }),
    recordId: z.string().nullable(),
    recordName: z
      .string()
      .nullable()
      .meta({ description: "哪一件：单位、平台、年度或编号；没有名称的、看的人现在看不到的为空" }),
    page: z
      .object({ resource: z.string(), id: z.string() })
      .nullable()
      .meta({ description: "在哪份记录的页面上；没有页面的为空" }),
    act: z.string(),
    actLabel: z.string(),
    isRefused: z.boolean(),
    outcome: z.string().meta({ description: "accepted，或没有办成的代码" }),
    outcomeLabel: z.string(),
    actor: actorSchema,
    article: z.string().nullable(),
    ground: z.string().nullable(),
    fields: z.array(z.string()).meta({ description: "改了、看了哪些栏目" }),
  })
  .meta({ id: "AuditEntry" });

/** The old and the new value of a field, in words. */
export const auditChangeSchema = z
  .object({
    label: z.string(),
    before: z.string().nullable().meta({ description: "原来没有的为空" }),
    after: z.string().nullable().meta({ description: "办理后没有的为空" }),
  })
  .meta({ id: "AuditChange" });

export const valueStandings = ["proven", "altered", "not_kept", "none"] as const;

const historyEntrySchema = auditEntrySchema
  .extend({
    changes: z.array(auditChangeSchema).nullable(),
    values: z.enum(valueStandings).meta({
      description: "前后内容：proven 与指纹相符，altered 与指纹不符，not_kept 办理时还没有留存，none 这一条没有内容",
    }),
  })
  .meta({ id: "AuditHistoryEntry" });

export const auditHistorySchema = z
  .object({
    resource: z.string(),
    id: z.string(),
    label: z.string().meta({ description: "哪一类记录" }),
    name: z.string().nullable().meta({ description: "是谁的、叫什么" }),
    entries: z.array(historyEntrySchema).meta({ description: "最近的在前" }),
    isWhole: z.boolean().meta({ description: "更早的是否都在内" }),
    check: z.object({
      isSound: z.boolean(),
      text: z.string().meta({ description: "核对的结果" }),
      findings: z.array(z.string()).meta({ description: "与指纹不符的地方" }),
    }),
  })
  .meta({ id: "AuditHistory" });

export const auditEntryFilterSchema = z
  .strictObject({
    resource: z.string().max(60).optional().meta({ description: "哪一类记录" }),
    recordId: z.string().max(200).optional().meta({ description: "哪一份记录" }),
    act: z.string().max(60).optional().meta({ description: "什么事项" }),
    actor: z.string().max(100).optional().meta({ description: "谁办的：账号编号" }),
    district: z.string().max(20).optional().meta({ description: "记录属于哪个区县（市）、开发区" }),
    day: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, "日期写成“年-月-日”，例如2026-06-10")
      .optional()
      .meta({ description: "哪一天（北京时间）" }),
    outcome: z.enum(["done", "refused"]).optional().meta({ description: "done 已办，refused 没有办成" }),
  })
  .meta({ id: "AuditEntryFilter" });

/** How the trail stands: its last signature, and what the last check of all of it found. */
export const auditStandingSchema = z
  .object({
    checkpoint: z
      .object({ size: z.int(), root: z.string(), at: instantSchema })
      .nullable()
      .meta({ description: "最新的检查点" }),
    firstOpenAt: nullableInstantSchema.meta({ description: "还没有进检查点的最早一条" }),
    isRunning: z.boolean().meta({ description: "正在全面核验" }),
    verification: z
      .object({ at: instantSchema, isSound: z.boolean(), text: z.string() })
      .nullable()
      .meta({ description: "最近一次全面核验" }),
  })
  .meta({ id: "AuditStanding" });

export type AuditEntryView = z.infer<typeof auditEntrySchema>;
export type AuditChange = z.infer<typeof auditChangeSchema>;
export type AuditHistory = z.infer<typeof auditHistorySchema>;
export type AuditEntryFilter = z.infer<typeof auditEntryFilterSchema>;
export type AuditStanding = z.infer<typeof auditStandingSchema>;
