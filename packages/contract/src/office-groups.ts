import { officeGroupStates } from "@shifan/rules";
import { z } from "zod";
import { nullableInstantSchema, writtenText } from "./values.ts";

/** The robot of a group, and what its colleagues call the group. */
export const connectOfficeGroupSchema = z
  .strictObject({
    name: writtenText(50).meta({ description: "方便日后辨认，如“金水区企业科工作群”" }),
    robot: writtenText(500).meta({
      description: "在企业微信群里添加群机器人，把它的Webhook地址整条贴进来；保存以后不再显示",
    }),
  })
  .meta({ id: "ConnectOfficeGroup" });
export type ConnectOfficeGroup = z.infer<typeof connectOfficeGroupSchema>;

/** An office, and the group in which it is reminded. */
export const officeGroupSchema = z
  .object({
    id: z.string().meta({ description: "推荐部门的区划代码；市工信局是 city" }),
    officeName: z.string(),
    district: z.string().nullable(),
    name: z.string().nullable().meta({ description: "群的名称；没有接入过的为空" }),
    state: z
      .enum(officeGroupStates)
      .nullable()
      .meta({ description: "connected 已接入，disconnected 已停用；没有接入过的为空" }),
    isReached: z.boolean().nullable().meta({
      description: "企业微信还认这个机器人；false 表示它已从群里移除，要重新接入。没有接入的为空",
    }),
    connectedAt: nullableInstantSchema,
    revision: z.int().meta({ description: "还没有接入过的是0；办理时写进 If-Match" }),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "OfficeGroup" });
export type OfficeGroup = z.infer<typeof officeGroupSchema>;

export const officeGroupsSchema = z
  .object({
    isAvailable: z.boolean().meta({ description: "本系统设置了企业微信群机器人的地址" }),
    groups: z.array(officeGroupSchema),
  })
  .meta({ id: "OfficeGroups" });
export type OfficeGroups = z.infer<typeof officeGroupsSchema>;

/** What became of a message that was sent to try a robot. */
export const robotTrialSchema = z
  .object({
    isTaken: z.boolean().meta({ description: "企业微信收下了" }),
    fault: z.string().nullable().meta({ description: "没有收下的原因" }),
  })
  .meta({ id: "RobotTrial" });
export type RobotTrial = z.infer<typeof robotTrialSchema>;
