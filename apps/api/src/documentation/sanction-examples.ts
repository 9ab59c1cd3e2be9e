import type {
  CreateInterpretation,
  FalsePaperRoute,
  Interpretation,
  OrganizationChange,
  ProposeSanction,
  PublicInterpretation,
  PublishSanction,
  ReinstateSanction,
  ReportChange,
  Sanction,
  ServeSanction,
} from "@shifan/contract";

const certificationId = "6f2c1e7a-1d1b-4a58-9c0a-6c1d2e3f4a5b";
const organizationId = "3a9d5b1c-7e2f-4c60-8d4b-9e0f1a2b3c4d";
const createdAt = "2027-05-06T09:30:00+08:00";

const proposing: ProposeSanction = {
  kind: "cancellation",
  certificationId,
  ground: "absent_without_reason",
  finding: "2027年度考核2027年4月20日举行，贵单位收到通知后没有参加，说明的理由经听取不成立。",
  evidence: "考核通知及签收记录、2027年4月28日听取说明的笔录。",
  inspectionIds: ["9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d"],
  fileIds: [],
};
const proposed: Sanction = {
  ...proposing,
  id: "7c6d5e4f-3a2b-4c1d-9e8f-0a1b2c3d4e5f",
  kindName: "取消",
  organizationId,
  organizationName: "郑州某某企业服务有限公司",
  platformName: "郑州某某中小企业服务平台",
  district: "410105",
  state: "proposed",
  groundName: "无故不参加考核",
  article: "第十三条",
  consequence: "取消资格（第十三条）。办法没有规定取消以后不得再次申报的年限。",
  needsInterpretation: false,
  interpretationId: null,
  notifiedOn: null,
  statementUntil: null,
  statement: null,
  statedOn: null,
  hearing: null,
  heardOn: null,
  decision: null,
  documentNumber: null,
  effectiveOn: null,
  servedOn: null,
  serviceMethod: null,
  serviceReceipt: null,
  answerUntil: null,
  answer: null,
  answeredOn: null,
  publishedOn: null,
  officialUrl: null,
  barredUntil: null,
  droppedReason: null,
  reinstatement: null,
  reinstatementNumber: null,
  reinstatedOn: null,
  createdAt,
  revision: 1,
  allowedActs: ["drop", "notify"],
};
const notified: Sanction = {
  ...proposed,
  state: "notified",
  notifiedOn: "2027-05-07",
  statementUntil: "2027-05-17",
  revision: 2,
  allowedActs: ["drop", "hear"],
};
const statement = "当天负责人住院，请予考虑。";
const stated: Sanction = { ...notified, statement, statedOn: "2027-05-10", revision: 3 };
const hearing = "已听取。住院证明显示入院日期在考核以后，理由不采纳。";
const heard: Sanction = { ...stated, state: "heard", hearing, heardOn: "2027-05-12", revision: 4 };
const deciding = { decision: "取消“郑州某某中小企业服务平台”的资格。", documentNumber: "郑工信〔2027〕15号" };
const decided: Sanction = { ...heard, state: "decided", ...deciding, revision: 5, allowedActs: ["drop", "confirm"] };
const effective: Sanction = {
  ...decided,
  state: "effective",
  effectiveOn: "2027-05-20",
  revision: 6,
  allowedActs: ["serve", "reinstate"],
};
const serving: ServeSanction = { method: "direct", servedOn: "2027-05-22", receipt: "法定代表人签收" };
const served: Sanction = {
  ...effective,
  state: "served",
  servedOn: serving.servedOn,
  serviceMethod: serving.method,
  serviceReceipt: serving.receipt,
  answerUntil: "2027-06-01",
  revision: 7,
  allowedActs: ["publish", "reinstate"],
};
const answered = "已提交住院证明原件，请复核。";
const publishing: PublishSanction = {
  officialUrl: "https://gxj.zhengzhou.gov.cn/notice/20270524.html",
  publishedOn: "2027-05-24",
};
const reinstating: ReinstateSanction = {
  reason: "复核查明考核通知没有送达贵单位。",
  documentNumber: "郑工信〔2027〕21号",
};
const route: FalsePaperRoute = {
  id: "at_appraisal",
  found: "有效期内，考核材料弄虚作假",
  outcome: "取消",
  article: "第十三条",
  consequence: "资格从决定之日起没有了；办法没有规定不得再次申报的年限。",
  barsApplication: false,
  isOpen: true,
  mark: "原文",
  ground: "“考核材料弄虚作假”是第十三条的情形之一",
};

const drafting: CreateInterpretation = {
  article: "第十三条",
  question: "“连续两次抽查或考核不合格”，抽查和考核是分别算还是合在一起算？",
  answer: "分别计算：连续两次抽查不合格，或连续两次考核不合格。",
  documentNumber: "郑工信函〔2027〕6号",
  fromOn: "2027-06-01",
  settingId: "consecutive_failures_reading",
  settingValue: "per_kind",
  recordId: null,
  supersedesId: null,
};
const draft: Interpretation = {
  ...drafting,
  id: "2b3c4d5e-6f7a-4b8c-9d0e-1f2a3b4c5d6e",
  state: "draft",
  settingTitle: "“连续两次抽查或考核不合格”怎么算",
  settingLabel: "同一种连续两次：两次抽查，或两次考核",
  effect:
    "发布以后成为办法的新版本，从2027年6月1日起“连续两次抽查或考核不合格”按“同一种连续两次”，以前作出的结论和已经开始的批次不变。",
  issuedOn: null,
  supersededById: null,
  createdAt,
  revision: 1,
  allowedActs: ["edit", "issue"],
};
const issued: Interpretation = { ...draft, state: "issued", issuedOn: "2027-05-20", revision: 2, allowedActs: [] };
const published: PublicInterpretation = {
  id: draft.id,
  article: drafting.article,
  question: drafting.question,
  answer: drafting.answer,
  documentNumber: drafting.documentNumber,
  fromOn: "2027-06-01",
  issuedOn: "2027-05-20",
  effect: "“‘连续两次抽查或考核不合格’怎么算”按“同一种连续两次：两次抽查，或两次考核”；以前作出的结论不变。",
  isSuperseded: false,
  supersededById: null,
};

const reporting: ReportChange = {
  kind: "moved_away",
  fromOn: "2027-03-01",
  before: "郑州市金水区某路1号",
  after: "洛阳市涧西区某路2号",
  source: "变更登记通知书，2027年3月1日",
  fileIds: ["4d5e6f70-1a2b-4c3d-8e9f-0a1b2c3d4e5f"],
};
const reported: OrganizationChange = {
  ...reporting,
  id: "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
  organizationId,
  uscc: "91410100MA9K12344B",
  organizationName: "郑州某某企业服务有限公司",
  otherOrganizationId: null,
  district: "410105",
  state: "reported",
  effect: "记录在案。迁出本市以后资格怎么办，办法没有写，由市工信局解释（第十七条）；在那以前资格不变。",
  reportedOn: "2027-03-05",
  decidedOn: null,
  reason: null,
  createdAt,
  revision: 1,
  allowedActs: ["accept", "refuse"],
};
const reviewed = { decidedOn: "2027-03-08", revision: 2, allowedActs: [] };

/** Examples of sanctions, interpretations and changes of organizations. */
export const sanctionExamples = {
  listFalsePaperRoutes: { responses: { 200: [route] } },
  proposeSanction: { request: proposing, responses: { 201: proposed } },
  listSanctions: { responses: { 200: [proposed] } },
  readSanction: { responses: { 200: proposed } },
  notifySanction: { request: {}, responses: { 200: notified } },
  stateCaseSanction: { request: { statement }, responses: { 200: { ...stated, allowedActs: ["state-case"] } } },
  hearSanction: { request: { hearing }, responses: { 200: { ...heard, allowedActs: ["drop", "decide"] } } },
  decideSanction: { request: deciding, responses: { 200: { ...decided, allowedActs: ["drop"] } } },
  confirmSanction: { request: {}, responses: { 200: effective } },
  serveSanction: { request: serving, responses: { 200: served } },
  answerSanction: {
    request: { answer: answered },
    responses: { 200: { ...served, answer: answered, answeredOn: "2027-05-30", revision: 8, allowedActs: ["answer"] } },
  },
  publishSanction: {
    request: publishing,
    responses: { 200: { ...served, ...publishing, state: "published", revision: 8, allowedActs: ["reinstate"] } },
  },
  dropSanction: {
    request: { reason: "通知没有送达，证据不足" },
    responses: {
      200: { ...proposed, state: "dropped", droppedReason: "通知没有送达，证据不足", revision: 2, allowedActs: [] },
    },
  },
  reinstateSanction: {
    request: reinstating,
    responses: {
      200: {
        ...served,
        state: "reinstatement_decided",
        reinstatement: reinstating.reason,
        reinstatementNumber: reinstating.documentNumber,
        revision: 8,
        allowedActs: [],
      },
    },
  },
  createInterpretation: { request: drafting, responses: { 201: { ...draft, allowedActs: ["edit"] } } },
  editInterpretation: { request: { answer: drafting.answer }, responses: { 200: { ...draft, revision: 2 } } },
  issueInterpretation: { request: {}, responses: { 200: issued } },
  supersedeInterpretation: {
    request: { byId: "8c9d0e1f-2a3b-4c4d-9e5f-6a7b8c9d0e1f" },
    responses: {
      200: { ...issued, state: "superseded", supersededById: "8c9d0e1f-2a3b-4c4d-9e5f-6a7b8c9d0e1f", revision: 3 },
    },
  },
  listInterpretations: { responses: { 200: [issued] } },
  readInterpretation: { responses: { 200: issued } },
  listPublicInterpretations: { responses: { 200: [published] } },
  readPublicInterpretation: { responses: { 200: published } },
  reportOrganizationChange: { request: reporting, responses: { 201: reported } },
  acceptOrganizationChange: { request: {}, responses: { 200: { ...reported, ...reviewed, state: "accepted" } } },
  refuseOrganizationChange: {
    request: { reason: "变更登记通知书与登记系统不一致" },
    responses: {
      200: { ...reported, ...reviewed, state: "refused", reason: "变更登记通知书与登记系统不一致" },
    },
  },
  listOrganizationChanges: { responses: { 200: [reported] } },
  readOrganizationChange: { responses: { 200: reported } },
};
