import { z } from "zod";
import { dateTextSchema, nullableDateSchema } from "./values.ts";

const missingMaterialSchema = z
  .object({
    id: z.string().meta({ description: "M01 到 M14" }),
    title: z.string(),
    article: z.string(),
    reasons: z.array(z.string()).meta({ description: "为什么还不行，一句一条；没有交的为空" }),
  })
  .meta({ id: "MissingMaterial" });

const matterSchema = z
  .object({
    resource: z.enum(["applications", "obligations", "certifications"]),
    recordId: z.string(),
    organizationId: z.string(),
    organizationName: z.string(),
    title: z.string().meta({ description: "是什么事" }),
    stateText: z.string().meta({ description: "状态，几个字" }),
    says: z.string().meta({ description: "现在是什么情况，一句话" }),
    next: z.string().nullable().meta({ description: "接下来怎样，谁来办；没有下一步的为空" }),
    isYours: z.boolean().meta({ description: "真：下一步由本单位办" }),
    dueOn: nullableDateSchema.meta({ description: "最后一天，含当天；没有期限的为空" }),
    dueText: z.string().nullable().meta({ description: "9月25日24:00前，还有11天（8个工作日）" }),
    article: z.string(),
    missing: z.array(missingMaterialSchema).meta({ description: "还缺的材料；只有由本单位填报、补正时才有" }),
  })
  .meta({ id: "Matter" });

export const mattersSchema = z
  .object({
    today: dateTextSchema,
    heading: z.string().meta({ description: "有几件事由您办，最早哪天到期" }),
    matters: z.array(matterSchema).meta({ description: "由本单位办的在前，按最后一天排" }),
  })
  .meta({ id: "Matters" });

export type Matter = z.infer<typeof matterSchema>;
export type MissingMaterial = z.infer<typeof missingMaterialSchema>;
export type Matters = z.infer<typeof mattersSchema>;
