import { organizationChangeKinds, organizationChangeStates } from "@shifan/rules";
import { z } from "zod";
import { attachedFiles } from "./files.ts";
import { dateTextSchema, instantSchema, nullableDateSchema, writtenText } from "./values.ts";

const kindSchema = z.enum(organizationChangeKinds).meta({
  description:
    "name 名称，address 住所，legal_representative 法定代表人，merger 合并，moved_away 迁出本市，other 其他；资格都不因此自动变化",
});

export const reportChangeSchema = z
  .strictObject({
    kind: kindSchema,
    fromOn: dateTextSchema.meta({ description: "从哪天起" }),
    before: writtenText(500, 0).default("").meta({ description: "变更前；名称不用写" }),
    after: writtenText(500).meta({ description: "变更后；合并写另一方的统一社会信用代码" }),
    source: writtenText(500).meta({ description: "依据：变更登记通知书等，在哪里可以查到" }),
    fileIds: attachedFiles({ purpose: "organization_change", targetField: null }, "变更登记通知书等材料"),
  })
  .meta({ id: "ReportChange" });

const recordedChangeShape = {
  id: z.string(),
  kind: kindSchema,
  fromOn: dateTextSchema,
  before: z.string(),
  after: z.string(),
  source: z.string(),
};
/** A change as the record of its unit shows it. */
export const acceptedChangeSchema = z.object(recordedChangeShape).meta({ id: "AcceptedChange" });

export const organizationChangeSchema = z
  .object({
    ...recordedChangeShape,
    organizationId: z.string(),
    uscc: z.string().meta({ description: "统一社会信用代码；名称变了，代码不变" }),
    organizationName: z.string().meta({ description: "单位现在的名称" }),
    otherOrganizationId: z.string().nullable().meta({ description: "合并的另一方在本系统的编号；没有登记的为空" }),
    district: z.string(),
    state: z.enum(organizationChangeStates).meta({ description: "reported 待核实，accepted 已记录，refused 未予记录" }),
    effect: z.string().meta({ description: "对资格有没有影响，一句话" }),
    reportedOn: dateTextSchema,
    decidedOn: nullableDateSchema,
    reason: z.string().nullable(),
    fileIds: z.array(z.string()).meta({ description: "附的材料" }),
    createdAt: instantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "OrganizationChangeRecord" });

export const organizationChangeFilterSchema = z
  .strictObject({
    organizationId: z.string().max(100),
    uscc: z.string().max(60),
    kind: kindSchema,
    state: z.enum(organizationChangeStates),
  })
  .partial();

export type ReportChange = z.infer<typeof reportChangeSchema>;
export type OrganizationChange = z.infer<typeof organizationChangeSchema>;
