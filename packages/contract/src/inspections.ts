import { absenceFindings, hearingFindings, inspectionStates, titleCheckKinds, titleCheckResults } from "@shifan/rules";
import { z } from "zod";
import { attachedFiles } from "./files.ts";
import { dateTextSchema, instantSchema, nullableDateSchema, referenceTo, writtenText } from "./values.ts";

const kindSchema = z
  .enum(titleCheckKinds)
  .meta({ description: "periodic_inspection 定期检查（区县），spot_check 抽查、appraisal 考核（市工信局），第十三条" });
const resultSchema = z
  .enum(titleCheckResults)
  .meta({ description: "passed 合格，failed 不合格；只有考核：absent 未参加，falsified 弄虚作假" });
const longText = (least = 1) => writtenText(10_000, least);
const fileIdsSchema = attachedFiles({ purpose: "inspection", targetField: null }, "照片和材料");

export const planInspectionSchema = z
  .strictObject({
    kind: kindSchema,
    certificationId: z.string().max(100).meta(referenceTo("certifications")),
    plannedOn: dateTextSchema.meta({ description: "计划哪天去" }),
    complaintId: z
      .string()
      .max(100)
      .nullable()
      .default(null)
      .meta({ ...referenceTo("complaints"), description: "由哪件投诉引起；没有的不写" }),
  })
  .meta({ id: "PlanInspection" });

export const editInspectionSchema = z.strictObject({ plannedOn: dateTextSchema }).meta({ id: "EditInspection" });

export const notifyInspectionSchema = z
  .strictObject({
    noticeText: longText().meta({ description: "考核的内容、方式和要准备的材料" }),
    takesPlaceOn: dateTextSchema.meta({ description: "考核哪天进行；提前的天数按设置" }),
  })
  .meta({ id: "NotifyInspection" });

const signaturesSchema = z
  .strictObject({
    inspectorsFileId: z.string().max(100).meta({ description: "检查人员签字的图片，fileIds里的一个" }),
    unitFileId: z.string().max(100).nullable().meta({ description: "单位陪同人员签字的图片；没有签的为空" }),
    unsignedReason: writtenText(2_000).nullable().meta({ description: "单位没有签字的理由；签了的为空" }),
  })
  .meta({ description: "现场在平板上签的字；在纸上签的不写，扫描件放在fileIds里" });

export const recordInspectionSchema = z
  .strictObject({
    carriedOutOn: dateTextSchema.meta({ description: "实际检查的日期；检查算在这一天所在的半年" }),
    inspectors: writtenText(200).meta({ description: "检查人员" }),
    checklist: z
      .array(
        z.strictObject({
          item: z.string().max(100).meta({ description: "检查项目编号，见政策文件" }),
          rating: z.string().max(100),
          remark: writtenText(2_000, 0).default(""),
        }),
      )
      .max(200)
      .default([])
      .meta({ description: "逐项的结果；未参加考核的可以不填" }),
    findings: longText(0).default("").meta({ description: "检查发现；不是合格的必须写" }),
    result: resultSchema,
    rectifyUntil: nullableDateSchema.default(null).meta({ description: "整改到哪一天；不要求整改的不写" }),
    fileIds: fileIdsSchema,
    signatures: signaturesSchema.nullable().default(null),
  })
  .meta({ id: "RecordInspection" });

export const answerInspectionSchema = z
  .strictObject({ answer: longText().meta({ description: "单位的说明，和结论放在一起" }) })
  .meta({ id: "AnswerInspection" });

export const checkAgainInspectionSchema = z
  .strictObject({
    checkedAgainOn: dateTextSchema.meta({ description: "复查的日期" }),
    checkedAgain: longText(0).meta({ description: "复查情况" }),
    isRectified: z.boolean().meta({ description: "是否已经改正" }),
    fileIds: fileIdsSchema,
  })
  .meta({ id: "CheckAgainInspection" });

export const hearInspectionSchema = z
  .strictObject({
    heardOn: dateTextSchema.meta({ description: "听取说明的日期" }),
    hearing: longText(0).meta({ description: "听取说明的情况和认定的理由" }),
    finding: z.enum(hearingFindings).meta({
      description: "未参加的：accepted 理由成立，without_reason 无故；弄虚作假的：falsified 成立，not_falsified 不成立",
    }),
    result: z
      .enum(["passed", "failed"])
      .nullable()
      .default(null)
      .meta({ description: "弄虚作假不成立时，这次考核合格还是不合格" }),
  })
  .meta({ id: "HearInspection" });

export const inspectionSchema = z
  .object({
    id: z.string(),
    kind: kindSchema,
    kindName: z.string(),
    certificationId: z.string(),
    organizationId: z.string(),
    organizationName: z.string().meta({ description: "单位现在的名称" }),
    platformName: z.string(),
    district: z.string(),
    period: z.string().meta({ description: "算在哪个半年，如 2027-H1" }),
    state: z.enum(inspectionStates).meta({
      description:
        "planned 已安排，notified 已通知（考核），carried_out 已检查，heard 已听取说明，closed 已办结，called_off 已取消安排",
    }),
    drawId: z.string().nullable().meta({ description: "由哪次抽取产生；只有市工信局和监督人员看得到" }),
    complaintId: z.string().nullable().meta({ description: "由哪件投诉引起；只有市工信局和监督人员看得到" }),
    plannedOn: dateTextSchema,
    noticeText: z.string().nullable(),
    notifiedOn: nullableDateSchema,
    takesPlaceOn: nullableDateSchema,
    checklist: z.array(
      z.object({
        item: z.string(),
        subject: z.string().meta({ description: "服务质量、收费、满意度" }),
        title: z.string(),
        how: z.string().meta({ description: "怎么看" }),
        article: z.string(),
        mark: z.string().meta({ description: "原文、解释或设置" }),
        ground: z.string(),
        rating: z.string().nullable().meta({ description: "还没有填的为空" }),
        ratingName: z.string().nullable(),
        remark: z.string(),
      }),
    ),
    ratings: z
      .array(z.object({ id: z.string(), label: z.string(), needsRemark: z.boolean() }))
      .meta({ description: "每个项目可以选的情况；needsRemark 的要写说明" }),
    carriedOutOn: nullableDateSchema,
    recordedOn: nullableDateSchema.meta({ description: "登记结论、通知单位的日期" }),
    inspectors: z.string().nullable(),
    result: resultSchema.nullable(),
    resultName: z.string().nullable(),
    findings: z.string().nullable(),
    answerUntil: nullableDateSchema.meta({ description: "单位书面说明的最后一天，到24:00；合格的为空" }),
    answer: z.string().nullable().meta({ description: "单位的说明" }),
    answeredOn: nullableDateSchema,
    heardOn: nullableDateSchema,
    hearing: z.string().nullable(),
    foundOn: nullableDateSchema.meta({ description: "作出认定、通知单位的日期" }),
    findingAnswerUntil: nullableDateSchema.meta({
      description: "对认定再作说明的最后一天，到24:00；认定对单位有利的为空",
    }),
    absenceFinding: z.enum(absenceFindings).nullable(),
    isFalsified: z.boolean().nullable(),
    rectifyUntil: nullableDateSchema,
    checkedAgainOn: nullableDateSchema,
    checkedAgain: z.string().nullable(),
    isRectified: z.boolean().nullable(),
    closedOn: nullableDateSchema,
    reason: z.string().nullable().meta({ description: "为什么取消安排" }),
    fileIds: z.array(z.string()),
    signatures: signaturesSchema.nullable(),
    createdAt: instantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "InspectionRecord" });

export const inspectionFilterSchema = z
  .strictObject({
    kind: z.enum(titleCheckKinds),
    state: z.enum(inspectionStates),
    result: z.enum(titleCheckResults),
    district: z.string().max(20),
    period: z.string().max(10),
    organizationId: z.string().max(100),
    certificationId: z.string().max(100),
    drawId: z.string().max(100),
  })
  .partial();

export type PlanInspection = z.infer<typeof planInspectionSchema>;
export type NotifyInspection = z.infer<typeof notifyInspectionSchema>;
export type RecordInspection = z.infer<typeof recordInspectionSchema>;
export type CheckAgainInspection = z.infer<typeof checkAgainInspectionSchema>;
export type HearInspection = z.infer<typeof hearInspectionSchema>;
export type Inspection = z.infer<typeof inspectionSchema>;
