import type {
  CreatePackage,
  CreateReport,
  EditPackage,
  EditReport,
  Package,
  PackageSummary,
  Report,
  ReportSummary,
  ServedList,
} from "@shifan/contract";

const certificationId = "6e2b9a10-4c3d-4e5f-8a7b-9c0d1e2f3a4b";
const organizationId = "3d2c1b0a-9f8e-4d7c-8b6a-5f4e3d2c1b0a";
const reportId = "c1d2e3f4-a5b6-4c7d-8e9f-0a1b2c3d4e5f";
const packageId = "d4c3b2a1-f6e5-4d7c-8b9a-0f1e2d3c4b5a";
const obligationId = "e5f4d3c2-b1a0-4f9e-8d7c-6b5a4f3e2d1c";
const createdAt = "2027-07-01T09:00:00+08:00";

const beginning: CreateReport = { certificationId, kind: "half_year_report", period: "2027-H1" };
const writing: EditReport = {
  values: { smes_served: 42, service_income: "60.05", work_done: "举办政策宣讲三次，上门诊断四十二家。" },
  fileIds: [],
};
const head: ReportSummary = {
  id: reportId,
  certificationId,
  organizationId,
  platformName: "郑州某某中小企业服务平台",
  district: "410105",
  kind: "half_year_report",
  period: "2027-H1",
  periodText: "2027年上半年",
  state: "drafted",
  submittedOn: null,
  forwardedOn: null,
  receivedOn: null,
  createdAt,
  revision: 1,
  allowedActs: ["edit", "submit"],
};
const report: Report = {
  ...head,
  dueOn: "2027-07-20",
  isLate: false,
  lateReason: null,
  returnedReason: null,
  packageId: null,
  comparedWith: { reportId: "b0a1", period: "2026-H1", periodText: "2026年上半年" },
  halves: [],
  servedLists: [{ period: "2027-H1", periodText: "2027年上半年", changedAt: createdAt }],
  figures: [
    {
      id: "smes_served",
      name: "服务中小企业数",
      type: "int",
      required: true,
      note: "按家数，不按次数；上下半年都服务过的算一家",
      unit: "家",
      options: [],
      value: 42,
      proposal: 42,
      comparison: { previous: "40", difference: "2", percent: "5" },
    },
  ],
  texts: [
    {
      id: "work_done",
      name: "服务开展情况",
      type: "long_text",
      required: true,
      note: null,
      label: "一、服务开展情况（包括：主要服务内容、服务方式、典型案例）",
      value: null,
    },
  ],
  missing: ["服务开展情况"],
  files: [],
};
const submitted: Report = {
  ...report,
  state: "sent_to_district",
  submittedOn: "2027-07-12",
  missing: [],
  revision: 3,
  allowedActs: ["return", "forward"],
};
const forwarded: Report = { ...submitted, state: "forwarded", forwardedOn: "2027-07-28", revision: 4, allowedActs: [] };

const preparing: CreatePackage = { district: "410105", kind: "half_year_package", period: "2027-H1" };
const explaining: EditPackage = {
  inspectionReport: "本期检查九家，均正常。",
  missing: { [obligationId]: "平台停业整修，8月恢复后补报" },
};
const packageHead: PackageSummary = {
  id: packageId,
  district: "410105",
  kind: "half_year_package",
  period: "2027-H1",
  periodText: "2027年上半年",
  state: "drafted",
  documentNumber: null,
  sentOn: null,
  receivedOn: null,
  createdAt,
  revision: 1,
  allowedActs: ["edit", "send"],
};
const drafted: Package = {
  ...packageHead,
  dueOn: "2027-07-31",
  isLate: false,
  sentBackReason: null,
  inspectionReport: null,
  inspectionReportRequired: false,
  reports: [
    {
      reportId,
      platformName: head.platformName,
      state: "sent_to_district",
      submittedOn: "2027-07-12",
      isLate: false,
      lateReason: null,
      isInPackage: false,
    },
  ],
  missing: [
    {
      obligationId,
      kind: "half_year_report",
      period: "2027-H1",
      name: "郑州另一服务平台（2027年上半年）半年工作总结",
      dueOn: "2027-07-20",
      reason: null,
    },
  ],
};
const sent: Package = {
  ...drafted,
  state: "sent",
  documentNumber: "金工信〔2027〕9号",
  sentOn: "2027-07-28",
  reports: drafted.reports.map((each) => ({ ...each, state: "forwarded" as const, isInPackage: true })),
  missing: drafted.missing.map((each) => ({ ...each, reason: "平台停业整修，8月恢复后补报" })),
  revision: 3,
  allowedActs: ["send-back", "receive"],
};

const { rows: _rows, ...list } = {
  organizationId,
  period: "2027-H1",
  periodText: "2027年上半年",
  total: 1,
  rows: [],
  changedAt: createdAt,
  revision: 1,
  allowedActs: ["edit"],
} satisfies ServedList;
const served = {
  enterprise_name: "郑州某某机械有限公司",
  contact: "王小明",
  phone: "13800000001",
  service_summary: "管理咨询",
  satisfaction: "satisfied",
};
const reason = { reason: "缺培训人次，请补充后再报送。" };
const pdf = { responses: { 200: "%PDF-1.7 …" } };

/** Examples of what is reported after the title. */
export const reportExamples = {
  createReport: { request: beginning, responses: { 201: report } },
  editReport: { request: writing, responses: { 200: report } },
  submitReport: { request: {}, responses: { 200: submitted } },
  returnReport: {
    request: reason,
    responses: { 200: { ...submitted, state: "drafted", returnedReason: reason.reason } },
  },
  forwardReport: { request: {}, responses: { 200: forwarded } },
  receiveReport: { request: {}, responses: { 200: { ...forwarded, state: "received", receivedOn: "2027-07-30" } } },
  listReports: { responses: { 200: [head] } },
  readReport: { responses: { 200: report } },
  readReportPeers: {
    responses: {
      200: {
        period: head.period,
        periodText: head.periodText,
        reports: 2,
        figures: [
          {
            ...{ id: "service_income", name: "服务收入", unit: "万元" },
            ...{ lowest: "60.05", median: "75.025", highest: "90", place: 2 },
            values: [
              { reportId: "another", platformName: "郑州某某检测服务平台", district: "410172", value: "90" },
              { reportId, platformName: head.platformName, district: head.district, value: "60.05" },
            ],
          },
        ],
      },
    },
  },
  printReport: pdf,
  createPackage: { request: preparing, responses: { 201: drafted } },
  editPackage: { request: explaining, responses: { 200: drafted } },
  sendPackage: { request: { documentNumber: "金工信〔2027〕9号" }, responses: { 200: sent } },
  sendBackPackage: {
    request: { reason: "一家平台缺的原因不清楚。" },
    responses: { 200: { ...sent, state: "drafted", sentBackReason: "一家平台缺的原因不清楚。" } },
  },
  receivePackage: { request: {}, responses: { 200: { ...sent, state: "received", receivedOn: "2027-07-30" } } },
  listPackages: { responses: { 200: [packageHead] } },
  readPackage: { responses: { 200: drafted } },
  printPackageLetter: pdf,
  printInspectionReport: pdf,
  readServedList: { responses: { 200: { ...list, rows: [{ rowId: "a1", values: served }] } } },
  replaceServedList: { request: { rows: [served] }, responses: { 200: list } },
  importServedList: { request: "PK…", responses: { 200: { ...list, ignoredColumns: ["备注"] } } },
  readServedListWorkbook: { responses: { 200: "PK…" } },
  takeOverServed: {
    request: { mode: "replace" },
    responses: { 200: { rows: 96, tag: "9f86d081884c7d659a2feaa0c55ad015", notKept: [] } },
  },
};
