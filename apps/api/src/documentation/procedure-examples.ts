import type {
  Application,
  ApplicationChanges,
  ApplicationFindings,
  Organization,
  RecommendToProvince,
  RecordProvinceResult,
  Round,
} from "@shifan/contract";
import type { Assessment } from "@shifan/rules";
import { paperExamples } from "../papers/examples.ts";
import { selectionExamples } from "./selection-examples.ts";

const at = "2026-06-10T09:30:00+08:00";
const roundId = "2f0d0a52-8f1e-4b39-9d2f-6d4d3c5b7a10";
const organizationId = "6c0f9a3e-41d5-4f7d-8f9e-0a1b2c3d4e5f";
const applicationId = "b7a1c2d3-0e4f-4a5b-9c6d-7e8f9a0b1c2d";
const mandateId = "0d9c8b7a-6f5e-4d3c-8b2a-1f0e9d8c7b6a";
const holder = { name: "王芳", phone: "0371-67886827" };

const settings = {
  submissionDeadline: "2026-09-25",
  recommendationDeadline: "2026-10-15",
  submissionEvent: "online" as const,
  copies: 1,
  binding: "胶装，一式一份",
  counterAddress: "所在开发区、区县（市）工信部门",
  noticeTitle: "关于组织申报2026年度郑州市中小企业公共服务示范平台的通知",
  quota: null,
  noticeText: "各有关单位：……",
};

const round: Round = {
  id: roundId,
  policyId: "zhengzhou-sme-platform",
  policyVersion: 1,
  year: 2026,
  state: "open",
  ...settings,
  openedOn: "2026-06-10",
  cancelledReason: null,
  extensions: [],
  revision: 3,
  allowedActs: ["extend", "cancel"],
};

const organization: Organization = {
  id: organizationId,
  uscc: "91410100MA9K12344B",
  kind: "enterprise",
  name: "郑州某某企业服务有限公司",
  names: [{ name: "郑州某某企业服务有限公司", fromOn: "2019-03-18", source: "营业执照" }],
  district: "410105",
  mandates: [
    {
      id: mandateId,
      state: "claimed",
      holderName: holder.name,
      holderPhone: holder.phone,
      isOwn: false,
      licenceFileId: "f1",
      authorizationFileId: "f2",
      claimedAt: at,
      decidedAt: null,
      reason: null,
      allowedActs: ["confirm-mandate", "refuse-mandate", "end-mandate"],
    },
  ],
  titles: [],
  barredUntil: null,
  changes: [],
  exceptions: [],
  revision: 2,
  allowedActs: ["record-change"],
};

const claim = {
  organizationId,
  mandateId,
  state: "claimed",
  message: "已登记。现在就可以填写；请上传营业执照和盖章的授权书，推荐部门确认后才能提交。",
};

const application: Application = {
  id: applicationId,
  roundId,
  year: 2026,
  round: {
    state: "open",
    submissionDeadline: settings.submissionDeadline,
    submissionEvent: settings.submissionEvent,
    copies: settings.copies,
    binding: settings.binding,
    counterAddress: settings.counterAddress,
    noticeTitle: settings.noticeTitle,
  },
  organizationId,
  organizationName: organization.name,
  district: "410105",
  state: "submitted",
  origin: "online",
  receivedOn: "2026-09-14",
  enteredOn: "2026-08-20",
  dataVersion: 42,
  returned: null,
  reason: null,
  firstDayToSubmit: null,
  changedAt: "2026-09-14T10:00:00+08:00",
  revision: 43,
  allowedActs: ["return", "accept", "transfer", "judge-material"],
};
const { allowedActs: _acts, enteredOn: _on, dataVersion: _version, returned: _returned, ...rest } = application;
const { reason: _reason, firstDayToSubmit: _first, round: _round, ...summary } = rest;

const importedTitle = {
  uscc: organization.uscc,
  organizationName: organization.name,
  district: "410105",
  platformName: "郑州某某中小企业服务平台",
  platformType: "specialized",
  documentNumber: "郑工信〔2023〕1号",
  validFrom: "2023-08-15",
  validTo: "2026-08-15",
  source: "市工信局档案，2023年认定文件",
  checks: [
    {
      kind: "periodic_inspection",
      checkedOn: "2024-05-20",
      result: "passed",
      documentNumber: null,
      remark: null,
      source: "金水区工信局2024年上半年检查情况报告",
    },
  ],
};
const { uscc: _uscc, organizationName: _name, ...keptTitle } = importedTitle;
const { platformType: _type, source: _source, checks: _checks, ...shownTitle } = importedTitle;
const previewedTitle = {
  ...shownTitle,
  certificateNumber: null,
  recordedName: organization.name,
  state: "valid",
  endedOn: null,
  checks: 1,
};
const title = {
  ...keptTitle,
  id: "4c3b2a19-8f7e-4d6c-9b5a-4f3e2d1c0b9a",
  organizationId,
  state: "valid",
  certificateNumber: null,
  endedOn: null,
  endServedOn: null,
  endDocumentNumber: null,
  endSource: null,
  recommendations: [],
  movedAwayOn: null,
  barredUntil: null,
  standing: "valid",
  asOf: "2026-11-23",
  succession: null,
  isConfirmed: false,
  discard: null,
  correction: null,
  note: "据纸质文件补录",
  revision: 1,
  allowedActs: ["confirm", "refuse"],
};

const confirmed = { ...title, isConfirmed: true };
const correcting = { validTo: "2026-08-14", reason: "认定文件写的是到2026年8月14日，录入时多写了一天" };
const correction = {
  proposedOn: "2026-11-23",
  reason: correcting.reason,
  isOwn: false,
  changes: [{ field: "validTo", before: title.validTo, after: correcting.validTo }],
};
const recommending: RecommendToProvince = { recommendedOn: "2026-03-10", documentNumber: "郑工信〔2026〕12号" };
const recommended = { year: 2026, ...recommending, result: null, resultOn: null, resultSource: null };
const provinceResult: RecordProvinceResult = {
  year: 2026,
  result: "recognized",
  resultOn: "2026-06-01",
  source: "省工信厅公告2026年第5号",
};

const sealedScan: ApplicationFindings["materials"][number]["sealed"] = {
  state: "outdated",
  dataVersion: 42,
  shortCode: "3W7K0Q2M",
  files: [{ fileId: "f1", printed: { dataVersion: 40, shortCode: "8G9PZ8TN" } }],
  parts: [{ id: "cover", title: "封面" }],
  pages: [{ title: "封面", places: ["seal"] }],
  message: "盖章扫描件是从第40版打印的，内容已改到第42版。请重新打印这些页：封面（重新盖章）。",
};

const changes: ApplicationChanges = {
  since: { dataVersion: 42, on: "2026-09-15" },
  dataVersion: 44,
  sections: [
    {
      id: "basics",
      title: "平台基本情况",
      fields: [{ field: "fax", label: "传真", before: null, after: "0371-67880002" }],
    },
  ],
  lists: [
    {
      id: "served",
      title: "服务的中小企业名单及服务评价表",
      added: 0,
      removed: 0,
      changed: 1,
      rows: [
        {
          kind: "changed",
          numberBefore: 12,
          numberAfter: 12,
          name: "河南某某机械有限公司",
          fields: [{ field: "satisfaction", label: "企业满意度", before: null, after: "满意" }],
        },
      ],
    },
  ],
  materials: [
    {
      id: "M03",
      title: "信用信息报告和公示系统三张查询页",
      addedFileIds: ["f9"],
      removedFileIds: ["f3"],
      isOnPaper: false,
      wasOnPaper: false,
    },
  ],
};

/** Examples of every body of rounds, organizations and applications, by operationId. */
export function procedureExamples(assessment: Assessment) {
  const ok = (body: unknown) => ({ 200: body });
  const onRound = (request: unknown) => ({ request, responses: ok(round) });
  const onOrganization = (request: unknown) => ({ request, responses: ok(organization) });
  const onApplication = (request: unknown, state: Partial<Application> = {}) => ({
    request,
    responses: ok({ ...application, ...state }),
  });
  const reason = { reason: "申报单位要求延后一年" };
  return {
    ...selectionExamples({ round, application }),
    createRound: {
      request: { year: 2026, ...settings },
      responses: { 201: { ...round, state: "draft", policyVersion: null } },
    },
    editRound: onRound({ copies: 2 }),
    openRound: onRound({}),
    extendRound: onRound({
      submissionDeadline: "2026-09-30",
      recommendationDeadline: "2026-10-20",
      reason: "假期调整",
      notice: "申报截止时间延长至2026年9月30日24:00。",
    }),
    cancelRound: onRound({ reason: "通知有误，另行发布" }),
    reopenRound: onRound({}),
    listRounds: { responses: ok([round]) },
    readRound: { responses: ok(round) },
    listPublicRounds: { responses: ok([{ ...round, allowedActs: [], daysLeft: 107 }]) },
    createOrganization: {
      request: { uscc: organization.uscc, name: organization.name, district: "410105", holder },
      responses: { 201: claim },
    },
    claimOrganization: { request: { holder }, responses: { 201: claim } },
    attachPapersOrganization: {
      request: { mandateId, licenceFileId: "f1", authorizationFileId: "f2" },
      responses: ok(claim),
    },
    confirmMandateOrganization: onOrganization({ mandateId }),
    transferMandateOrganization: onOrganization({ mandateId, reason: "原经办人已离职" }),
    refuseMandateOrganization: onOrganization({ mandateId, reason: "授权书没有盖章" }),
    endMandateOrganization: { request: { mandateId }, responses: ok({ ...claim, state: "ended" }) },
    recordChangeOrganization: onOrganization({
      name: "郑州某某科技服务有限公司",
      nameFromOn: "2026-05-01",
      source: "变更后的营业执照",
    }),
    allowSecondApplicationOrganization: {
      request: { roundId, ground: "该单位另有一个检测服务平台，服务对象和场所不同，准予单独申报" },
      responses: ok({
        ...organization,
        exceptions: [
          { roundId, ground: "该单位另有一个检测服务平台，服务对象和场所不同，准予单独申报", recordedAt: at },
        ],
        revision: 3,
      }),
    },
    readOrganization: { responses: ok(organization) },
    listOrganizations: {
      responses: ok([
        { id: organizationId, uscc: organization.uscc, name: organization.name, district: "410105", revision: 2 },
      ]),
    },
    importTitles: { request: { titles: [importedTitle] }, responses: { 201: { ids: [title.id] } } },
    readTitlesTemplate: { responses: { 200: "xlsx文件的内容" } },
    previewTitlesWorkbook: {
      request: "xlsx文件的内容",
      responses: ok({ titles: [previewedTitle], ignoredColumns: [] }),
    },
    importTitlesWorkbook: { request: "xlsx文件的内容", responses: { 201: { ids: [title.id], ignoredColumns: [] } } },
    confirmCertification: { request: {}, responses: ok({ ...title, isConfirmed: true, revision: 2, allowedActs: [] }) },
    refuseCertification: {
      request: { reason: "有效期与认定文件不一致，请核对后重新录入" },
      responses: ok({
        ...title,
        discard: { discardedOn: "2026-11-23", reason: "有效期与认定文件不一致，请核对后重新录入" },
        revision: 2,
        allowedActs: [],
      }),
    },
    withdrawCertification: {
      request: { reason: "认定文号录错了" },
      responses: ok({
        ...title,
        discard: { discardedOn: "2026-11-23", reason: "认定文号录错了" },
        revision: 2,
        allowedActs: [],
      }),
    },
    correctCertification: {
      request: correcting,
      responses: ok({ ...confirmed, correction: { ...correction, isOwn: true }, revision: 3 }),
    },
    confirmCorrectionCertification: {
      request: {},
      responses: ok({ ...confirmed, validTo: correcting.validTo, revision: 4, allowedActs: ["correct"] }),
    },
    dropCorrectionCertification: {
      request: { reason: "再查原件，有效期没有录错" },
      responses: ok({ ...confirmed, revision: 4, allowedActs: ["correct"] }),
    },
    recommendToProvinceCertification: {
      request: recommending,
      responses: ok({
        ...confirmed,
        recommendations: [recommended],
        revision: 3,
        allowedActs: ["record-province-result"],
      }),
    },
    recordProvinceResultCertification: {
      request: provinceResult,
      responses: ok({
        ...confirmed,
        recommendations: [
          {
            ...recommended,
            result: provinceResult.result,
            resultOn: provinceResult.resultOn,
            resultSource: provinceResult.source,
          },
        ],
        revision: 4,
        allowedActs: [],
      }),
    },
    listCertifications: { responses: ok([title]) },
    readCertification: { responses: ok(title) },
    createApplication: {
      request: { roundId, organizationId },
      responses: { 201: { ...application, state: "draft", receivedOn: null, dataVersion: 0, revision: 1 } },
    },
    submitApplication: onApplication({ acknowledged: "q3dWkY2uX0b9Zf1c" }),
    resubmitApplication: onApplication({ acknowledged: null }),
    correctReceiptApplication: onApplication(
      { receivedOn: "2026-09-08", reason: "收件回执写的是9月8日，录入时写成了9月9日" },
      {
        state: "draft",
        origin: "paper",
        receivedOn: "2026-09-08",
        allowedActs: ["edit", "submit", "correct-receipt", "discard"],
      },
    ),
    discardApplication: onApplication(
      { reason: "单位选错了，另行录入" },
      { state: "withdrawn", origin: "paper", allowedActs: [] },
    ),
    withdrawApplication: onApplication(reason, { state: "withdrawn", allowedActs: [] }),
    returnApplication: onApplication(
      {
        kind: "correction",
        until: "2026-09-21",
        defects: [{ material: "M03", field: null, text: "信用报告查询页没有盖章（第九条（三））" }],
      },
      { state: "returned" },
    ),
    acceptApplication: onApplication({}, { state: "accepted" }),
    transferApplication: onApplication({ district: "410172", reason: "注册地在高新区" }, { allowedActs: [] }),
    notRecommendApplication: onApplication(
      { reason: "服务企业数不足60家（第六条（三））" },
      { state: "not_recommended" },
    ),
    judgeMaterialApplication: onApplication({ material: "M06", verdict: "accepted" }),
    listApplications: { responses: ok([summary]) },
    readApplication: { responses: ok(application) },
    readApplicationFindings: {
      responses: ok({
        findingsId: "q3dWkY2uX0b9Zf1c",
        findings: [
          {
            code: "X06",
            check: "staff_share_differs",
            level: "error",
            article: "附件2",
            message: "专业人员占比写的是90%，按人数算是87.5%。",
            fields: ["/sections/basics/qualified_share"],
          },
        ],
        contradictory: [],
        assessment,
        materials: [
          {
            id: "M01",
            title: "申请报告（附件2）",
            article: "第九条（一）",
            isOptional: false,
            status: "present_unchecked",
            reasons: [],
            isOnPaper: false,
            fileIds: ["f1"],
            sealed: sealedScan,
            verdict: null,
            verdictReason: null,
            revision: 1,
          },
          {
            id: "M03",
            title: "信用信息报告和公示系统三张查询页",
            article: "第九条（三）",
            isOptional: false,
            status: "valid",
            reasons: [],
            isOnPaper: false,
            fileIds: ["f3"],
            sealed: null,
            verdict: null,
            verdictReason: null,
            revision: 1,
          },
        ],
        proofs: [
          {
            criterion: "art6_2_assets",
            stated: [{ part: "operation", title: "运营情况", name: "资产总额", value: "320万元" }],
            materials: ["M06"],
          },
        ],
        mustAcknowledge: true,
      }),
    },
    compareSelfCheck: {
      request: { sessionId: "0b8f7a52-3c1e-4f0e-9a53-6a7d0f0e2f11", token: "9n8wRk2v…" },
      responses: ok({
        isFinished: true,
        facts: [
          {
            fact: "smes_served_prev_year",
            label: "2025年服务中小企业数",
            selfCheck: "96家",
            application: "88家",
          },
        ],
        criteria: [],
      }),
    },
    readApplicationChanges: { responses: ok(changes) },
    exportList: { responses: ok("PK…") },
    printApplicationDocument: { responses: ok("%PDF-1.7 …") },
    ...paperExamples,
    printMandateLetter: { responses: ok("%PDF-1.7 …") },
    putApplicationMaterial: onApplication(
      { isOnPaper: false, fileIds: ["f3"], printed: [{ fileId: "f3", shortCode: "8G9PZ8TN" }] },
      { state: "draft" },
    ),
  };
}
