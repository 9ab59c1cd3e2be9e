import { z } from "zod";
import { formListStateSchema } from "./applications.ts";
import { instantSchema } from "./values.ts";

export const servedListSchema = z
  .object({
    organizationId: z.string(),
    period: z.string(),
    periodText: z.string(),
    total: z.int().meta({ description: "一共几行" }),
    rows: z
      .array(z.object({ rowId: z.string(), values: z.record(z.string(), z.unknown()) }))
      .meta({ description: "所要的一段；全年的是两个半年合并，同一企业只列一次" }),
    changedAt: z.union([instantSchema, z.null()]),
    revision: z.int().meta({ description: "还没有录入的为0；全年的是合并出来的，也为0" }),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "ServedList", description: "一个单位半年里服务的企业，栏目与申请报告的服务名单相同" });

export const importedServedListSchema = servedListSchema
  .omit({ rows: true })
  .extend({ ignoredColumns: z.array(z.string()).meta({ description: "表格里有、名单里没有的栏目：没有导入" }) })
  .meta({ id: "ImportedServedList" });

export const takeOverServedSchema = z
  .strictObject({ mode: z.enum(["replace", "append"]).meta({ description: "replace 替换整份名单；append 加在后面" }) })
  .meta({ id: "TakeOverServed" });

export const takenOverServedSchema = formListStateSchema
  .extend({
    notKept: z
      .array(z.object({ period: z.string(), periodText: z.string() }))
      .meta({ description: "上年度里没有录入过名单的半年：带入的只是另一个半年的，不是全年" }),
  })
  .meta({ id: "TakenOverServed" });

export type ServedList = z.infer<typeof servedListSchema>;
