import type {
  CancellationGrounds,
  CheckAgainInspection,
  HearInspection,
  Inspection,
  NotifyInspection,
  PlanInspection,
  RecordInspection,
  SpotCheckDraw,
} from "@shifan/contract";

const id = "6a1f0c52-7b3e-4d0a-9c21-5d8e7f6a4b10";
const certificationId = "3c7d9e10-2f4a-4b6c-8d1e-9f0a1b2c3d4e";
const drawId = "7e2a4b6c-1d3f-4a5b-8c7d-6e5f4a3b2c1d";
const createdAt = "2027-04-10T09:30:00+08:00";

const planning: PlanInspection = {
  kind: "periodic_inspection",
  certificationId,
  plannedOn: "2027-04-20",
  complaintId: null,
};
const recording: RecordInspection = {
  carriedOutOn: "2027-04-20",
  inspectors: "张三、李四",
  checklist: [{ item: "quality_records", rating: "poor", remark: "三月服务台账缺失" }],
  findings: "三月服务台账缺失。",
  result: "failed",
  rectifyUntil: "2027-05-20",
  fileIds: [],
  signatures: null,
};
const notifying: NotifyInspection = {
  noticeText: "核对本年度服务台账、收费和满意度；请准备服务台账。",
  takesPlaceOn: "2027-04-30",
};
const checkingAgain: CheckAgainInspection = {
  checkedAgainOn: "2027-05-21",
  checkedAgain: "台账已补齐。",
  isRectified: true,
  fileIds: [],
};
const hearing: HearInspection = {
  heardOn: "2027-05-12",
  hearing: "单位没有说明原因，也没有证明。",
  finding: "without_reason",
  result: null,
};
const planned: Inspection = {
  id,
  kind: "periodic_inspection",
  kindName: "定期检查",
  certificationId,
  organizationId: "1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f9",
  organizationName: "郑州某某企业服务有限公司",
  platformName: "郑州某某中小企业服务平台",
  district: "410105",
  period: "2027-H1",
  state: "planned",
  drawId: null,
  complaintId: null,
  plannedOn: planning.plannedOn,
  noticeText: null,
  notifiedOn: null,
  takesPlaceOn: null,
  checklist: [
    {
      item: "quality_records",
      subject: "服务质量",
      title: "服务台账",
      how: "抽看本期服务台账、协议、签到和照片，与报送的服务企业数核对",
      article: "第六条（三）",
      mark: "设置",
      ground: "办法只写“服务质量”，没有列项目；以认定时的服务业绩条件为参照",
      rating: null,
      ratingName: null,
      remark: "",
    },
  ],
  ratings: [{ id: "poor", label: "不符合", needsRemark: true }],
  carriedOutOn: null,
  recordedOn: null,
  inspectors: null,
  result: null,
  resultName: null,
  findings: null,
  answerUntil: null,
  answer: null,
  answeredOn: null,
  heardOn: null,
  hearing: null,
  foundOn: null,
  findingAnswerUntil: null,
  absenceFinding: null,
  isFalsified: null,
  rectifyUntil: null,
  checkedAgainOn: null,
  checkedAgain: null,
  isRectified: null,
  closedOn: null,
  reason: null,
  fileIds: [],
  signatures: null,
  createdAt,
  revision: 1,
  allowedActs: ["edit", "record", "call-off"],
};
const recorded: Inspection = {
  ...planned,
  state: "carried_out",
  carriedOutOn: recording.carriedOutOn,
  recordedOn: "2027-04-20",
  inspectors: recording.inspectors,
  checklist: planned.checklist.map((item) => ({
    ...item,
    rating: "poor",
    ratingName: "不符合",
    remark: "三月服务台账缺失",
  })),
  findings: recording.findings,
  result: "failed",
  resultName: "不合格",
  answerUntil: "2027-04-30",
  rectifyUntil: recording.rectifyUntil,
  revision: 2,
  allowedActs: ["check-again", "close"],
};
const answered: Inspection = {
  ...recorded,
  answer: "三月台账在会计处，已补交复印件。",
  answeredOn: "2027-04-25",
  revision: 3,
  allowedActs: ["answer"],
};
const rectified: Inspection = {
  ...answered,
  checkedAgainOn: checkingAgain.checkedAgainOn,
  checkedAgain: checkingAgain.checkedAgain,
  isRectified: true,
  revision: 4,
  allowedActs: ["check-again", "close"],
};
const appraisal: Inspection = {
  ...planned,
  kind: "appraisal",
  kindName: "考核",
  state: "notified",
  noticeText: notifying.noticeText,
  notifiedOn: "2027-04-10",
  takesPlaceOn: notifying.takesPlaceOn,
  revision: 2,
  allowedActs: ["record", "call-off"],
};
const heard: Inspection = {
  ...appraisal,
  state: "heard",
  carriedOutOn: "2027-04-30",
  recordedOn: "2027-04-30",
  inspectors: "王五",
  findings: "当天没有人到场。",
  result: "absent",
  resultName: "未参加",
  answerUntil: "2027-05-10",
  heardOn: hearing.heardOn,
  hearing: hearing.hearing,
  foundOn: "2027-05-12",
  findingAnswerUntil: "2027-05-22",
  absenceFinding: "without_reason",
  revision: 4,
  allowedActs: ["close"],
};
const draw: SpotCheckDraw = {
  id: drawId,
  year: 2027,
  state: "committed",
  commitment: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  seed: null,
  share: "0.1",
  leastOfDistrict: 1,
  population: null,
  drawn: null,
  method: "抽取以前先公布种子的SHA-256。……",
  committedAt: createdAt,
  drawnAt: null,
  revision: 1,
  allowedActs: ["draw"],
};
const drawnDraw: SpotCheckDraw = {
  ...draw,
  state: "drawn",
  seed: "test",
  population: [{ certificationId, district: "410105" }],
  drawn: [certificationId],
  drawnAt: createdAt,
  revision: 2,
  allowedActs: [],
};
const secondId = "8b2c4d6e-0f1a-4c3d-9e5f-7a6b5c4d3e2f";
const grounds: CancellationGrounds = {
  certificationId,
  asOf: "2027-07-01",
  checks: [id, secondId].map((each, at) => ({
    id: each,
    inspectionId: each,
    kind: at === 0 ? "spot_check" : "appraisal",
    carriedOutOn: at === 0 ? "2027-03-15" : "2027-04-30",
    result: "failed",
    isClosed: true,
    absenceFinding: null,
    isFalsified: null,
    source: null,
  })),
  grounds: [
    {
      ground: "consecutive_failures",
      title: "连续两次抽查或考核不合格",
      certainty: "undetermined",
      article: "第十三条",
      checks: [id, secondId],
      perKind: { certainty: "none", checks: [], doubts: [] },
      merged: { certainty: "definite", checks: [id, secondId], doubts: [] },
      doubts: ["readings_differ"],
      explanation: "按办法有不同读法，还不能下结论；要先由市工信局作出解释（第十七条）。",
    },
  ],
  note: "系统只列出记录，不作决定：是否取消资格由市工信局决定（第十三条），决定以前先告知、听取陈述申辩（第四条）。",
};

const ok = (body: unknown) => ({ 200: body });

/** Examples of inspections, spot checks, appraisals and what follows from them. */
export const inspectionExamples = {
  planInspection: { request: planning, responses: { 201: planned } },
  editInspection: { request: { plannedOn: planning.plannedOn }, responses: ok({ ...planned, revision: 2 }) },
  notifyInspection: { request: notifying, responses: ok(appraisal) },
  recordInspection: { request: recording, responses: ok(recorded) },
  answerInspection: { request: { answer: answered.answer }, responses: ok(answered) },
  checkAgainInspection: { request: checkingAgain, responses: ok(rectified) },
  hearInspection: { request: hearing, responses: ok(heard) },
  closeInspection: {
    request: {},
    responses: ok({ ...rectified, state: "closed", closedOn: "2027-05-21", revision: 5, allowedActs: [] }),
  },
  callOffInspection: {
    request: { reason: "单位搬迁，另定日期" },
    responses: ok({ ...planned, state: "called_off", reason: "单位搬迁，另定日期", revision: 2, allowedActs: [] }),
  },
  listInspections: { responses: ok([recorded]) },
  readInspection: { responses: ok(recorded) },
  printInspectionPaper: { responses: ok("%PDF-1.7 …") },
  readCancellationGrounds: { responses: ok(grounds) },
  commitSpotCheckDraw: { request: { share: "0.1", leastOfDistrict: 1 }, responses: { 201: draw } },
  drawSpotCheckDraw: { request: { plannedOn: "2027-04-20" }, responses: ok(drawnDraw) },
  listSpotCheckDraws: { responses: ok([draw]) },
  readSpotCheckDraw: { responses: ok(drawnDraw) },
};
