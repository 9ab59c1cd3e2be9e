import { exemptions, obligationHolders, obligationKinds, obligationStates } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema, nullableDateSchema } from "./values.ts";

/** How an obligation stands today; whether it is late is computed from its last day. */
export const obligationStandings = ["due", "late", "done", "done_late", "not_applicable"] as const;

const kindSchema = z.enum(obligationKinds).meta({
  description:
    "periodic_inspection 半年定期检查，half_year_report 半年工作总结，annual_report 年度工作总结，half_year_package、annual_package 区县报送，appraisal 考核，renewal 期满当年再次申报，yearly_round 本年度认定",
});
const holderSchema = z
  .enum(obligationHolders)
  .meta({ description: "由谁办：platform 平台，district 区县，city 市工信局" });
const standingSchema = z
  .enum(obligationStandings)
  .meta({ description: "due 待办，late 逾期未办，done 按期办结，done_late 逾期办结，not_applicable 不适用" });

export const obligationSchema = z
  .object({
    id: z.string(),
    kind: kindSchema,
    title: z.string().meta({ description: "要办的事" }),
    article: z.string(),
    holder: holderSchema,
    period: z.string().meta({ description: "2027-H1、2027-H2 或 2027；考核为通知的编号" }),
    periodText: z.string().meta({ description: "2027年上半年；考核为空" }),
    dueOn: dateTextSchema.meta({ description: "最后一天，含当天" }),
    isBinding: z.boolean().meta({ description: "假：可以办，不是必须办，没有逾期" }),
    state: z.enum(obligationStates),
    standing: standingSchema,
    standingText: z.string().meta({ description: "今天的情况，一句话" }),
    exemption: z.enum(exemptions).nullable(),
    doneOn: nullableDateSchema,
    doneBy: z.string().nullable().meta({ description: "办结它的那条记录的编号" }),
    lateReason: z.string().nullable(),
    lateReasonOn: nullableDateSchema,
    district: z.string().nullable(),
    certificationId: z.string().nullable(),
    organizationId: z.string().nullable(),
    platformName: z.string().nullable(),
    revision: z.int(),
    allowedActs: z.array(z.string()),
  })
  .meta({ id: "Obligation" });

export const obligationFilterSchema = z
  .strictObject({
    kind: kindSchema,
    holder: holderSchema,
    state: z.enum(obligationStates),
    standing: standingSchema,
    district: z.string().max(20),
    certificationId: z.string().max(100),
    organizationId: z.string().max(100),
    period: z.string().max(100),
  })
  .partial();

export type Obligation = z.infer<typeof obligationSchema>;
