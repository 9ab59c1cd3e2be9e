import { z } from "zod";
import { maximumFieldErrors, type ProblemCode, problemCodes } from "./codes.ts";

const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]];

export const fieldErrorSchema = z
  .object({
    path: z
      .string()
      .meta({ description: "JSON Pointer，指向有问题的内容", examples: ["/facts/total_assets_prev_year_end_yuan"] }),
    code: z.string(),
    message: z.string(),
    cell: z.string().optional().meta({ description: "导入表格时，有问题的单元格，如 D19" }),
    row: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: "导入名单时，有问题的那一行写的是什么：栏目编号到文字，长的只有开头" }),
  })
  .meta({ id: "FieldError" });

/** An RFC 9457 problem document. */
export const problemDocumentSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(codes),
    requestId: z.string().meta({ description: "请求编号，联系我们时请报" }),
    article: z.string().optional().meta({ description: "依据的条款" }),
    present: z
      .object({
        revision: z.int(),
        state: z.string(),
        values: z
          .record(z.string(), z.unknown())
          .optional()
          .meta({ description: "申请表的部分或名单的行：现在的内容" }),
      })
      .optional()
      .meta({ description: "412 时这条记录现在的版本和状态" }),
    errors: z.array(fieldErrorSchema).max(maximumFieldErrors).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457 问题说明" });

export type FieldError = z.infer<typeof fieldErrorSchema>;
export type ProblemDocument = z.infer<typeof problemDocumentSchema>;
