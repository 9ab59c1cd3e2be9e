import { objectionChannels, objectionStates } from "@shifan/rules";
import { z } from "zod";
import { attachedFiles } from "./files.ts";
import { dateTextSchema, instantSchema, nullableDateSchema, writtenText } from "./values.ts";

const positionSchema = z.int().min(1).max(100_000).meta({ description: "在公示名单上的序号" });
const longText = (least = 1) => writtenText(10_000, least);
const reasonSchema = writtenText(10_000);

export const filePublicObjectionSchema = z
  .strictObject({
    position: positionSchema,
    name: writtenText(50, 2).meta({ description: "真实姓名或单位名称" }),
    phone: writtenText(50).meta({ description: "联系电话" }),
    content: longText().meta({ description: "具体事实" }),
    evidence: longText().meta({ description: "证据，或从哪里可以查到" }),
  })
  .meta({ id: "FilePublicObjection" });

export const fileObjectionSchema = z
  .strictObject({
    position: positionSchema,
    channel: z
      .enum(["letter", "visit", "phone"])
      .meta({ description: "letter 来信，visit 来访，phone 来电；网上的由反映人自己提交" }),
    receivedOn: dateTextSchema.meta({ description: "收到的日期，不是录入的日期" }),
    name: writtenText(50, 0).default("").meta({ description: "没有署名的留空" }),
    phone: writtenText(50, 0).default(""),
    content: longText(),
    evidence: longText(0).default(""),
    fileIds: attachedFiles({ purpose: "objection", targetField: null }, "扫描件，按页序"),
  })
  .meta({ id: "FileObjection" });

export const receiptIssuedSchema = z
  .object({
    receiptNumber: z.string().meta({ description: "查询编号，凭它可以查办理情况；请记下，只给这一次" }),
    receivedOn: dateTextSchema,
    message: z.string(),
  })
  .meta({ id: "ReceiptIssued" });

export const admitObjectionSchema = z
  .strictObject({
    extract: longText().meta({ description: "转给申报单位的摘要：由办理人员改写，不能有反映人的姓名、电话" }),
    answerUntil: dateTextSchema.optional().meta({ description: "申报单位作说明的最后一天；不写按设置的天数" }),
  })
  .meta({ id: "AdmitObjection" });
export const refuseObjectionSchema = z.strictObject({ ground: reasonSchema }).meta({ id: "RefuseObjection" });
export const answerObjectionSchema = z.strictObject({ answer: longText() }).meta({ id: "AnswerObjection" });
export const inquireObjectionSchema = z
  .strictObject({ until: dateTextSchema.meta({ description: "查证到哪一天" }) })
  .meta({ id: "InquireObjection" });
export const decideObjectionSchema = z
  .strictObject({ finding: reasonSchema.meta({ description: "查证结论和理由；成立的，申报单位会看到" }) })
  .meta({ id: "DecideObjection" });
export const replyObjectionSchema = z
  .strictObject({
    reply: reasonSchema.meta({ description: "给反映人的书面答复：凭查询编号看得到，不能有反映人的姓名、电话" }),
  })
  .meta({ id: "ReplyObjection" });

export const objectionSchema = z
  .object({
    id: z.string(),
    noticeId: z.string(),
    applicationId: z.string(),
    position: z.int(),
    platformName: z.string(),
    state: z.enum(objectionStates),
    outcome: z
      .enum(["inadmissible", "upheld", "dismissed"])
      .nullable()
      .meta({ description: "inadmissible 不予受理（作为监督线索留存，第十六条），upheld 成立，dismissed 不成立" }),
    channel: z.enum(objectionChannels).nullable().meta({ description: "怎么来的；申报单位看不到" }),
    receiptNumber: z.string().nullable().meta({ description: "只有办理人员看得到" }),
    receivedOn: dateTextSchema,
    admitBy: nullableDateSchema.meta({ description: "最晚哪天决定是否受理；节假日安排没有公布的为空" }),
    extract: z.string().nullable(),
    answerUntil: nullableDateSchema,
    answer: z.string().nullable(),
    answeredOn: nullableDateSchema,
    inquiryUntil: nullableDateSchema,
    finding: z.string().nullable(),
    decidedOn: nullableDateSchema,
    reply: z.string().nullable().meta({ description: "给反映人的答复；申报单位看不到" }),
    repliedOn: nullableDateSchema,
    hasFiles: z.boolean().meta({ description: "有没有扫描件；编号在反映人信息里" }),
    createdAt: instantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "ObjectionRecord" });

export const objectorSchema = z
  .object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    content: z.string().nullable(),
    evidence: z.string().nullable(),
    fileIds: z.array(z.string()),
  })
  .meta({ id: "Objector", description: "反映人和反映的内容；每次查看都留下记录。已抹除的为空" });

export const objectionFilterSchema = z
  .strictObject({
    state: z.enum(objectionStates),
    outcome: z.enum(["inadmissible", "upheld", "dismissed"]),
    applicationId: z.string().max(100),
    noticeId: z.string().max(100),
  })
  .partial();

export type FilePublicObjection = z.infer<typeof filePublicObjectionSchema>;
export type FileObjection = z.infer<typeof fileObjectionSchema>;
export type ReceiptIssued = z.infer<typeof receiptIssuedSchema>;
export type AdmitObjection = z.infer<typeof admitObjectionSchema>;
export type Objection = z.infer<typeof objectionSchema>;
export type Objector = z.infer<typeof objectorSchema>;
