import { applicationStates, reviewStates } from "@shifan/rules";
import { z } from "zod";
import { applicationFindingsSchema, formPartSchema } from "./applications.ts";
import { fileSchema } from "./files.ts";
import { dateTextSchema, instantSchema, nullableDateSchema, nullableInstantSchema } from "./values.ts";

const reason = z.string().trim().min(1).max(2_000);
const writing = z.string().trim().max(5_000);

export const declareConflictSchema = z
  .discriminatedUnion("conflict", [
    z.strictObject({ conflict: z.literal(false) }),
    z.strictObject({ conflict: z.literal(true), reason: reason.meta({ description: "有什么利害关系" }) }),
  ])
  .meta({ id: "DeclareConflict", description: "没有利害关系的可以开始看材料；有的就此回避" });

const scoresShape = {
  items: z
    .record(
      z.string().max(100),
      z.strictObject({
        points: z.union([z.int().min(0).max(1_000), z.null()]).meta({ description: "整数分；还没有打的写 null" }),
        comment: writing.default("").meta({ description: "说明" }),
      }),
    )
    .meta({ description: "评分项编号到分数和说明" }),
  directions: z.record(z.string().max(100), writing).meta({ description: "第八条六个方面：编号到事实依据" }),
  opinion: writing.meta({ description: "总的意见" }),
};

export const scoresSchema = z
  .strictObject({
    items: scoresShape.items.default({}),
    directions: scoresShape.directions.default({}),
    opinion: scoresShape.opinion.default(""),
  })
  .meta({ id: "WriteScores", description: "整份保存，原来的被替换；可以只填一部分" });

const keptScoresSchema = z
  .object({
    items: z.record(z.string(), z.object({ points: z.int().nullable(), comment: z.string() })),
    directions: z.record(z.string(), z.string()),
    opinion: z.string(),
  })
  .meta({ id: "Scores" });

const nullableScores = z
  .union([keptScoresSchema, z.null()])
  .meta({ description: "还没有写，或您现在不能看的，为空：提交前只有本人看得到" });

export const overdueDaysSchema = z.int().nonnegative().meta({
  description: "过了评分最后一天几天；没有过、已提交、已回避或不再评审的为0。到期不自动结束，由市工信局催办或换人",
});

const reviewShape = {
  id: z.string(),
  applicationId: z.string(),
  roundId: z.string(),
  organizationName: z.string(),
  platformName: z.string(),
  district: z.string(),
  expert: z.object({ id: z.string(), name: z.string(), employer: z.string(), position: z.string() }),
  state: z
    .enum(reviewStates)
    .meta({ description: "assigned 待声明，scoring 评分中，submitted 已提交、已锁定，recused 已回避" }),
  dueOn: dateTextSchema.meta({ description: "评分的最后一天" }),
  overdueDays: overdueDaysSchema,
  total: z.int().nullable().meta({ description: "已提交的总分；您现在不能看的为空" }),
  submittedAt: nullableInstantSchema,
  revision: z.int(),
};

export const reviewSummarySchema = z.object(reviewShape).meta({ id: "ReviewSummary" });

const sheetSchema = z
  .object({
    article: z.string(),
    ground: z.string(),
    fullMarks: z.int(),
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        article: z.string(),
        most: z.int().meta({ description: "最多几分" }),
        anchors: z.array(z.object({ from: z.int(), text: z.string() })).meta({ description: "几分起是什么样" }),
      }),
    ),
    directions: z.array(z.object({ id: z.string(), title: z.string() })),
  })
  .meta({ id: "ScoreSheet", description: "本轮的评分表" });

export const reviewSchema = z
  .object({
    ...reviewShape,
    applicationState: z.enum(applicationStates),
    declaredAt: nullableInstantSchema.meta({ description: "什么时候声明没有利害关系" }),
    recusal: z.union([
      z.object({ reason: z.string(), by: z.enum(["expert", "city"]).meta({ description: "谁提出的" }) }),
      z.null(),
    ]),
    scores: nullableScores,
    reopened: z
      .array(
        z.object({
          n: z.int(),
          scores: keptScoresSchema,
          total: z.int(),
          submittedAt: instantSchema,
          reopenedAt: instantSchema,
          reason: z.string(),
        }),
      )
      .meta({ description: "锁定后又打开过的，原来的评分；评审结束后市工信局和审计可以看" }),
    sheet: sheetSchema,
    arePapersOpen: z.boolean().meta({ description: "您现在能不能看这一件的材料" }),
    allowedActs: z.array(z.string()).meta({ description: "您现在可以办的" }),
  })
  .meta({ id: "Review" });

export const reviewFilterSchema = z
  .strictObject({
    applicationId: z.string().optional(),
    roundId: z.string().optional(),
    expertId: z.string().optional(),
    state: z
      .union([z.enum(reviewStates), z.array(z.enum(reviewStates)).min(1)])
      .transform((state) => (typeof state === "string" ? [state] : state))
      .optional(),
  })
  .meta({ id: "ReviewFilter" });

const paperFileSchema = fileSchema.pick({ id: true, name: true, mediaType: true, size: true });

const findings = applicationFindingsSchema.shape;
export const reviewPapersSchema = z
  .object({
    applicationId: z.string(),
    organizationName: z.string(),
    platformName: z.string(),
    district: z.string(),
    receivedOn: nullableDateSchema,
    dataVersion: z.int().meta({ description: "申请表的版本" }),
    parts: z.array(formPartSchema).meta({ description: "申请表问什么，一部分一部分" }),
    sections: z.record(z.string(), z.record(z.string(), z.unknown())).meta({ description: "申请表各部分，电话已遮盖" }),
    lists: z.record(z.string(), z.int()).meta({ description: "各名单有几行" }),
    findings: findings.findings,
    contradictory: findings.contradictory,
    assessment: findings.assessment,
    materials: z.array(
      findings.materials.element
        .omit({ fileIds: true, revision: true, sealed: true })
        .extend({ files: z.array(paperFileSchema) }),
    ),
    recommendation: z.union([
      z
        .object({
          documentNumber: z.string(),
          issuedOn: dateTextSchema,
          opinion: z.string().meta({ description: "推荐意见" }),
          operation: z.string().meta({ description: "平台运营情况" }),
          performance: z.string().meta({ description: "服务业绩" }),
          influence: z.string().meta({ description: "对区域中小企业发展的影响和作用" }),
          finding: z.array(z.object({ article: z.string(), met: z.enum(["yes", "no", "doubtful"]), text: z.string() })),
          satisfactionExplanation: z.string(),
          measured: z.object({ satisfied: z.int(), completed: z.int() }).meta({ description: "推荐部门测评的" }),
          claimed: z
            .object({ satisfied: z.int(), dissatisfied: z.int(), listed: z.int() })
            .meta({ description: "申报单位自报的" }),
          answers: z
            .array(z.object({ enterprise: z.string(), rating: z.string().nullable(), method: z.string().nullable() }))
            .meta({ description: "测评过的企业；不列被访人和电话" }),
        })
        .meta({ description: "推荐表（附件1）" }),
      z.null(),
    ]),
  })
  .meta({ id: "ReviewPapers" });

export type DeclareConflict = z.infer<typeof declareConflictSchema>;
export type WriteScores = z.infer<typeof scoresSchema>;
export type ReviewSummary = z.infer<typeof reviewSummarySchema>;
export type Review = z.infer<typeof reviewSchema>;
export type ReviewPapers = z.infer<typeof reviewPapersSchema>;
