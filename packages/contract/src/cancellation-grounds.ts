import { absenceFindings, doubtsOfSequence, sanctionGrounds, titleCheckKinds, titleCheckResults } from "@shifan/rules";
import { z } from "zod";
import { dateTextSchema } from "./values.ts";

const sequenceShape = {
  certainty: z
    .enum(["none", "definite", "undetermined"])
    .meta({ description: "none 没有，definite 成立，undetermined 还不能下结论" }),
  checks: z.array(z.string()).meta({ description: "依据哪几次检查" }),
  doubts: z.array(z.enum(doubtsOfSequence)).meta({
    description:
      "为什么不能下结论：readings_differ 两种算法不一致，check_not_closed 有一次还没有办结，absence_or_falsification 未参加、弄虚作假算不算不合格待解释，same_day 同一天的两次分不出先后",
  }),
};
const sequenceReadingSchema = z.object(sequenceShape).meta({ id: "SequenceReading" });

export const cancellationGroundsSchema = z
  .object({
    certificationId: z.string(),
    asOf: dateTextSchema,
    checks: z
      .array(
        z.object({
          id: z.string().meta({ description: "本系统的检查编号；补录的是资格编号加第几条" }),
          inspectionId: z.string().nullable().meta({ description: "据纸质文件补录的为空" }),
          kind: z.enum(titleCheckKinds),
          carriedOutOn: dateTextSchema,
          result: z.enum(titleCheckResults),
          isClosed: z.boolean(),
          absenceFinding: z.enum(absenceFindings).nullable(),
          isFalsified: z.boolean().nullable(),
          source: z.string().nullable().meta({ description: "补录的依据哪份纸质文件" }),
        }),
      )
      .meta({ description: "这项资格有效期内的检查、抽查和考核，按日期" }),
    grounds: z
      .array(
        z.object({
          ground: z.enum(sanctionGrounds.cancellation).meta({
            description:
              "absent_without_reason 无故不参加考核，falsified_appraisal 考核材料弄虚作假，consecutive_failures 连续两次抽查或考核不合格",
          }),
          title: z.string(),
          certainty: z.enum(["definite", "undetermined"]),
          article: z.string(),
          checks: z.array(z.string()),
          perKind: sequenceReadingSchema.nullable().meta({ description: "同一种连续两次" }),
          merged: sequenceReadingSchema.nullable().meta({ description: "抽查、考核合在一起连续两次" }),
          doubts: z.array(z.enum(doubtsOfSequence)),
          explanation: z.string(),
        }),
      )
      .meta({ description: "办法规定的取消资格的情形；没有的不列" }),
    note: z.string(),
  })
  .meta({ id: "CancellationGrounds", description: "系统只列出记录，是否取消由市工信局决定（第十三条）" });

export type CancellationGrounds = z.infer<typeof cancellationGroundsSchema>;
