import { messageStates, reminderAnswers, reminderChannels, reminderSteps, reminderSubjects } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, instantSchema, nullableDateSchema, nullableInstantSchema, writtenText } from "./values.ts";

/** Ways that somebody opens with a code sent to them. */
export const contactChannels = ["mail", "sms"] as const;
export type ContactChannel = (typeof contactChannels)[number];

const nullableChannelSchema = z.enum(reminderChannels).nullable();

const reminderWaySchema = z
  .object({
    id: z.string(),
    channel: z.enum(reminderChannels).meta({ description: "mail 邮件，sms 短信，telegram，wechat 微信" }),
    address: z.string().meta({ description: "只写出一部分，别人看了打不通" }),
    since: instantSchema,
    isPreferred: z.boolean().meta({ description: "提醒发到这里" }),
  })
  .meta({ id: "ReminderWay" });

const plannedReminderSchema = z
  .object({
    title: z.string().meta({ description: "什么提醒" }),
    matter: z.string().meta({ description: "哪一类记录的事" }),
    dueOn: nullableDateSchema.meta({ description: "事情的日子；当天就是提醒日的为空" }),
    on: dateTextSchema.meta({ description: "哪一天提醒" }),
    article: z.string(),
  })
  .meta({ id: "PlannedReminder" });

const stoppedReminderSchema = z
  .object({
    deliveryId: z.string().meta({ description: "恢复时用：POST /api/v1/reminders/deliveries/{id}/resume" }),
    title: z.string(),
    matter: z.string(),
    answer: z.enum(reminderAnswers).meta({ description: "done 本人说已办好，stopped 不再提醒此事" }),
    at: instantSchema,
  })
  .meta({ id: "StoppedReminder" });

export const remindersSchema = z
  .object({
    today: dateTextSchema,
    kind: z.enum(["person", "prospect"]).meta({ description: "person 有账号，prospect 做过自查" }),
    ways: z.array(reminderWaySchema).meta({ description: "后开通的在前" }),
    offered: z.array(z.enum(reminderChannels)).meta({ description: "本站现在能开通的" }),
    accountMailbox: z.string().nullable().meta({ description: "账号的邮箱；没有账号的为空" }),
    pausedUntil: nullableDateSchema.meta({ description: "这一天为止（含当天）只放在站内" }),
    upcoming: z.array(plannedReminderSchema).meta({ description: "已经知道的下一次提醒，先到的在前" }),
    stopped: z.array(stoppedReminderSchema).meta({ description: "不再提醒的事" }),
  })
  .meta({ id: "Reminders" });

export const changeRemindersSchema = z
  .strictObject({
    preferredChannel: z.enum(reminderChannels).optional(),
    pausedUntil: nullableDateSchema.optional().meta({ description: "null：恢复提醒" }),
  })
  .meta({ id: "ChangeReminders" });

const toldStepSchema = z.object({ step: z.enum(reminderSteps), path: z.string() }).meta({ id: "ToldStep" });

export const toldReminderSchema = z
  .object({
    deliveryId: z.string(),
    subject: z.enum(reminderSubjects),
    title: z.string(),
    heading: z.string(),
    lines: z.array(z.string()),
    article: z.string(),
    steps: z.array(toldStepSchema).meta({ description: "一按就到的页面，本站的路径" }),
    toldAt: instantSchema,
    state: z.enum(messageStates).meta({
      description: "waiting 发送中，sent 已发出，inbox 只在站内，dead 没有发成，withdrawn 不再发",
    }),
    channel: nullableChannelSchema.meta({ description: "走的哪种方式；只在站内的为空" }),
    sentAt: nullableInstantSchema,
    answer: z.enum(reminderAnswers).nullable().meta({ description: "本人答了什么；没有答的为空" }),
  })
  .meta({ id: "ToldReminder" });

export const beginContactSchema = z
  .strictObject({
    channel: z.enum(contactChannels),
    address: writtenText(254).meta({ description: "邮箱，或11位手机号", examples: ["zhang@example.org"] }),
  })
  .meta({ id: "BeginContact" });
export const contactBegunSchema = z
  .object({
    channel: z.enum(contactChannels),
    address: z.string().meta({ description: "只写出一部分" }),
    expiresAt: instantSchema,
    secondsLeft: z.int().nonnegative().meta({ description: "还有多少秒有效" }),
  })
  .meta({ id: "ContactBegun" });
export const confirmContactSchema = z
  .strictObject({
    channel: z.enum(contactChannels),
    code: z.string().regex(/^\d{6}$/, "验证码是6位数字"),
  })
  .meta({ id: "ConfirmContact" });

export type Reminders = z.infer<typeof remindersSchema>;
export type ReminderWay = z.infer<typeof reminderWaySchema>;
export type PlannedReminder = z.infer<typeof plannedReminderSchema>;
export type StoppedReminder = z.infer<typeof stoppedReminderSchema>;
export type ChangeReminders = z.infer<typeof changeRemindersSchema>;
export type ToldReminder = z.infer<typeof toldReminderSchema>;
export type BeginContact = z.infer<typeof beginContactSchema>;
export type ContactBegun = z.infer<typeof contactBegunSchema>;
export type ConfirmContact = z.infer<typeof confirmContactSchema>;
