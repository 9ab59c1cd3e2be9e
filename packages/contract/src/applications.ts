import { applicationStates, assessmentSchema, criterionStatuses, returnKinds } from "@shifan/rules";
import { z } from "zod";
import { handingInSchema } from "./rounds.ts";
import { dateTextSchema, instantSchema, nullableDateSchema, referenceTo } from "./values.ts";

const reason = z.string().trim().min(1).max(2_000);

export const createApplicationSchema = z
  .strictObject({
    roundId: z.string().meta(referenceTo("rounds")),
    organizationId: z.string().meta(referenceTo("organizations")),
    district: z
      .string()
      .optional()
      .meta({ ...referenceTo("districts"), description: "由哪个部门推荐；不写为单位登记的" }),
    receivedOn: dateTextSchema.optional().meta({ description: "纸质材料的收到日期，只由推荐部门录入时写" }),
  })
  .meta({ id: "CreateApplication" });

export const submitApplicationSchema = z
  .strictObject({
    acknowledged: z
      .string()
      .nullable()
      .default(null)
      .meta({ description: "看过的核对结果的编号（GET …/findings 里的 findingsId）；有问题或不符合时必须写" }),
  })
  .meta({ id: "SubmitApplication" });

export const returnApplicationSchema = z
  .strictObject({
    kind: z
      .enum(returnKinds)
      .meta({ description: "correction 补正，收到日期不变；resubmission 退回，重新提交算新的收到日期" }),
    until: dateTextSchema.meta({ description: "最后一天，到24:00" }),
    defects: z
      .array(
        z.strictObject({
          material: z.string().nullable().default(null).meta({ description: "哪一项材料，如 M03" }),
          field: z.string().max(200).nullable().default(null),
          text: reason.meta({ description: "缺什么、要怎么补" }),
        }),
      )
      .min(1)
      .max(100),
  })
  .meta({ id: "ReturnApplication" });

export const acceptApplicationSchema = z
  .strictObject({
    receivedOn: dateTextSchema.optional().meta({ description: "纸质材料的收到日期，本轮以纸质为准时写" }),
  })
  .meta({ id: "AcceptApplication" });

export const correctReceiptSchema = z
  .strictObject({
    receivedOn: dateTextSchema.meta({ description: "纸质材料实际收到的日期，以收件回执为准" }),
    reason,
  })
  .meta({ id: "CorrectReceipt" });

export const transferApplicationSchema = z
  .strictObject({ district: z.string().meta(referenceTo("districts")), reason })
  .meta({ id: "TransferApplication" });

export const judgeMaterialSchema = z
  .strictObject({
    material: z.string(),
    verdict: z.enum(["accepted", "defective"]),
    reason: z.string().trim().max(2_000).optional().meta({ description: "有问题时必填" }),
  })
  .meta({ id: "JudgeMaterial" });

export const putMaterialSchema = z
  .strictObject({
    isOnPaper: z.boolean().default(false),
    fileIds: z.array(z.string()).max(200).default([]),
    printed: z
      .array(
        z.strictObject({
          fileId: z.string(),
          shortCode: z.string().trim().min(1).max(30).meta({ description: "扫描件页脚上的8位校验短码" }),
        }),
      )
      .max(200)
      .default([])
      .meta({ description: "申请报告、真实性声明的盖章扫描件是从哪一版打印的" }),
  })
  .meta({ id: "PutMaterial" });

export const formValuesSchema = z
  .custom<Record<string, unknown>>(
    (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    "这里要一个对象：{栏目编号: 内容}",
  )
  .meta({ id: "FormValues", type: "object", description: "栏目编号到内容；没有填的写 null 或不写" });

export const formRowsSchema = z
  .strictObject({ rows: z.array(formValuesSchema).max(5_000) })
  .meta({ id: "FormRows", description: "整份名单；原有的各行都被替换" });

const sealedScanSchema = z
  .object({
    state: z.enum(["current", "outdated", "untied"]).meta({
      description: "current 与现在的内容一致；outdated 有几页要重新打印；untied 还没有写明是哪一版",
    }),
    dataVersion: z.int().meta({ description: "内容现在是第几版" }),
    shortCode: z.string().meta({ description: "现在打印的话，页脚上的校验短码" }),
    files: z.array(
      z.object({
        fileId: z.string(),
        printed: z.object({ dataVersion: z.int(), shortCode: z.string() }).nullable(),
      }),
    ),
    parts: z.array(z.object({ id: z.string(), title: z.string() })).meta({ description: "改过的部分" }),
    pages: z
      .array(z.object({ title: z.string(), places: z.array(z.enum(["seal", "signature"])) }))
      .meta({ description: "要重新打印的页，和上面要重新盖章、签字的地方" }),
    message: z.string().nullable(),
  })
  .meta({ id: "SealedScan" });

const materialSchema = z.object({
  id: z.string(),
  title: z.string(),
  article: z.string(),
  isOptional: z.boolean().meta({ description: "没有也能提交" }),
  status: z.string(),
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
  isOnPaper: z.boolean(),
  fileIds: z.array(z.string()),
  sealed: sealedScanSchema.nullable().meta({ description: "申请报告、真实性声明的盖章扫描件对应哪一版" }),
  verdict: z.enum(["accepted", "defective"]).nullable(),
  verdictReason: z.string().nullable(),
  revision: z.int(),
});

export const applicationSchema = z
  .object({
    id: z.string(),
    roundId: z.string(),
    year: z.int(),
    round: handingInSchema,
    organizationId: z.string(),
    organizationName: z.string(),
    district: z.string(),
    state: z.enum(applicationStates),
    origin: z.enum(["online", "paper"]),
    receivedOn: nullableDateSchema,
    enteredOn: dateTextSchema,
    dataVersion: z.int(),
    returned: z
      .object({
        kind: z.enum(returnKinds),
        until: dateTextSchema,
        on: dateTextSchema,
        defects: z.array(z.object({ material: z.string().nullable(), field: z.string().nullable(), text: z.string() })),
        resubmittedOn: nullableDateSchema,
      })
      .nullable(),
    reason: z.string().nullable(),
    firstDayToSubmit: nullableDateSchema.meta({ description: "禁止期或资格使现在不能提交时，最早哪天可以" }),
    changedAt: instantSchema,
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "Application" });

export const applicationSummarySchema = applicationSchema
  .pick({
    id: true,
    roundId: true,
    year: true,
    organizationId: true,
    organizationName: true,
    district: true,
    state: true,
    origin: true,
    receivedOn: true,
    changedAt: true,
    revision: true,
  })
  .meta({ id: "ApplicationSummary" });

/** A field as whoever reads or fills in the form has to know it. */
const formFieldSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string().meta({ description: "text、money_wan（万元）、percent、date、choice 等" }),
  unit: z.string().nullable(),
  note: z.string().nullable().meta({ description: "怎么填" }),
  isRequired: z.boolean().meta({ description: "不填就不算填完" }),
  isPersonal: z.boolean().meta({ description: "第三人的个人信息" }),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
});

/** The parts of the form by which a case was filled in, in the form's order. */
export const formPartSchema = z
  .object({
    kind: z.enum(["section", "list"]),
    id: z.string(),
    title: z.string(),
    fields: z.array(formFieldSchema),
    groups: z
      .array(z.object({ title: z.string(), fields: z.array(z.string()) }))
      .meta({ description: "栏目多的部分，分成几组；没有分组的为空" }),
    leastRows: z.int().nullable().meta({ description: "名单至少几行" }),
    mostRows: z.int().nullable().meta({ description: "名单最多几行" }),
    years: z
      .array(z.object({ year: z.int(), isRequired: z.boolean() }))
      .meta({ description: "按年度填的名单：填哪几年" }),
  })
  .meta({ id: "FormPart" });
export type FormPart = z.infer<typeof formPartSchema>;

export const applicationFormSchema = z
  .object({
    parts: z.array(formPartSchema).meta({ description: "申请表各部分的栏目，按表上的先后" }),
    dataVersion: z.int(),
    sections: z.record(z.string(), z.object({ revision: z.int(), values: z.record(z.string(), z.unknown()) })),
    lists: z.record(z.string(), z.object({ rows: z.int(), tag: z.string() })),
  })
  .meta({ id: "ApplicationForm" });

export const formSectionSchema = z
  .object({ revision: z.int(), values: z.record(z.string(), z.unknown()) })
  .meta({ id: "FormSectionContent" });

export const formRowSchema = z
  .object({ rowId: z.string(), position: z.int(), revision: z.int(), values: z.record(z.string(), z.unknown()) })
  .meta({ id: "FormRowContent" });

export const formListStateSchema = z
  .object({ rows: z.int(), tag: z.string().meta({ description: "名单现在的状态，也在 ETag 里" }) })
  .meta({ id: "FormListState" });

export const importedRowsSchema = formListStateSchema
  .extend({
    imported: z.int().meta({ description: "导入了几行" }),
    ignoredColumns: z.array(z.string()).meta({ description: "表格里有、名单里没有的栏目：没有导入" }),
  })
  .meta({ id: "ImportedRows" });

const findingSchema = z.object({
  code: z.string(),
  check: z.string(),
  level: z.enum(["error", "warning"]),
  article: z.string(),
  message: z.string(),
  fields: z.array(z.string()),
});

const proofSchema = z.object({
  criterion: z.string(),
  stated: z
    .array(
      z.object({
        part: z.string().meta({ description: "申请表的哪一部分" }),
        title: z.string(),
        name: z.string().nullable().meta({ description: "哪一栏；由整个名单得出的为空" }),
        value: z.string().nullable().meta({ description: "填的内容，或从名单数出来的数；没有填的为空" }),
      }),
    )
    .meta({ description: "申请表在哪里写了这一条要看的内容" }),
  materials: z.array(z.string()).meta({ description: "证明这一条的材料，主要的在前；对应关系见政策文件" }),
});

export const applicationFindingsSchema = z
  .object({
    findingsId: z.string().meta({ description: "这次核对结果的编号；提交时写上，表示看过" }),
    findings: z.array(findingSchema),
    contradictory: z.array(z.string()).meta({ description: "两处填得不一样的事实" }),
    assessment: assessmentSchema,
    materials: z.array(materialSchema),
    proofs: z.array(proofSchema).meta({ description: "各条要求和证明它的内容、材料，先后同 assessment.criteria" }),
    mustAcknowledge: z.boolean(),
  })
  .meta({ id: "ApplicationFindings" });

const fieldChangeSchema = z
  .object({
    field: z.string(),
    label: z.string(),
    before: z.string().nullable().meta({ description: "原来的内容，像纸面上那样写；没有填为 null" }),
    after: z.string().nullable(),
  })
  .meta({ id: "FieldChange" });

export const applicationChangesSchema = z
  .object({
    since: z
      .object({ dataVersion: z.int(), on: dateTextSchema })
      .nullable()
      .meta({ description: "最近一次退回时的数据版本和日期；没有退回过为 null，下面都是空的" }),
    dataVersion: z.int(),
    sections: z.array(z.object({ id: z.string(), title: z.string(), fields: z.array(fieldChangeSchema) })),
    lists: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        added: z.int(),
        removed: z.int(),
        changed: z.int(),
        rows: z
          .array(
            z.object({
              kind: z.enum(["added", "removed", "changed"]),
              numberBefore: z.int().nullable().meta({ description: "原来是第几行，从1数起" }),
              numberAfter: z.int().nullable(),
              name: z.string().nullable().meta({ description: "这一行说的是谁、哪一项" }),
              fields: z.array(fieldChangeSchema),
            }),
          )
          .meta({ description: "range 要的那一段；总数是 added + removed + changed" }),
      }),
    ),
    materials: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        addedFileIds: z.array(z.string()),
        removedFileIds: z.array(z.string()),
        isOnPaper: z.boolean(),
        wasOnPaper: z.boolean(),
      }),
    ),
  })
  .meta({ id: "ApplicationChanges" });

export const compareSelfCheckSchema = z
  .strictObject({
    sessionId: z.string().min(1).max(100).meta({ description: "自查的编号" }),
    token: z.string().min(1).max(500).meta({ description: "自查开始时给的凭证" }),
  })
  .meta({ id: "CompareSelfCheck" });

export const selfCheckDifferencesSchema = z
  .object({
    isFinished: z.boolean().meta({ description: "自查是否已经答完" }),
    facts: z.array(
      z.object({
        fact: z.string(),
        label: z.string(),
        selfCheck: z.string().meta({ description: "自查里答的" }),
        application: z.string().meta({ description: "申报里填的" }),
      }),
    ),
    criteria: z.array(
      z.object({
        id: z.string(),
        article: z.string(),
        title: z.string(),
        selfCheck: z.enum(criterionStatuses),
        application: z.enum(criterionStatuses),
      }),
    ),
  })
  .meta({ id: "SelfCheckDifferences" });

export const applicationFilterSchema = z
  .strictObject({
    roundId: z.string().optional(),
    organizationId: z.string().optional(),
    district: z.string().optional(),
    state: z
      .union([z.enum(applicationStates), z.array(z.enum(applicationStates)).min(1)])
      .transform((state) => (typeof state === "string" ? [state] : state))
      .optional(),
    year: z.int().min(1990).max(2100).optional(),
    q: z.string().trim().min(1).max(100).optional().meta({ description: "单位名称或代码里的字" }),
  })
  .meta({ id: "ApplicationFilter" });

export type CreateApplication = z.infer<typeof createApplicationSchema>;
export type ReturnApplication = z.infer<typeof returnApplicationSchema>;
export type JudgeMaterial = z.infer<typeof judgeMaterialSchema>;
export type PutMaterial = z.infer<typeof putMaterialSchema>;
export type Application = z.infer<typeof applicationSchema>;
export type ApplicationSummary = z.infer<typeof applicationSummarySchema>;
export type ApplicationFindings = z.infer<typeof applicationFindingsSchema>;
export type ApplicationChanges = z.infer<typeof applicationChangesSchema>;
export type SelfCheckDifferences = z.infer<typeof selfCheckDifferencesSchema>;
export type SealedScan = z.infer<typeof sealedScanSchema>;
export type ApplicationFormView = z.infer<typeof applicationFormSchema>;
