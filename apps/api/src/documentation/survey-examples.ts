import type {
  AssessOperation,
  CallSheet,
  CreateRecommendation,
  RecommendApplication,
  Recommendation,
  RecommendationSummary,
  RecordAnswer,
  Survey,
} from "@shifan/contract";

const id = "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11";
const district = "410105";
const instant = "2026-10-12T09:30:00+08:00";
const officer = "5d2f6c1e-8a52-4d0b-9a0e-0c1b7a9e4f20";
const enterprises = ["row-31", "row-7"];

const findingArticles = ["第六条", "第七条", "第八条"];

const answer: RecordAnswer = {
  place: 1,
  interviewee: "王小明",
  position: "总经理",
  phone: "13800138000",
  rating: "very_satisfied",
  method: "telephone",
  answeredOn: "2026-10-12",
  remark: "",
};

const assessment: AssessOperation = {
  operation: "场地、人员、制度与申报一致，日常运营正常。",
  performance: "2025年服务中小企业96家，较上年增长。",
  influence: "带动本区中小企业数字化改造。",
  finding: findingArticles.map((article) => ({ article, met: "yes", text: "已逐项核对材料" })),
  satisfactionExplanation: "",
  methods: ["telephone", "visit"],
};

const { place, ...answered } = answer;
const survey: Survey = {
  applicationId: id,
  state: "accepted",
  draw: {
    commitment: "1d3a7e1d6a7b0d5f3a61f5f7b6f4fd0a4b8a7b2cf4a2c0b1d6f7a7c9c9d0e1f2",
    seed: "9c0f0e6c1d3b5a79e8f7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281",
    population: enterprises.toSorted(),
    order: enterprises,
    drawnAt: instant,
    drawnBy: officer,
  },
  sampled: [
    {
      place,
      rowId: "row-31",
      enterprise: "郑州示例制造有限公司",
      state: "answered",
      replacedReason: null,
      ...answered,
      recordedBy: officer,
    },
  ],
  progress: { answered: 1, waiting: 0, replaced: 0, remaining: 1, minimum: 10 },
  satisfaction: {
    measured: { satisfied: 1, completed: 1, share: "1/1" },
    claimed: { satisfied: 92, dissatisfied: 4, listed: 96, share: "92/96" },
    line: "0.9",
    isBelowLine: false,
    crossesLine: false,
  },
  findingArticles,
  assessment,
  revision: 6,
  allowedActs: ["record-answer", "replace-sampled", "assess-operation", "complete-survey", "not-recommend"],
};

const callSheet: CallSheet = [
  {
    place: 2,
    enterprise: "郑州示例软件有限公司",
    uscc: null,
    contact: "李四",
    phone: "0371-67886827",
    serviceSummary: "管理咨询",
  },
];

const letter = { documentNumber: "金工信〔2026〕12号", issuedOn: "2026-10-14" };
const recommended = { rank: 1, opinion: "同意推荐", reasons: "" };
const recommendOne: RecommendApplication = { ...letter, ...recommended };
const recommendMany: CreateRecommendation = { ...letter, applications: [{ id, revision: 7, ...recommended }] };
const recommendation: Recommendation = {
  id: "c2a7c1f4-5f0c-4b7e-8d35-0f8f3f0b9d10",
  district,
  roundId: "2f0b9d10-5f0c-4b7e-8d35-c2a7c1f4af8f",
  ...letter,
  createdAt: instant,
  applications: [
    { applicationId: id, organizationName: "郑州示例服务有限公司", rank: 1, opinion: "同意推荐", reasons: null },
  ],
};
const { applications: recommendedCases, ...head } = recommendation;
const recommendationSummary: RecommendationSummary = { ...head, year: 2026, caseCount: recommendedCases.length };
const result = { applicationId: id, outcome: "accepted", detail: null, article: null, revision: 8, errors: [] };

const ok = (body: unknown) => ({ 200: body });

/** Examples of the district's survey and of its recommendation. */
export const surveyExamples = {
  drawSample: { request: { count: 12 }, responses: ok(survey) },
  recordAnswer: { request: answer, responses: ok(survey) },
  replaceSampled: { request: { place: 2, reason: "电话停机，上门无人" }, responses: ok(survey) },
  assessOperation: { request: assessment, responses: ok(survey) },
  completeSurvey: { request: {}, responses: ok({ ...survey, state: "surveyed" }) },
  readSurvey: { responses: ok(survey) },
  readCallSheet: { responses: ok(callSheet) },
  recommendApplication: { request: recommendOne, responses: ok(recommendation) },
  createRecommendation: { request: recommendMany, responses: { 201: { ...recommendation, results: [result] } } },
  listRecommendations: { responses: ok([recommendationSummary]) },
  readRecommendation: { responses: ok(recommendation) },
};
