import { z } from "zod";
import { instantSchema, nullableDateSchema } from "./values.ts";

/** Chats that are linked to an account by a code that is sent in them. */
export const linkingChannels = ["telegram", "wechat"] as const;
export type LinkingChannel = (typeof linkingChannels)[number];

export const createLinkingCodeSchema = z
  .strictObject({ channel: z.enum(linkingChannels) })
  .meta({ id: "CreateLinkingCode", description: "把哪种聊天连接到这个账号" });

export const linkingCodeSchema = z
  .object({
    code: z.string().meta({ description: "8位，只显示这一次；也可以在聊天里直接发出" }),
    account: z.string().meta({ description: "发给谁：机器人，或者公众号的名称" }),
    deepLink: z.string().nullable().meta({ description: "在手机上点开就连接；微信里只能自己发，没有" }),
    expiresAt: instantSchema.meta({ description: "10分钟后；只能用一次" }),
    secondsLeft: z.int().nonnegative().meta({ description: "还有多少秒有效" }),
  })
  .meta({ id: "LinkingCode" });

export const deliveryAnsweredSchema = z
  .object({
    answer: z
      .enum(["snoozed", "done", "stopped", "resumed", "none"])
      .meta({ description: "none：明天就过期，没有再往后放" }),
    until: nullableDateSchema.meta({ description: "再提醒的日子" }),
    isStillOpen: z.boolean().nullable().meta({ description: "已办好、不再提醒时：系统里是不是还没有办结" }),
    says: z.string().meta({ description: "一句话" }),
  })
  .meta({ id: "DeliveryAnswered" });

export type LinkingCode = z.infer<typeof linkingCodeSchema>;
export type DeliveryAnswered = z.infer<typeof deliveryAnsweredSchema>;
