import { reportKinds, reportStates } from "@shifan/rules";
import { z } from "zod";
import { formValuesSchema } from "./applications.ts";
import { fileSchema, replacedFiles } from "./files.ts";
import { instantSchema, nullableDateSchema, referenceTo } from "./values.ts";

const idSchema = z.string().max(100);
export const periodSchema = z
  .string()
  .regex(/^\d{4}(-H[12])?$/, "写成2027-H1（上半年）、2027-H2（下半年）或2027（全年）")
  .meta({ description: "2027-H1 上半年，2027-H2 下半年，2027 全年", examples: ["2027-H1"] });
const kindSchema = z
  .enum(reportKinds)
  .meta({ description: "half_year_report 半年工作总结，annual_report 年度工作总结" });
const stateSchema = z.enum(reportStates).meta({
  description: "drafted 填写中，sent_to_district 已报送推荐部门，forwarded 已转报市工信局，received 市工信局已接收",
});

export const createReportSchema = z
  .strictObject({
    certificationId: idSchema.meta(referenceTo("certifications")),
    kind: kindSchema,
    period: periodSchema,
  })
  .meta({ id: "CreateReport" });

export const editReportSchema = z
  .strictObject({
    values: formValuesSchema.optional().meta({ description: "各栏目的内容，整份替换；没有填的写 null 或不写" }),
    fileIds: replacedFiles({ purpose: "report", targetField: null }, "附件，按先后，整份替换"),
  })
  .meta({ id: "EditReport" });

const fieldSchema = {
  id: z.string(),
  name: z.string(),
  type: z.string(),
  required: z.boolean(),
  note: z.string().nullable(),
};
const shownSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

export const reportFigureSchema = z
  .object({
    ...fieldSchema,
    unit: z.string().nullable().meta({ description: "单位；由另一栏选定的，是那一栏现在的内容" }),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
    value: shownSchema,
    proposal: shownSchema.meta({
      description: "按两个半年的总结、服务名单算出来的数，供核对；没有存进总结，不知道的为空",
    }),
    comparison: z
      .object({
        previous: z.string(),
        difference: z.string().meta({ description: "本期减上期，精确小数" }),
        percent: z.string().nullable().meta({ description: "增减百分数，两位小数，只供显示；上期为0的为空" }),
      })
      .nullable()
      .meta({ description: "和上一期同类总结比；任一期没有这个数，或单位不同，为空" }),
  })
  .meta({ id: "ReportFigure" });

export const reportTextSchema = z
  .object({ ...fieldSchema, label: z.string(), value: z.string().nullable() })
  .meta({ id: "ReportText" });

const headSchema = {
  id: z.string(),
  certificationId: z.string(),
  organizationId: z.string(),
  platformName: z.string(),
  district: z.string(),
  kind: kindSchema,
  period: z.string(),
  periodText: z.string().meta({ examples: ["2027年上半年"] }),
  state: stateSchema,
  submittedOn: nullableDateSchema.meta({ description: "最近一次报送推荐部门的日期；退回后仍在" }),
  forwardedOn: nullableDateSchema,
  receivedOn: nullableDateSchema,
  createdAt: instantSchema,
  revision: z.int(),
};

export const reportSummarySchema = z
  .object({ ...headSchema, allowedActs: z.array(z.string()) })
  .meta({ id: "ReportSummary" });

export const reportSchema = z
  .object({
    ...headSchema,
    dueOn: nullableDateSchema.meta({ description: "报送截止日（含当天）；没有这项义务的为空" }),
    isLate: z.boolean().meta({ description: "截止日以后才报送，或过了截止日还没有报送" }),
    lateReason: z.string().nullable(),
    returnedReason: z.string().nullable().meta({ description: "推荐部门退回的理由" }),
    packageId: z.string().nullable().meta({ description: "随哪份报送件报送；单独转报的为空" }),
    comparedWith: z
      .object({ reportId: z.string(), period: z.string(), periodText: z.string() })
      .nullable()
      .meta({ description: "上一期同类总结；没有的为空" }),
    halves: z
      .array(z.object({ period: z.string(), periodText: z.string(), reportId: z.string().nullable() }))
      .meta({ description: "年度总结可以从两个半年相加起步；缺一个半年就不相加" }),
    servedLists: z
      .array(z.object({ period: z.string(), periodText: z.string(), changedAt: instantSchema }))
      .meta({ description: "已录入的服务名单" }),
    figures: z.array(reportFigureSchema).meta({ description: "没有报送的草稿，只有本单位看得到内容" }),
    texts: z.array(reportTextSchema),
    missing: z.array(z.string()).meta({ description: "必填而没有填的栏目" }),
    files: z.array(fileSchema),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "Report" });

/** A report beside those of the other platforms on the same period, as far as the reader may read them. */
export const reportPeersSchema = z
  .object({
    period: z.string(),
    periodText: z.string(),
    reports: z.int().meta({ description: "这一期已报送的同类总结几份，本份已报送的在内；读不到的不计" }),
    figures: z.array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          unit: z.string().nullable(),
          lowest: z.string(),
          median: z.string().meta({ description: "中位数，精确小数；双数取中间两个的平均" }),
          highest: z.string(),
          place: z.int().nullable().meta({ description: "本份从高到低排第几，相同的同名次；没有这个数的为空" }),
          values: z.array(
            z
              .object({
                reportId: z.string(),
                platformName: z.string(),
                district: z.string(),
                value: z.string(),
              })
              .meta({ id: "ReportPeerValue", description: "从高到低；单位不同、没有填的不在内" }),
          ),
        })
        .meta({ id: "ReportPeerFigure" }),
    ),
  })
  .meta({ id: "ReportPeers" });

export const reportFilterSchema = z
  .strictObject({
    state: stateSchema,
    kind: kindSchema,
    period: periodSchema,
    district: idSchema,
    certificationId: idSchema,
  })
  .partial();

export type CreateReport = z.infer<typeof createReportSchema>;
export type EditReport = z.infer<typeof editReportSchema>;
export type Report = z.infer<typeof reportSchema>;
export type ReportSummary = z.infer<typeof reportSummarySchema>;
export type ReportPeers = z.infer<typeof reportPeersSchema>;
export type ReportFigureView = z.infer<typeof reportFigureSchema>;
export type ReportTextView = z.infer<typeof reportTextSchema>;
