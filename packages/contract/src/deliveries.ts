import {
  deliveryStates,
  recipientKinds,
  reminderAudiences,
  reminderChannels,
  reminderSubjects,
  withdrawalGrounds,
} from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, instantSchema, nullableInstantSchema } from "./values.ts";

/** What is looked for among deliveries. */
export const deliveryFilterSchema = z.strictObject({
  subject: z.enum(reminderSubjects).optional().meta({ description: "提醒的事" }),
  state: z.enum(deliveryStates).optional(),
  way: z.enum(reminderChannels).optional().meta({ description: "通道" }),
  recipientId: z.string().optional().meta({ description: "发给谁" }),
  resource: z.string().optional().meta({ description: "所关记录的种类，如 applications" }),
  recordId: z.string().optional().meta({ description: "所关记录的编号" }),
});

/** That somebody is told of something: what, to whom, when, why, and what became of it. */
export const deliverySchema = z
  .object({
    id: z.string(),
    subject: z.enum(reminderSubjects),
    title: z.string().meta({ description: "提醒的事，如 申报截止" }),
    article: z.string().meta({ description: "依据哪一条" }),
    why: z.string().meta({ description: "为什么在这个时候提醒" }),
    resource: z.string(),
    recordId: z.string(),
    dueOn: dateTextSchema.meta({ description: "事情的日子" }),
    occasion: z.string().meta({ description: "第几次提醒，如 before-7" }),
    occasionName: z.string().meta({ description: "如 提前7天" }),
    audience: z.enum(reminderAudiences),
    recipientId: z.string(),
    recipientKind: z.enum(recipientKinds),
    recipientName: z.string().nullable().meta({ description: "账号的姓名，或者部门；自查后要求提醒的人没有姓名" }),
    state: z.enum(deliveryStates),
    plannedAt: instantSchema,
    withdrawnFor: z.enum(withdrawalGrounds).nullable(),
    way: z.enum(reminderChannels).nullable().meta({ description: "通道；没有的只在站内" }),
    attempts: z.int().nullable(),
    fault: z.string().nullable().meta({ description: "最后一次没有发成的原因" }),
    settledAt: nullableInstantSchema,
    messageId: z.string().nullable().meta({ description: "同一条消息的编号；几件事一起发是一条" }),
    heading: z.string().nullable(),
    lines: z.array(z.string()).nullable().meta({ description: "发出的内容；还没有发时没有" }),
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "Delivery" });

export type DeliveryFilter = z.infer<typeof deliveryFilterSchema>;
export type Delivery = z.infer<typeof deliverySchema>;
