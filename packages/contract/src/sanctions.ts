import { allSanctionGrounds, sanctionKinds, sanctionStates, serviceMethods } from "@shifan/rules";
import { z } from "zod";
import { attachedFiles } from "./files.ts";
import { dateTextSchema, instantSchema, nullableDateSchema, referenceTo, writtenText } from "./values.ts";

const longText = writtenText(10_000);
const documentNumber = writtenText(100).meta({ description: "文号" });
const kindSchema = z.enum(sanctionKinds).meta({
  description: "cancellation 取消（第十三条，没有不得申报的年限），revocation 撤销（第十四条，三年内不得再次申报）",
});
const groundSchema = z.enum(allSanctionGrounds as [string, ...string[]]).meta({
  description:
    "取消：absent_without_reason 无故不参加考核，falsified_appraisal 考核材料弄虚作假，consecutive_failures 连续两次抽查或考核不合格；撤销：unlawful_conduct 违法违规并查实",
});
const methodSchema = z
  .enum(serviceMethods)
  .meta({ description: "direct 直接送达，left 留置送达，post 邮寄送达，entrusted 委托送达，announcement 公告送达" });

export const proposeSanctionSchema = z
  .strictObject({
    kind: kindSchema,
    certificationId: z.string().max(100).meta(referenceTo("certifications")),
    ground: groundSchema,
    finding: longText.meta({ description: "查明的事实；单位会看到" }),
    evidence: longText.meta({ description: "证据，或从哪里可以查到；单位会看到" }),
    inspectionIds: z.array(z.string().max(100)).max(50).default([]).meta({ description: "依据的检查、抽查、考核" }),
    fileIds: attachedFiles({ purpose: "sanction", targetField: "certificationId" }, "证据文件"),
  })
  .meta({ id: "ProposeSanction" });

export const notifySanctionSchema = z
  .strictObject({
    statementUntil: dateTextSchema
      .optional()
      .meta({ description: "单位陈述申辩的最后一天；不写按设置的天数，写了不能更早" }),
  })
  .meta({ id: "NotifySanction" });
export const stateCaseSchema = z
  .strictObject({ statement: longText.meta({ description: "单位的陈述申辩" }) })
  .meta({ id: "StateCase" });
export const hearSanctionSchema = z
  .strictObject({ hearing: longText.meta({ description: "听取陈述申辩的情况，采纳与否和理由；没有陈述的写明" }) })
  .meta({ id: "HearSanction" });
export const decideSanctionSchema = z
  .strictObject({
    decision: longText.meta({ description: "决定和理由" }),
    documentNumber,
    interpretationId: z
      .string()
      .max(100)
      .optional()
      .meta({
        ...referenceTo("interpretations", { state: "issued" }),
        description: "只有一种读法成立时，依据的已发布的解释（第十七条）",
      }),
  })
  .meta({ id: "DecideSanction" });
export const serveSanctionSchema = z
  .strictObject({
    method: methodSchema,
    servedOn: dateTextSchema.meta({ description: "送达的日期；不得再次申报的年限从这一天起算" }),
    receipt: writtenText(500).meta({ description: "送达回证：谁在哪里签收，或邮寄、公告的凭证" }),
  })
  .meta({ id: "ServeSanction" });
export const publishSanctionSchema = z
  .strictObject({
    officialUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .meta({ description: "市工信局网站上的网址" }),
    publishedOn: dateTextSchema,
  })
  .meta({ id: "PublishSanction" });
export const answerSanctionSchema = z
  .strictObject({ answer: longText.meta({ description: "单位对决定的意见，和决定放在一起" }) })
  .meta({ id: "AnswerSanction" });
export const reinstateSanctionSchema = z
  .strictObject({ reason: longText.meta({ description: "为什么撤回原决定" }), documentNumber })
  .meta({ id: "ReinstateSanction" });

export const sanctionSchema = z
  .object({
    id: z.string(),
    kind: kindSchema,
    kindName: z.string().meta({ description: "取消、撤销" }),
    certificationId: z.string(),
    organizationId: z.string(),
    organizationName: z.string(),
    platformName: z.string(),
    district: z.string(),
    state: z.enum(sanctionStates),
    ground: groundSchema,
    groundName: z.string().meta({ description: "条文里的说法" }),
    article: z.string().meta({ description: "依据的条款" }),
    consequence: z.string().meta({ description: "对单位意味着什么，一句话" }),
    needsInterpretation: z.boolean().meta({ description: "只有一种读法成立：先有解释才能决定（第十七条）" }),
    finding: z.string(),
    evidence: z.string(),
    inspectionIds: z.array(z.string()),
    interpretationId: z.string().nullable(),
    fileIds: z.array(z.string()).meta({ description: "证据文件；只对办理和监督的人显示" }),
    notifiedOn: nullableDateSchema,
    statementUntil: nullableDateSchema.meta({ description: "陈述申辩的最后一天，到24:00" }),
    statement: z.string().nullable(),
    statedOn: nullableDateSchema,
    hearing: z.string().nullable(),
    heardOn: nullableDateSchema,
    decision: z.string().nullable(),
    documentNumber: z.string().nullable(),
    effectiveOn: nullableDateSchema.meta({ description: "第二人确认的日期，就是决定的日期" }),
    servedOn: nullableDateSchema,
    serviceMethod: z.union([methodSchema, z.null()]),
    serviceReceipt: z.string().nullable(),
    publishedOn: nullableDateSchema,
    officialUrl: z.string().nullable(),
    answerUntil: nullableDateSchema.meta({
      description: "单位对决定提出书面意见的最后一天，到24:00，自送达次日起算；没有送达的为空",
    }),
    answer: z.string().nullable().meta({ description: "单位对决定的意见；不停止执行，也不代替行政复议、行政诉讼" }),
    answeredOn: nullableDateSchema,
    barredUntil: nullableDateSchema.meta({ description: "不得再次申报的最后一天，含当天；取消没有" }),
    droppedReason: z.string().nullable().meta({ description: "为什么作罢，或不再撤回" }),
    reinstatement: z.string().nullable(),
    reinstatementNumber: z.string().nullable(),
    reinstatedOn: nullableDateSchema,
    createdAt: instantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "SanctionRecord" });

export const sanctionFilterSchema = z
  .strictObject({
    kind: kindSchema,
    state: z.enum(sanctionStates),
    certificationId: z.string().max(100),
    organizationId: z.string().max(100),
  })
  .partial();

export const falsePaperRouteSchema = z
  .object({
    id: z.string(),
    found: z.string().meta({ description: "什么时候发现的" }),
    outcome: z.string().meta({ description: "怎么处理" }),
    article: z.string(),
    consequence: z.string(),
    barsApplication: z.boolean().nullable().meta({ description: "是否不得再次申报；空：办法没有写" }),
    isOpen: z.boolean().nullable().meta({ description: "对所问的资格今天能不能走这条路；没有问的为空" }),
    mark: z.string(),
    ground: z.string(),
  })
  .meta({ id: "FalsePaperRoute" });
export const falsePaperRoutesQuerySchema = z.strictObject({
  certificationId: z.string().max(100).optional().meta({ description: "看哪项资格今天能走哪条路" }),
});

export type ProposeSanction = z.infer<typeof proposeSanctionSchema>;
export type NotifySanction = z.infer<typeof notifySanctionSchema>;
export type DecideSanction = z.infer<typeof decideSanctionSchema>;
export type ServeSanction = z.infer<typeof serveSanctionSchema>;
export type PublishSanction = z.infer<typeof publishSanctionSchema>;
export type ReinstateSanction = z.infer<typeof reinstateSanctionSchema>;
export type Sanction = z.infer<typeof sanctionSchema>;
export type FalsePaperRoute = z.infer<typeof falsePaperRouteSchema>;
