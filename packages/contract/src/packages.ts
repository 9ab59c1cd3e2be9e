import { obligationKinds, packageKinds, packageStates, reportStates } from "@shifan/rules";
import { z } from "zod";
import { periodSchema } from "./reports.ts";
import { dateTextSchema, instantSchema, nullableDateSchema, referenceTo, writtenText } from "./values.ts";

const idSchema = z.string().max(100);
const kindSchema = z
  .enum(packageKinds)
  .meta({ description: "half_year_package 半年工作总结报送件，annual_package 年度工作总结和检查情况报告报送件" });
const stateSchema = z
  .enum(packageStates)
  .meta({ description: "drafted 准备中，sent 已报送市工信局，received 市工信局已接收" });

export const createPackageSchema = z
  .strictObject({
    district: idSchema.meta({ ...referenceTo("districts"), description: "推荐部门所在的辖区" }),
    kind: kindSchema,
    period: periodSchema,
  })
  .meta({ id: "CreatePackage" });

export const editPackageSchema = z
  .strictObject({
    inspectionReport: writtenText(50_000, 0).optional().meta({ description: "检查情况报告正文；空的等于没有" }),
    missing: z
      .record(idSchema, writtenText(2_000, 0))
      .optional()
      .meta({ description: "缺的总结、检查逐项写原因：义务编号到原因；只改写出来的几项，空的等于删去" }),
  })
  .meta({ id: "EditPackage" });

export const sendPackageSchema = z
  .strictObject({ documentNumber: writtenText(100).meta({ description: "报送文件的文号" }) })
  .meta({ id: "SendPackage" });

const headSchema = {
  id: z.string(),
  district: z.string(),
  kind: kindSchema,
  period: z.string(),
  periodText: z.string(),
  state: stateSchema,
  documentNumber: z.string().nullable(),
  sentOn: nullableDateSchema,
  receivedOn: nullableDateSchema,
  createdAt: instantSchema,
  revision: z.int(),
};

export const packageSummarySchema = z
  .object({ ...headSchema, allowedActs: z.array(z.string()) })
  .meta({ id: "PackageSummary" });

export const packageSchema = z
  .object({
    ...headSchema,
    dueOn: nullableDateSchema.meta({ description: "报送截止日（含当天）；没有这项义务的为空" }),
    isLate: z.boolean().meta({ description: "截止日以后才报送，或过了截止日还没有报送" }),
    sentBackReason: z.string().nullable(),
    inspectionReport: z.string().nullable(),
    inspectionReportRequired: z.boolean(),
    reports: z.array(
      z.object({
        reportId: z.string(),
        platformName: z.string(),
        state: z.enum(reportStates),
        submittedOn: dateTextSchema,
        isLate: z.boolean(),
        lateReason: z.string().nullable(),
        isInPackage: z.boolean().meta({ description: "随这份报送件报送；单独转报的为否" }),
      }),
    ),
    missing: z.array(
      z.object({
        obligationId: z.string(),
        kind: z.enum(obligationKinds),
        period: z.string(),
        name: z.string().meta({ description: "平台和缺的内容" }),
        dueOn: dateTextSchema,
        reason: z.string().nullable(),
      }),
    ),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "Package" });

export const packageFilterSchema = z
  .strictObject({ state: stateSchema, kind: kindSchema, period: periodSchema, district: idSchema })
  .partial();

export type CreatePackage = z.infer<typeof createPackageSchema>;
export type EditPackage = z.infer<typeof editPackageSchema>;
export type Package = z.infer<typeof packageSchema>;
export type PackageSummary = z.infer<typeof packageSummarySchema>;
