import { noticeKinds, noticeStates } from "@shifan/rules";
import { z } from "zod";
import {
  dateTextSchema,
  instantSchema,
  nullableDateSchema,
  nullableInstantSchema,
  referenceTo,
  writtenText,
} from "./values.ts";

const titleSchema = writtenText(200);
const textSchema = writtenText(50_000).meta({ description: "正文" });
const officialUrlSchema = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^https?:\/\/[^\s/?#@"'<>]+(?:[/?#][^\s"'<>]*)?$/, "写成网址，以 http:// 或 https:// 开头")
  .meta({ description: "在市工信局网站上的网址" });

export const publishListSchema = z
  .strictObject({
    title: titleSchema,
    text: textSchema,
    startsOn: dateTextSchema.meta({ description: "公示第一天，不早于在市工信局网站发布的那天" }),
    endsOn: dateTextSchema
      .optional()
      .meta({ description: "公示最后一天，到24:00；不写按工作日推算。节假日安排没有公布的年份必须写" }),
    periodGround: writtenText(500).optional().meta({ description: "节假日安排没有公布时，写明按哪些工作日计算" }),
    officialUrl: officialUrlSchema,
    officialPublishedOn: dateTextSchema.meta({ description: "在市工信局网站发布的日期" }),
  })
  .meta({ id: "PublishList" });

export const createNoticeSchema = z
  .strictObject({
    kind: z
      .enum(["certification", "general"])
      .meta({ description: "certification 认定公告，general 其他；公示由 publish-list 产生" }),
    roundId: z
      .string()
      .max(100)
      .optional()
      .meta({ ...referenceTo("rounds"), description: "哪个批次；认定公告必写，发布时附上已认定的名单" }),
    title: titleSchema,
    text: textSchema,
    officialUrl: officialUrlSchema.optional(),
    officialPublishedOn: dateTextSchema.optional(),
  })
  .meta({ id: "CreateNotice" });

export const editNoticeSchema = z
  .strictObject({
    title: titleSchema,
    text: textSchema,
    officialUrl: z.union([officialUrlSchema, z.null()]),
    officialPublishedOn: nullableDateSchema,
  })
  .partial()
  .meta({ id: "EditNotice" });

export const extendNoticeSchema = z
  .strictObject({
    endsOn: dateTextSchema.meta({ description: "新的最后一天，只能往后" }),
    reason: writtenText(2_000),
    title: titleSchema.optional().meta({ description: "不写则沿用原公示" }),
    text: textSchema.optional().meta({ description: "不写则沿用原公示" }),
    officialUrl: officialUrlSchema,
    officialPublishedOn: dateTextSchema,
  })
  .meta({ id: "ExtendNotice" });

const phaseSchema = z
  .enum(["scheduled", "running", "ended"])
  .nullable()
  .meta({ description: "公示：scheduled 没有开始，running 正在公示，ended 已结束；其他公告为空" });
const daysLeftSchema = z.int().nullable().meta({ description: "公示还有几天；最后一天是0，没有在公示时为空" });

const noticeCaseSchema = z.object({
  position: z.int().meta({ description: "在名单上的序号" }),
  organizationName: z.string(),
  platformName: z.string(),
  platformType: z.string().meta({ description: "comprehensive 综合性，specialized 专业性；没有填的为空" }),
  district: z.string(),
});

const shape = {
  id: z.string(),
  kind: z.enum(noticeKinds).meta({ description: "publicity 公示，certification 认定公告，general 其他" }),
  title: z.string(),
  startsOn: nullableDateSchema,
  endsOn: nullableDateSchema.meta({ description: "公示最后一天，到24:00" }),
  phase: phaseSchema,
  daysLeft: daysLeftSchema,
  officialUrl: z.string().nullable(),
  officialPublishedOn: nullableDateSchema,
  extendsId: z.string().nullable().meta({ description: "延长的是哪一个公示" }),
  reason: z.string().nullable().meta({ description: "延长的理由" }),
  caseCount: z.int(),
};

export const noticeSummarySchema = z
  .object({
    ...shape,
    roundId: z.string().nullable(),
    state: z.enum(noticeStates),
    publishedAt: nullableInstantSchema,
    createdAt: instantSchema,
    revision: z.int(),
  })
  .meta({ id: "NoticeSummary" });

export const noticeSchema = z
  .object({
    ...noticeSummarySchema.shape,
    text: z.string(),
    periodGround: z.string().nullable(),
    supersededById: z.string().nullable().meta({ description: "被哪一个公示延长" }),
    cases: z.array(
      noticeCaseSchema.extend({
        applicationId: z.string(),
        certificateNumber: z.string().nullable().meta({ description: "认定公告：证书编号；其他为空" }),
      }),
    ),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "NoticeRecord" });

export const publicNoticeSummarySchema = z
  .object({ ...shape, publishedAt: instantSchema, isSuperseded: z.boolean() })
  .meta({ id: "PublicNoticeSummary" });

export const publicNoticeSchema = z
  .object({
    ...publicNoticeSummarySchema.shape,
    text: z.string(),
    supersededById: z.string().nullable(),
    cases: z.array(noticeCaseSchema.extend({ platformTypeName: z.string(), districtName: z.string() })),
  })
  .meta({ id: "PublicNotice" });

export const noticeFilterSchema = z
  .strictObject({ kind: z.enum(noticeKinds), state: z.enum(noticeStates), roundId: z.string().max(100) })
  .partial();

export type PublishList = z.infer<typeof publishListSchema>;
export type CreateNotice = z.infer<typeof createNoticeSchema>;
export type EditNotice = z.infer<typeof editNoticeSchema>;
export type ExtendNotice = z.infer<typeof extendNoticeSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type NoticeSummary = z.infer<typeof noticeSummarySchema>;
export type PublicNotice = z.infer<typeof publicNoticeSchema>;
export type PublicNoticeSummary = z.infer<typeof publicNoticeSummarySchema>;
