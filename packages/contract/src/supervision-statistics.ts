import { obligationKinds } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema } from "./values.ts";

export const supervisionStatisticsQuerySchema = z.strictObject({
  period: z
    .string()
    .regex(/^\d{4}-H[12]$/, "半年写成“2026-H1”或“2026-H2”")
    .optional()
    .meta({ description: "哪个半年，例如2026-H2；不写为现在这个半年" }),
});

const countsShape = {
  owed: z.int().meta({ description: "应办的；不适用的不计" }),
  done: z.int().meta({ description: "按期办结的" }),
  doneLate: z.int().meta({ description: "逾期办结的" }),
  late: z.int().meta({ description: "逾期未办的" }),
  open: z.int().meta({ description: "没有到期、还没有办的" }),
};

const owedSchema = z
  .object({
    kind: z.enum(obligationKinds),
    title: z.string(),
    article: z.string(),
    period: z.string(),
    periodText: z.string(),
    dueOn: dateTextSchema.meta({ description: "最后一天，含当天；各家不同的取最晚的" }),
    all: z.object(countsShape),
    byDistrict: z.array(
      z.object({ key: z.string(), name: z.string(), ...countsShape }).meta({ id: "SupervisionOfDistrict" }),
    ),
  })
  .meta({ id: "SupervisionOwed" });

const quarterSchema = z
  .object({
    quarter: z.string().meta({ description: "2026-Q4" }),
    name: z.string(),
    from: dateTextSchema,
    to: dateTextSchema,
    count: z.int(),
    byDistrict: z.array(z.object({ key: z.string(), name: z.string(), count: z.int() })),
  })
  .meta({ id: "ExpiringQuarter" });

export const supervisionStatisticsSchema = z
  .object({
    asOf: dateTextSchema,
    period: z.string(),
    periodText: z.string(),
    owed: z.array(owedSchema).meta({ description: "在这个半年里到期的检查、总结、报送，按最后一天排" }),
    expiring: z.array(quarterSchema).meta({ description: "有效资格从现在这个季度起四个季度里到期的" }),
  })
  .meta({ id: "SupervisionStatistics" });

export type SupervisionCounts = z.infer<typeof supervisionStatisticsSchema>["owed"][number]["all"];
export type SupervisionStatistics = z.infer<typeof supervisionStatisticsSchema>;
