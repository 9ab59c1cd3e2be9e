import { z } from "zod";
import { maximumClaimLimit, maximumLeaseSeconds } from "./telegram.ts";

/*
 * Reminders that go over Telegram, for the bot alone: it claims what is due, sends it, and says of each what became of it. A claim carries a number;
 * whoever comes back with an older one is told `lease_lost` and just stops.
 */

export const introduceBotSchema = z
  .strictObject({
    username: z
      .string()
      .regex(/^[A-Za-z0-9_]{3,64}$/, "写机器人的用户名，不带@")
      .meta({ description: "Telegram 的 username；启动时和以后每隔几分钟说一次" }),
  })
  .meta({ id: "IntroduceTelegramBot" });

export const claimRemindersSchema = z
  .strictObject({
    limit: z.int().min(1).max(maximumClaimLimit),
    leaseSeconds: z.int().min(1).max(maximumLeaseSeconds),
    worker: z.string().min(1).max(100).meta({ description: "哪个进程，写进记录便于查找" }),
  })
  .meta({ id: "ClaimTelegramReminders" });

const buttonSchema = z
  .object({
    label: z.string(),
    url: z.string().nullable().meta({ description: "打开的网页" }),
    action: z.string().nullable().meta({ description: "点了交给对话的 action；与 url 只有一个不为空" }),
  })
  .meta({ id: "ReminderButton" });

export const claimedReminderSchema = z
  .object({
    id: z.string(),
    lease: z.int().positive(),
    chatId: z.int(),
    text: z.string().meta({ description: "最后一行是编号，同一条发了两次认得出来" }),
    buttons: z.array(z.array(buttonSchema)).meta({ description: "一行一行的按钮" }),
  })
  .meta({ id: "ClaimedTelegramReminder" });

export const claimedRemindersSchema = z
  .object({
    reminders: z.array(claimedReminderSchema),
    fullForMilliseconds: z
      .number()
      .int()
      .nonnegative()
      .nullable()
      .meta({ description: "这一秒已经领满，过多少毫秒再领；没有领满的为空，过一秒再领" }),
  })
  .meta({ id: "ClaimedTelegramReminders" });

const fault = z.string().min(1).max(500).meta({ description: "为什么，写进记录" });

export const settleReminderSchema = z
  .strictObject({
    lease: z.int().positive().meta({ description: "领取时得到的编号" }),
    outcome: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("sent"), reference: z.string().min(1).max(100) }),
      z.strictObject({
        kind: z.literal("retry"),
        afterSeconds: z.int().min(0).max(86_400).nullable().meta({ description: "Telegram 要求等多久；没有要求为空" }),
        fault,
      }),
      z.strictObject({ kind: z.literal("gone"), fault }),
      z.strictObject({ kind: z.literal("refused"), fault }),
    ]),
  })
  .meta({ id: "SettleTelegramReminder" });

export type IntroduceBot = z.infer<typeof introduceBotSchema>;
export type ClaimReminders = z.infer<typeof claimRemindersSchema>;
export type ReminderButton = z.infer<typeof buttonSchema>;
export type ClaimedReminder = z.infer<typeof claimedReminderSchema>;
export type ClaimedReminders = z.infer<typeof claimedRemindersSchema>;
export type SettleReminder = z.infer<typeof settleReminderSchema>;
