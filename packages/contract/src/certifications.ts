import { certificationStates, correctableFields, titleCheckKinds, titleCheckResults } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, nullableDateSchema, referenceTo } from "./values.ts";

const text = (most: number) => z.string().trim().min(1).max(most);

const titleCheckShape = {
  kind: z
    .enum(titleCheckKinds)
    .meta({ description: "periodic_inspection 定期检查，spot_check 抽查，appraisal 考核（第十三条）" }),
  checkedOn: dateTextSchema,
  result: z
    .enum(titleCheckResults)
    .meta({ description: "passed 合格，failed 不合格；只有考核：absent 无故不参加，falsified 弄虚作假" }),
  documentNumber: text(100).nullable().default(null),
  remark: text(2_000).nullable().default(null),
  source: text(500).meta({ description: "依据哪份纸质文件，在哪里" }),
};

const importedTitleSchema = z
  .strictObject({
    uscc: z.string().max(60),
    organizationName: text(200),
    district: z.string(),
    platformName: text(200),
    platformType: z.enum(["comprehensive", "specialized"]),
    documentNumber: text(100).meta({ description: "认定文件的文号" }),
    certificateNumber: text(100).nullable().default(null),
    validFrom: dateTextSchema,
    validTo: dateTextSchema.meta({ description: "有效期最后一天，含当天" }),
    state: z.enum(certificationStates).default("valid").meta({ description: "纸质文件上的现状：有效、取消或撤销" }),
    endedOn: nullableDateSchema.default(null).meta({ description: "取消或撤销决定的日期" }),
    endServedOn: nullableDateSchema.default(null).meta({ description: "决定的送达日期，有记录时写" }),
    endDocumentNumber: text(100).nullable().default(null),
    endSource: text(500)
      .nullable()
      .default(null)
      .meta({ description: "取消或撤销依据哪份纸质文件，在哪里；不写的同 source" }),
    checks: z
      .array(z.strictObject(titleCheckShape).meta({ id: "ImportedTitleCheck" }))
      .max(100)
      .default([])
      .meta({ description: "有效期内历次检查、抽查和考核" }),
    source: text(500).meta({ description: "依据哪份纸质文件，在哪里" }),
  })
  .meta({ id: "ImportedTitle" });

export const importTitlesSchema = z
  .strictObject({ titles: z.array(importedTitleSchema).min(1).max(500) })
  .meta({ id: "ImportTitles" });

/** How a title stands on a day, in the words of the check. */
export const titleStandings = ["valid", "not_yet_valid", "expired", "cancelled", "revoked"] as const;

const provincialResults = ["recognized", "not_recognized"] as const;

export const recommendToProvinceSchema = z
  .strictObject({
    recommendedOn: dateTextSchema.meta({ description: "推荐文件的日期；资格当天要在有效期内（第十五条）" }),
    documentNumber: text(100).meta({ description: "推荐文件的文号" }),
  })
  .meta({ id: "RecommendToProvince" });
export const recordProvinceResultSchema = z
  .strictObject({
    year: z.int().min(1990).max(2100).meta({ description: "哪一年推荐的" }),
    result: z.enum(provincialResults).meta({ description: "省里认定的结果" }),
    resultOn: dateTextSchema,
    source: text(500).meta({ description: "依据哪份文件或公告" }),
  })
  .meta({ id: "RecordProvinceResult" });
const provincialRecommendationSchema = z
  .object({
    year: z.int(),
    recommendedOn: dateTextSchema,
    documentNumber: z.string(),
    result: z.enum(provincialResults).nullable(),
    resultOn: nullableDateSchema,
    resultSource: z.string().nullable(),
  })
  .meta({ id: "ProvincialRecommendation" });

export const correctTitleSchema = z
  .strictObject({
    district: z
      .string()
      .max(20)
      .meta({ ...referenceTo("districts"), description: "推荐部门；没办结的应办事项随着改" }),
    platformName: text(200),
    platformType: z.enum(["comprehensive", "specialized"]),
    documentNumber: text(100).meta({ description: "认定文件的文号" }),
    certificateNumber: text(100).nullable(),
    validFrom: dateTextSchema,
    validTo: dateTextSchema.meta({ description: "有效期最后一天，含当天" }),
    source: text(500).meta({ description: "依据哪份纸质文件，在哪里" }),
    endedOn: nullableDateSchema.meta({ description: "取消或撤销决定的日期；只用于按纸质文件录入的取消、撤销" }),
    endServedOn: nullableDateSchema.meta({ description: "决定的送达日期，有记录时写" }),
    endDocumentNumber: text(100).nullable(),
    endSource: text(500).nullable().meta({ description: "取消或撤销依据哪份纸质文件，在哪里" }),
  })
  .partial()
  .extend({ reason: text(2_000).meta({ description: "哪里录错了，依据什么更正" }) })
  .meta({ id: "CorrectTitle", description: "只写要更正的，写上没有变的也可以" });

/** What of a title from papers waits to be corrected, beside what it says now. */
const titleCorrectionSchema = z
  .object({
    proposedOn: dateTextSchema.meta({ description: "提出的日期" }),
    reason: z.string(),
    isOwn: z.boolean().meta({ description: "是不是看的人自己提出的；自己提出的不能自己确认" }),
    changes: z.array(
      z.object({ field: z.enum(correctableFields), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  })
  .meta({ id: "TitleCorrection" });

export const titleSchema = z
  .object({
    id: z.string(),
    organizationId: z.string(),
    platformName: z.string(),
    platformType: z.string(),
    district: z.string(),
    state: z.enum(certificationStates),
    documentNumber: z.string(),
    certificateNumber: z.string().nullable(),
    validFrom: dateTextSchema,
    validTo: dateTextSchema,
    endedOn: nullableDateSchema,
    endServedOn: nullableDateSchema,
    endDocumentNumber: z.string().nullable(),
    endSource: z.string().nullable(),
    checks: z.array(z.object(titleCheckShape)).meta({ description: "历次检查、抽查和考核；只对办理和监督的人显示" }),
    recommendations: z
      .array(provincialRecommendationSchema)
      .meta({ description: "历年向省推荐和结果（第十五条）；只对办理和监督的人显示" }),
    movedAwayOn: nullableDateSchema.meta({ description: "记录的迁出本市日期；资格不因此自动变化" }),
    barredUntil: nullableDateSchema,
    standing: z.enum(titleStandings).meta({ description: "asOf 那一天的状态" }),
    asOf: dateTextSchema.meta({ description: "standing 是哪一天的；没有另问时是今天" }),
    succession: z
      .object({
        afterId: z.string().meta({ description: "上一项资格" }),
        kind: z.enum(["gap", "overlap", "seamless"]),
        from: nullableDateSchema,
        to: nullableDateSchema,
      })
      .nullable()
      .meta({
        description: "和本单位上一项资格怎么衔接：gap 中断，overlap 重叠，各写明头尾两天；seamless 接上。第一项为空",
      }),
    source: z.string(),
    isConfirmed: z.boolean().meta({ description: "第二位工作人员确认之前，不作为任何依据" }),
    discard: z
      .object({ discardedOn: dateTextSchema, reason: z.string() })
      .nullable()
      .meta({ description: "确认之前撤回或不予确认的日期和理由；这样的补录不作为任何依据，可以重新录入" }),
    correction: titleCorrectionSchema
      .nullable()
      .meta({ description: "等另一位工作人员确认的更正；只对办理和监督的人显示" }),
    note: z.string(),
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "Title" });

export const titlesImportedSchema = z.object({ ids: z.array(z.string()) }).meta({ id: "TitlesImported" });

export const titlesWorkbookImportedSchema = titlesImportedSchema
  .extend({ ignoredColumns: z.array(z.string()).meta({ description: "表格里不认得、没有录入的栏目" }) })
  .meta({ id: "TitlesWorkbookImported" });

/** What an import would enter, looked at before it is. */
export const titlesPreviewSchema = z
  .object({
    titles: z.array(
      importedTitleSchema
        .pick({
          organizationName: true,
          district: true,
          platformName: true,
          documentNumber: true,
          validFrom: true,
          validTo: true,
          state: true,
        })
        .extend({
          uscc: z.string().meta({ description: "整理以后的统一社会信用代码" }),
          certificateNumber: z.string().nullable(),
          recordedName: z
            .string()
            .nullable()
            .meta({ description: "这个代码的单位现在登记的名称；空：还没有登记，随补录登记" }),
          endedOn: nullableDateSchema,
          checks: z.int().meta({ description: "一并录入几次检查、抽查和考核" }),
        })
        .meta({ id: "PreviewedTitle" }),
    ),
    ignoredColumns: z.array(z.string()).meta({ description: "表格里不认得、不会录入的栏目" }),
  })
  .meta({ id: "TitlesPreview" });

/** What anybody may see of a title: names, district, type and dates. */
export const publicTitleSchema = z
  .object({
    certificateNumber: z.string().nullable(),
    platformName: z.string(),
    organizationName: z.string().meta({ description: "单位现在的名称" }),
    platformType: z.string(),
    platformTypeName: z.string(),
    district: z.string(),
    districtName: z.string(),
    documentNumber: z.string().meta({ description: "认定文件的文号" }),
    validFrom: dateTextSchema,
    validTo: dateTextSchema.meta({ description: "有效期最后一天，含当天" }),
    standing: z.enum(titleStandings).meta({ description: "今天的状态" }),
    standingText: z.string().meta({ description: "今天的状态，一句话" }),
    asOf: dateTextSchema.meta({ description: "状态是哪一天的" }),
    note: z.string().meta({ description: "据纸质文件补录的写明" }),
  })
  .meta({ id: "PublicTitle" });

export const publicRegisterSchema = z
  .object({
    coverage: z.object({
      text: z.string().meta({ description: "这份名录收了什么、没有收什么" }),
      asOf: dateTextSchema,
      titles: z.int().meta({ description: "名录里一共有多少项资格，不论状态" }),
    }),
    platforms: z.array(publicTitleSchema),
  })
  .meta({ id: "PublicRegister" });

const registerFilterShape = {
  q: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: "平台或单位名称、证书编号里的字；数字和字母从一段的开头写起" }),
  district: z.string().max(20).optional(),
  platformType: z.enum(["comprehensive", "specialized"]).optional(),
  function: z.string().max(50).optional().meta({ description: "申报的一项服务功能" }),
  year: z.int().min(1990).max(2100).optional().meta({ description: "认定的年份" }),
  standing: z.enum(titleStandings).optional(),
};
export const publicRegisterFilterSchema = z.strictObject(registerFilterShape).meta({ id: "PublicRegisterFilter" });

export const titleFilterSchema = z.strictObject({
  ...registerFilterShape,
  organizationId: z.string().max(100).optional(),
  isConfirmed: z.boolean().optional().meta({ description: "假：补录后还没有第二人确认的" }),
  hasCorrection: z.boolean().optional().meta({ description: "真：有更正等另一人确认的" }),
  asOf: dateTextSchema.optional().meta({ description: "按哪一天的状态；不写为今天" }),
});

const titleCountsShape = {
  valid: z.int(),
  expired: z.int(),
  cancelled: z.int(),
  revoked: z.int(),
  holders: z.int().meta({ description: "当天持有有效资格的单位数" }),
};
const titleGroupsSchema = z.array(
  z
    .object({ key: z.string().nullable(), name: z.string(), ...titleCountsShape })
    .meta({ id: "TitleGroup", description: "key 为空：没有记录" }),
);
export const titleStatisticsSchema = z
  .object({
    asOf: dateTextSchema,
    all: z.object(titleCountsShape),
    byDistrict: titleGroupsSchema,
    byType: titleGroupsSchema,
    byFunction: titleGroupsSchema.meta({ description: "有几项功能的，每项各算一次" }),
    byYear: titleGroupsSchema,
  })
  .meta({ id: "TitleStatistics" });
export const titleStatisticsQuerySchema = z.strictObject({
  asOf: dateTextSchema.optional().meta({ description: "按哪一天的状态；不写为今天" }),
});

export type TitlesPreview = z.infer<typeof titlesPreviewSchema>;
export type TitlesWorkbookImported = z.infer<typeof titlesWorkbookImportedSchema>;
export type PublicRegister = z.infer<typeof publicRegisterSchema>;
export type PublicTitle = z.infer<typeof publicTitleSchema>;
export type ImportedTitle = z.infer<typeof importedTitleSchema>;
export type CorrectTitle = z.infer<typeof correctTitleSchema>;
export type RecommendToProvince = z.infer<typeof recommendToProvinceSchema>;
export type RecordProvinceResult = z.infer<typeof recordProvinceResultSchema>;
export type Title = z.infer<typeof titleSchema>;
export type TitleStatistics = z.infer<typeof titleStatisticsSchema>;
