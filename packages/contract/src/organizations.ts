import { mandateStates } from "@shifan/rules";
import { z } from "zod";
import { attachedFile } from "./files.ts";
import { acceptedChangeSchema } from "./organization-changes.ts";
import { dateTextSchema, instantSchema, nullableDateSchema, nullableInstantSchema, referenceTo } from "./values.ts";

const usccSchema = z.string().max(60).meta({ description: "统一社会信用代码，18位；空格、全角和小写会自动整理" });
const nameSchema = z.string().trim().min(2).max(200);
const holderSchema = z
  .strictObject({
    name: z.string().trim().min(2).max(50).meta({ description: "经办人姓名" }),
    phone: z.string().trim().min(7).max(30).meta({ description: "经办人电话" }),
  })
  .meta({ id: "MandateHolder" });

export const createOrganizationSchema = z
  .strictObject({
    uscc: usccSchema,
    name: nameSchema.meta({ description: "单位全称，与营业执照或法人证书一致" }),
    nameFromOn: dateTextSchema.optional().meta({ description: "从哪天起用这个名称；不写为今天" }),
    district: z.string().meta({ ...referenceTo("districts"), description: "推荐部门所在的开发区、区县（市）" }),
    holder: holderSchema.optional().meta({ description: "申报单位自己登记时必填" }),
  })
  .meta({ id: "CreateOrganization" });

export const claimOrganizationSchema = z.strictObject({ holder: holderSchema }).meta({ id: "ClaimOrganization" });

export const attachPapersSchema = z
  .strictObject({
    mandateId: z.string(),
    licenceFileId: attachedFile({ purpose: "mandate", targetField: "mandateId" }, "营业执照或法人证书的扫描件"),
    authorizationFileId: attachedFile({ purpose: "mandate", targetField: "mandateId" }, "盖章的授权书的扫描件"),
  })
  .meta({ id: "AttachMandatePapers" });

export const mandateActSchema = z
  .strictObject({ mandateId: z.string(), reason: z.string().trim().max(2_000).optional() })
  .meta({ id: "MandateAct" });

export const refuseMandateSchema = z
  .strictObject({ mandateId: z.string(), reason: z.string().trim().min(1).max(2_000) })
  .meta({ id: "RefuseMandate" });

export const recordChangeSchema = z
  .strictObject({
    name: nameSchema.optional(),
    nameFromOn: dateTextSchema.optional(),
    district: z.string().optional().meta(referenceTo("districts")),
    source: z.string().trim().min(1).max(500).meta({ description: "依据：如变更后的营业执照" }),
  })
  .meta({ id: "RecordOrganizationChange" });

export const allowSecondApplicationSchema = z
  .strictObject({
    roundId: z.string().meta({ ...referenceTo("rounds"), description: "哪个批次" }),
    ground: z.string().trim().min(1).max(2_000).meta({ description: "书面理由，进入审计记录；不写个人信息" }),
  })
  .meta({ id: "AllowSecondApplication" });

const mandateSchema = z
  .object({
    id: z.string(),
    state: z.enum(mandateStates),
    holderName: z.string(),
    holderPhone: z.string().nullable().meta({ description: "只对需要办理的人显示全部" }),
    isOwn: z.boolean(),
    licenceFileId: z.string().nullable(),
    authorizationFileId: z.string().nullable(),
    claimedAt: instantSchema,
    decidedAt: nullableInstantSchema,
    reason: z.string().nullable(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "Mandate" });

export const organizationSchema = z
  .object({
    id: z.string(),
    uscc: z.string(),
    kind: z
      .string()
      .meta({ description: "enterprise 企业，public_institution 事业单位，social_org 社会组织，other 其他" }),
    name: z.string(),
    names: z.array(z.object({ name: z.string(), fromOn: dateTextSchema, source: z.string() })),
    district: z.string(),
    mandates: z.array(mandateSchema),
    titles: z.array(
      z.object({
        id: z.string(),
        platformName: z.string(),
        state: z.string(),
        validFrom: dateTextSchema,
        validTo: dateTextSchema,
        endedOn: nullableDateSchema,
      }),
    ),
    barredUntil: nullableDateSchema.meta({ description: "不得再次申报的最后一天（第十四条）" }),
    changes: z.array(acceptedChangeSchema).meta({ description: "记录的变更，迁出、合并也在内（第三条）" }),
    exceptions: z
      .array(z.object({ roundId: z.string(), ground: z.string(), recordedAt: instantSchema }))
      .meta({ description: "市工信局准许再报一份的批次（第二条）" }),
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "Organization" });

export const organizationSummarySchema = z
  .object({ id: z.string(), uscc: z.string(), name: z.string(), district: z.string(), revision: z.int() })
  .meta({ id: "OrganizationSummary" });

export const organizationFilterSchema = z
  .strictObject({
    district: z.string().optional(),
    uscc: usccSchema.optional(),
    mandate: z.enum(mandateStates).optional().meta({ description: "有处在这一状态的经办人授权" }),
    q: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: "现在或以前的名称里的字，或者代码的开头，空格隔开" }),
  })
  .meta({ id: "OrganizationFilter" });

/** What a claimant gets to know: that they are on record, and whether somebody else already is; never who. */
export const claimAnswerSchema = z
  .object({
    organizationId: z.string(),
    mandateId: z.string(),
    state: z.enum(mandateStates),
    message: z.string(),
  })
  .meta({ id: "ClaimAnswer" });

export type CreateOrganization = z.infer<typeof createOrganizationSchema>;
export type AllowSecondApplication = z.infer<typeof allowSecondApplicationSchema>;
export type RecordChange = z.infer<typeof recordChangeSchema>;
export type Organization = z.infer<typeof organizationSchema>;
export type OrganizationSummary = z.infer<typeof organizationSummarySchema>;
export type ClaimAnswer = z.infer<typeof claimAnswerSchema>;
