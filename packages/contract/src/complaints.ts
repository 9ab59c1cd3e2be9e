import { complaintStates, complaintSubjects } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, instantSchema, nullableDateSchema, writtenText } from "./values.ts";

const subjectSchema = z
  .enum(complaintSubjects)
  .meta({ description: "platform 平台，procedure 程序，staff 工作人员（由监察、审计办理）" });

export const fileComplaintSchema = z
  .strictObject({
    subject: subjectSchema,
    target: writtenText(200).meta({ description: "反映哪个平台、哪件事或哪个部门的工作人员" }),
    content: writtenText(10_000),
    name: writtenText(50, 0).default("").meta({ description: "可以不写" }),
    contact: writtenText(100, 0).default("").meta({ description: "电话或邮箱，可以不写" }),
  })
  .meta({ id: "FileComplaint" });

/** What came by letter, in person or by telephone; about staff it is the supervisors', whom it is passed on to. */
export const registerComplaintSchema = fileComplaintSchema
  .extend({
    subject: z.enum(["platform", "procedure"]).meta({
      description: "platform 平台，procedure 程序；反映工作人员的请转交监察、审计，不在这里登记",
    }),
    target: writtenText(200).meta({ description: "反映哪个平台、哪件事" }),
    receivedOn: dateTextSchema.meta({ description: "收到来信、来访、来电的那一天" }),
  })
  .meta({ id: "RegisterComplaint" });

export const replyComplaintSchema = z
  .strictObject({
    reply: writtenText(10_000).meta({ description: "给反映人的答复：凭查询编号看得到，不能有反映人的姓名、联系方式" }),
  })
  .meta({ id: "ReplyComplaint" });

export const complaintSchema = z
  .object({
    id: z.string(),
    subject: subjectSchema,
    target: z.string(),
    state: z.enum(complaintStates).meta({ description: "open 正在办理，replied 已答复，closed 已办结" }),
    receiptNumber: z.string().nullable().meta({ description: "只有办理人员看得到" }),
    receivedOn: dateTextSchema,
    reply: z.string().nullable(),
    repliedOn: nullableDateSchema,
    closedReason: z.string().nullable(),
    closedOn: nullableDateSchema,
    createdAt: instantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "ComplaintRecord" });

export const complainantSchema = z
  .object({ name: z.string().nullable(), contact: z.string().nullable(), content: z.string().nullable() })
  .meta({ id: "Complainant", description: "反映人和反映的内容；每次查看都留下记录。没有写或已抹除的为空" });

export const complaintFilterSchema = z
  .strictObject({ subject: subjectSchema, state: z.enum(complaintStates) })
  .partial();

export const receiptSchema = z
  .object({
    receiptNumber: z.string(),
    kind: z.enum(["objection", "complaint"]).meta({ description: "objection 公示异议，complaint 监督投诉" }),
    status: z.string().meta({ description: "办理到哪一步" }),
    receivedOn: dateTextSchema,
    decidedOn: nullableDateSchema,
    repliedOn: nullableDateSchema,
    reply: z.string().nullable().meta({ description: "给反映人的答复；还没有答复的为空" }),
  })
  .meta({ id: "Receipt", description: "办理情况；不含任何人的信息" });

export type RegisterComplaint = z.infer<typeof registerComplaintSchema>;
export type FileComplaint = z.infer<typeof fileComplaintSchema>;
export type Complaint = z.infer<typeof complaintSchema>;
export type Complainant = z.infer<typeof complainantSchema>;
export type Receipt = z.infer<typeof receiptSchema>;
