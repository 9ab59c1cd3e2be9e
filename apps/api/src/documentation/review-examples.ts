import type {
  AssignExperts,
  CreateExpert,
  DeclareConflict,
  Expert,
  FinishReview,
  Panel,
  Ranking,
  Review,
  ReviewPapers,
  ReviewSummary,
  WriteScores,
} from "@shifan/contract";
import { type Assessment, fullMarks, type Policy, totalOf } from "@shifan/rules";

const applicationId = "b7a1c2d3-0e4f-4a5b-9c6d-7e8f9a0b1c2d";
const roundId = "2f0d0a52-8f1e-4b39-9d2f-6d4d3c5b7a10";
const expertId = "e1f2a3b4-5c6d-4e7f-8a9b-0c1d2e3f4a5b";
const reviewId = "a9b8c7d6-5e4f-4d3c-8b2a-1f0e9d8c7b6a";
const fileId = "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11";
const appointedAt = "2026-10-20T09:30:00+08:00";
const submittedAt = "2026-10-26T16:05:00+08:00";

const names = {
  organizationName: "郑州某某企业服务有限公司",
  platformName: "郑州某某企业服务有限公司",
  district: "410105",
};
const judge = { id: expertId, name: "刘明", employer: "某某大学管理学院", position: "教授" };

const newExpert: CreateExpert = {
  name: judge.name,
  employer: judge.employer,
  position: judge.position,
  fields: ["企业管理"],
  email: "liuming@example.org",
};
const expert: Expert = {
  id: expertId,
  ...newExpert,
  state: "active",
  createdAt: appointedAt,
  revision: 1,
  allowedActs: ["edit", "retire"],
};

const draw: AssignExperts = { method: "draw", fields: [], dueOn: "2026-10-31" };
const discussion = { on: "2026-10-28", record: "三位专家统一了服务业绩的计分口径，各自维持原分。" };
const finish: FinishReview = { discussion };
const panel: Panel = {
  applicationId,
  applicationState: "received",
  dueOn: "2026-10-31",
  minimum: 3,
  assigned: 1,
  submitted: 0,
  reviews: [
    {
      id: reviewId,
      expert: judge,
      state: "assigned",
      overdueDays: 0,
      recusedReason: null,
      total: null,
      submittedAt: null,
    },
  ],
  spread: null,
  spreadToDiscuss: 20,
  discussion: null,
  finishedAt: null,
  appointments: [
    {
      n: 1,
      method: "draw",
      reasons: null,
      commitment: "1d3a7e1d6a7b0d5f3a61f5f7b6f4fd0a4b8a7b2cf4a2c0b1d6f7a7c9c9d0e1f2",
      seed: "9c0f0e6c1d3b5a79e8f7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281",
      population: [expertId],
      order: [expertId],
      excluded: [
        { expertId: "3c4d5e6f-7a8b-4c9d-8e0f-1a2b3c4d5e6f", reason: "工作单位与申报单位、合作单位或投资方相同" },
      ],
      appointed: [expertId],
      at: appointedAt,
      by: "5d2f6c1e-8a52-4d0b-9a0e-0c1b7a9e4f20",
    },
  ],
  revision: 58,
  allowedActs: ["assign-experts", "finish-review"],
};

function rankingOf(sheet: Policy["document"]["score_sheet"]): Ranking {
  return {
    roundId,
    year: 2026,
    fullMarks: fullMarks(sheet),
    spreadToDiscuss: 20,
    cases: [
      {
        applicationId,
        ...names,
        state: "reviewed",
        rank: 1,
        isTied: false,
        mean: "83.67",
        exactMean: { sum: 251, count: 3 },
        totals: [70, 90, 91],
        spread: 21,
        discussion,
        assigned: 3,
        submitted: 3,
        finishedAt: "2026-10-28T10:00:00+08:00",
      },
    ],
  };
}

function reviewOf({ score_sheet: sheet }: Policy["document"]) {
  const scores: WriteScores = {
    items: Object.fromEntries(sheet.items.map(({ id, most }) => [id, { points: most - 2, comment: "材料充分" }])),
    directions: { matching: "全年对接活动12场，附签到和回访记录" },
    opinion: "服务扎实，特色明显，同意推荐。",
  };
  const summary: ReviewSummary = {
    id: reviewId,
    applicationId,
    roundId,
    ...names,
    expert: judge,
    state: "scoring",
    dueOn: "2026-10-31",
    overdueDays: 0,
    total: null,
    submittedAt: null,
    revision: 3,
  };
  const review: Review = {
    ...summary,
    applicationState: "received",
    declaredAt: "2026-10-21T09:00:00+08:00",
    recusal: null,
    scores,
    reopened: [],
    sheet: {
      article: sheet.article,
      ground: sheet.ground,
      fullMarks: fullMarks(sheet),
      items: sheet.items
        .slice(0, 1)
        .map(({ id, title, article, most, anchors }) => ({ id, title, article, most, anchors })),
      directions: sheet.directions.slice(0, 1),
    },
    arePapersOpen: true,
    allowedActs: ["edit", "submit", "recuse"],
  };
  return { scores, summary, review, locked: { total: totalOf(sheet, scores), submittedAt } };
}

const contact = { unit: null, note: null, isRequired: true, isPersonal: true, options: [] };

function papersOf(assessment: Assessment): ReviewPapers {
  return {
    applicationId,
    ...names,
    receivedOn: "2026-09-14",
    dataVersion: 42,
    parts: [
      {
        kind: "section",
        id: "basics",
        title: "基本情况",
        fields: [
          { id: "contact_name", name: "联系人", type: "text", ...contact },
          { id: "contact_phone", name: "联系电话", type: "phone", ...contact },
        ],
        groups: [],
        leastRows: null,
        mostRows: null,
        years: [],
      },
    ],
    sections: { basics: { contact_name: "王芳", contact_phone: "037******6827" } },
    lists: { served: 96 },
    findings: [],
    contradictory: [],
    assessment,
    materials: [
      {
        id: "M06",
        title: "审计报告",
        article: "第九条（六）",
        isOptional: false,
        status: "valid",
        reasons: [],
        isOnPaper: false,
        verdict: "accepted",
        verdictReason: null,
        files: [{ id: fileId, name: "2025年度审计报告.pdf", mediaType: "application/pdf", size: 1_843_200 }],
      },
    ],
    recommendation: {
      documentNumber: "金工信〔2026〕5号",
      issuedOn: "2026-10-14",
      opinion: "同意推荐。",
      operation: "场地、人员、制度与申报一致，日常运营正常。",
      performance: "2025年服务中小企业96家，较上年增长。",
      influence: "带动本区中小企业数字化改造。",
      finding: [{ article: "第六条", met: "yes", text: "已逐项核对材料" }],
      satisfactionExplanation: "",
      measured: { satisfied: 10, completed: 10 },
      claimed: { satisfied: 94, dissatisfied: 2, listed: 96 },
      answers: [{ enterprise: "郑州示例制造有限公司", rating: "very_satisfied", method: "telephone" }],
    },
  };
}

/** Examples of every body of the pool of experts, panels and reviews, by operationId. */
export function reviewExamples(policy: Policy, assessment: Assessment) {
  const ok = (body: unknown) => ({ 200: body });
  const { scores, summary, review, locked } = reviewOf(policy.document);
  const ranking = rankingOf(policy.document.score_sheet);
  const none: DeclareConflict = { conflict: false };
  const reason = { reason: "与申报单位负责人是亲属" };
  const row = { enterprise_name: "郑州示例制造有限公司", contact: "****", phone: "****8000" };
  return {
    createExpert: { request: newExpert, responses: { 201: expert } },
    listExperts: { responses: ok([expert]) },
    readExpert: { responses: ok(expert) },
    editExpert: { request: { position: "教授、博士生导师" }, responses: ok({ ...expert, revision: 2 }) },
    retireExpert: {
      request: { reason: "调离本市" },
      responses: ok({ ...expert, state: "retired", allowedActs: ["reinstate"] }),
    },
    reinstateExpert: { request: {}, responses: ok(expert) },
    assignExperts: { request: draw, responses: ok(panel) },
    finishReview: {
      request: finish,
      responses: ok({ ...panel, applicationState: "reviewed", discussion, allowedActs: ["propose", "not-propose"] }),
    },
    readPanel: { responses: ok(panel) },
    readRanking: { responses: ok(ranking) },
    listReviews: { responses: ok([summary]) },
    readReview: { responses: ok(review) },
    declareConflictReview: { request: none, responses: ok({ ...review, scores: null }) },
    recuseReview: {
      request: reason,
      responses: ok({
        ...review,
        state: "recused",
        recusal: { ...reason, by: "expert" },
        arePapersOpen: false,
        allowedActs: [],
      }),
    },
    writeScores: { request: scores, responses: ok(review) },
    submitReview: { request: {}, responses: ok({ ...review, state: "submitted", ...locked, allowedActs: [] }) },
    reopenReview: {
      request: { reason: "服务业绩一项看错了数据" },
      responses: ok({ ...review, scores: null, arePapersOpen: false, allowedActs: ["recuse"] }),
    },
    readReviewPapers: { responses: ok(papersOf(assessment)) },
    readReviewPaperRows: { responses: ok([{ rowId: "row-1", position: 0, revision: 1, values: row }]) },
    readReviewPaperFile: { responses: { 200: "%PDF-1.7 …", 206: "%PDF" } },
  };
}
