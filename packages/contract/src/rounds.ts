import { roundStates, submissionEvents } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, instantSchema, nullableDateSchema, referenceTo } from "./values.ts";

const text = (most: number) => z.string().trim().max(most);

/** What the city sets of a round. */
const settingsShape = {
  submissionDeadline: nullableDateSchema.meta({ description: "申报单位提交的最后一天，到24:00" }),
  recommendationDeadline: nullableDateSchema.meta({ description: "推荐部门报送的最后一天，到24:00" }),
  submissionEvent: z
    .enum(submissionEvents)
    .meta({ description: "什么算提交：online 网上提交，paper 纸质送到，earlier 两者中较早的" }),
  copies: z.int().min(1).max(20).meta({ description: "纸质材料份数" }),
  binding: text(200).meta({ description: "装订要求" }),
  counterAddress: text(500).meta({ description: "收件地址和电话" }),
  noticeTitle: text(200),
  noticeText: text(20_000),
  quota: z.int().min(1).max(100_000).nullable().meta({ description: "本轮最多认定多少件；不设名额则为空" }),
};

/** What an applicant has to know before handing in. */
export const handingInSchema = z
  .object({
    state: z.enum(roundStates),
    submissionDeadline: settingsShape.submissionDeadline,
    submissionEvent: settingsShape.submissionEvent,
    copies: settingsShape.copies,
    binding: settingsShape.binding,
    counterAddress: settingsShape.counterAddress,
    noticeTitle: settingsShape.noticeTitle,
  })
  .meta({ id: "HandingIn", description: "本轮怎么提交：什么算提交、份数、装订、收件地址" });

export const createRoundSchema = z
  .strictObject({
    policyId: z
      .string()
      .optional()
      .meta({ ...referenceTo("policies"), description: "依据哪一份办法；不写则为默认的一份" }),
    year: z.int().min(1990).max(2100).meta({ description: "申报年度" }),
    submissionDeadline: settingsShape.submissionDeadline.default(null),
    recommendationDeadline: settingsShape.recommendationDeadline.default(null),
    submissionEvent: settingsShape.submissionEvent.default("online"),
    copies: settingsShape.copies.default(1),
    binding: settingsShape.binding.default(""),
    counterAddress: settingsShape.counterAddress.default(""),
    noticeTitle: settingsShape.noticeTitle.default(""),
    noticeText: settingsShape.noticeText.default(""),
    quota: settingsShape.quota.default(null),
  })
  .meta({ id: "CreateRound" });

export const editRoundSchema = z.strictObject(settingsShape).partial().meta({ id: "EditRound" });

export const extendRoundSchema = z
  .strictObject({
    submissionDeadline: dateTextSchema,
    recommendationDeadline: dateTextSchema,
    reason: z.string().trim().min(1).max(2_000),
    notice: z.string().trim().min(1).max(20_000).meta({ description: "延期公告的正文" }),
  })
  .meta({ id: "ExtendRound" });

export const reasonSchema = z
  .strictObject({ reason: z.string().trim().min(1).max(2_000) })
  .meta({ id: "Reason", description: "书面理由" });

export const roundSchema = z
  .object({
    id: z.string(),
    policyId: z.string(),
    policyVersion: z.int().nullable().meta({ description: "开放申报时固定；本轮各件都按它核对" }),
    year: z.int(),
    state: z.enum(roundStates),
    ...settingsShape,
    openedOn: nullableDateSchema,
    cancelledReason: z.string().nullable(),
    extensions: z.array(
      z.object({
        at: instantSchema,
        reason: z.string(),
        notice: z.string(),
        submissionDeadlineBefore: dateTextSchema,
        recommendationDeadlineBefore: dateTextSchema,
        submissionDeadline: dateTextSchema,
        recommendationDeadline: dateTextSchema,
      }),
    ),
    revision: z.int(),
    allowedActs: z.array(z.string()).meta({ description: "您现在可以办的" }),
  })
  .meta({ id: "RoundRecord" });

export const publicRoundSchema = roundSchema
  .extend({
    daysLeft: z.int().nullable().meta({ description: "提交还有几天；最后一天是0，没有在受理时为空" }),
  })
  .meta({ id: "PublicRound" });

export type CreateRound = z.infer<typeof createRoundSchema>;
export type EditRound = z.infer<typeof editRoundSchema>;
export type ExtendRound = z.infer<typeof extendRoundSchema>;
export type Round = z.infer<typeof roundSchema>;
export type PublicRound = z.infer<typeof publicRoundSchema>;
