import type {
  AdmitObjection,
  Complaint,
  CreateNotice,
  FileComplaint,
  FileObjection,
  FilePublicObjection,
  HolidayYearView,
  Notice,
  NoticeSummary,
  Objection,
  PublicNotice,
  PublicNoticeSummary,
  PublishList,
  Receipt,
  RecordHolidays,
} from "@shifan/contract";

const id = "8d1f6c20-6a57-4f0a-9d2e-1b3c5d7e9f01";
const roundId = "2f0d0a52-8f1e-4b39-9d2f-6d4d3c5b7a10";
const applicationId = "b7a1c2d3-0e4f-4a5b-9c6d-7e8f9a0b1c2d";
const publishedAt = "2026-11-16T09:00:00+08:00";
const receiptNumber = "4821-0937-5561-2041";

const publishing: PublishList = {
  title: "关于2026年度郑州市中小企业公共服务示范平台拟认定名单的公示",
  text: "根据办法第十一条，现将拟认定名单予以公示。",
  startsOn: "2026-11-16",
  officialUrl: "https://gxj.zhengzhou.gov.cn/notice/20261116.html",
  officialPublishedOn: "2026-11-16",
};

const summary: NoticeSummary = {
  id,
  roundId,
  kind: "publicity",
  state: "published",
  title: publishing.title,
  startsOn: publishing.startsOn,
  endsOn: "2026-11-20",
  phase: "running",
  daysLeft: 2,
  officialUrl: publishing.officialUrl,
  officialPublishedOn: publishing.officialPublishedOn,
  extendsId: null,
  reason: null,
  caseCount: 1,
  publishedAt,
  createdAt: publishedAt,
  revision: 1,
};
const listed = {
  position: 1,
  organizationName: "郑州某某企业服务有限公司",
  platformName: "郑州某某中小企业服务平台",
  platformType: "specialized",
  district: "410105",
};
const notice: Notice = {
  ...summary,
  text: publishing.text,
  periodGround: null,
  supersededById: null,
  cases: [{ applicationId, ...listed, certificateNumber: null }],
  allowedActs: ["extend"],
};
const drafted: CreateNotice = {
  kind: "general",
  title: "关于咨询电话变更的公告",
  text: "咨询电话变更为0371-67886827。",
};
const draft: Notice = {
  ...notice,
  ...drafted,
  roundId: null,
  state: "draft",
  startsOn: null,
  endsOn: null,
  phase: null,
  daysLeft: null,
  officialUrl: null,
  officialPublishedOn: null,
  publishedAt: null,
  caseCount: 0,
  cases: [],
  allowedActs: ["edit", "publish"],
};
const { roundId: _round, state: _state, createdAt: _created, revision: _revision, ...shown } = summary;
const publicSummary: PublicNoticeSummary = { ...shown, publishedAt, isSuperseded: false };
const publicNotice: PublicNotice = {
  ...publicSummary,
  text: notice.text,
  supersededById: null,
  cases: [{ ...listed, platformTypeName: "综合性平台", districtName: "金水区" }],
};

const objecting: FilePublicObjection = {
  position: 1,
  name: "张三",
  phone: "13800138000",
  content: "该单位2025年服务的企业不足60家。",
  evidence: "服务台账照片，可当面提供原件。",
};
const { position: _position, ...objector } = objecting;
const entering: FileObjection = { ...objecting, channel: "letter", receivedOn: "2026-11-18", fileIds: [] };
const admitting: AdmitObjection = { extract: "反映该单位上年度服务企业数与申报不一致。", answerUntil: "2026-11-24" };
const objection: Objection = {
  id: "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f",
  noticeId: id,
  applicationId,
  position: 1,
  platformName: listed.platformName,
  state: "filed",
  outcome: null,
  channel: "letter",
  receiptNumber,
  receivedOn: "2026-11-18",
  admitBy: "2026-11-23",
  extract: null,
  answerUntil: null,
  answer: null,
  answeredOn: null,
  inquiryUntil: null,
  finding: null,
  decidedOn: null,
  reply: null,
  repliedOn: null,
  hasFiles: false,
  createdAt: "2026-11-18T10:00:00+08:00",
  revision: 1,
  allowedActs: ["admit", "refuse"],
};
const admitted: Objection = {
  ...objection,
  state: "admitted",
  extract: admitting.extract,
  answerUntil: "2026-11-24",
  revision: 2,
  allowedActs: ["inquire", "uphold", "dismiss"],
};
const finding = "经核对服务台账和协议，2025年服务企业62家，反映的情况不成立。";
const decided: Objection = {
  ...admitted,
  state: "dismissed",
  outcome: "dismissed",
  finding,
  decidedOn: "2026-11-25",
  revision: 3,
  allowedActs: ["reply"],
};
const reply = "经查证，您反映的情况不成立，理由如下……";

const complaining: FileComplaint = {
  subject: "platform",
  target: "郑州某某企业服务有限公司",
  content: "收费没有公示。",
  name: "",
  contact: "",
};
const complaint: Complaint = {
  id: "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
  subject: "platform",
  target: complaining.target,
  state: "open",
  receiptNumber,
  receivedOn: "2026-11-18",
  reply: null,
  repliedOn: null,
  closedReason: null,
  closedOn: null,
  createdAt: "2026-11-18T10:00:00+08:00",
  revision: 1,
  allowedActs: ["reply", "close"],
};
const issued = { receiptNumber, receivedOn: "2026-11-18", message: `已收到。查询编号是${receiptNumber}。` };
const receipt: Receipt = {
  receiptNumber,
  kind: "objection",
  status: "已收到，正在决定是否受理",
  receivedOn: "2026-11-18",
  decidedOn: null,
  repliedOn: null,
  reply: null,
};

const holidays: RecordHolidays = {
  source: "国务院办公厅关于2026年部分节假日安排的通知",
  days: [
    { day: "2026-01-01", kind: "off", name: "元旦" },
    { day: "2026-01-04", kind: "working", name: "元旦" },
  ],
};
const holidayYear: HolidayYearView = { year: 2026, isAnnounced: true, ...holidays, revision: 1, allowedActs: [] };

const ok = (body: unknown) => ({ 200: body });
const made = (body: unknown) => ({ 201: body });

/** Examples of publicity, objections, complaints and the holiday calendar. */
export const publicityExamples = {
  publishListRound: { request: publishing, responses: ok(notice) },
  exportPublicityDraft: { responses: ok(`${publishing.title}\n${publishing.text}\n`) },
  createNotice: { request: drafted, responses: made(draft) },
  editNotice: { request: { title: drafted.title }, responses: ok(draft) },
  publishNotice: { request: {}, responses: ok({ ...draft, state: "published", publishedAt, allowedActs: [] }) },
  extendNotice: {
    request: {
      endsOn: "2026-11-27",
      reason: "市工信局网站11月18日检修，当天打不开",
      officialUrl: "https://gxj.zhengzhou.gov.cn/notice/20261119.html",
      officialPublishedOn: "2026-11-19",
    },
    responses: ok({ ...notice, endsOn: "2026-11-27", extendsId: id }),
  },
  listNotices: { responses: ok([summary]) },
  readNotice: { responses: ok(notice) },
  listPublicNotices: { responses: ok([publicSummary]) },
  readPublicNotice: { responses: ok(publicNotice) },
  filePublicObjection: { request: objecting, responses: made(issued) },
  fileObjection: { request: entering, responses: made(objection) },
  admitObjection: { request: admitting, responses: ok(admitted) },
  refuseObjection: {
    request: { ground: "没有具体事实，也没有证据，联系不上反映人。" },
    responses: ok({ ...objection, state: "inadmissible", outcome: "inadmissible" }),
  },
  answerObjection: { request: { answer: "服务台账和协议见附件，共62家。" }, responses: ok(admitted) },
  inquireObjection: { request: { until: "2026-12-01" }, responses: ok({ ...admitted, state: "under_inquiry" }) },
  upholdObjection: { request: { finding }, responses: ok({ ...decided, state: "upheld", outcome: "upheld" }) },
  dismissObjection: { request: { finding }, responses: ok(decided) },
  replyObjection: {
    request: { reply },
    responses: ok({ ...decided, state: "replied", reply, repliedOn: "2026-11-26" }),
  },
  listObjections: { responses: ok([objection]) },
  readObjection: { responses: ok(objection) },
  readObjector: { responses: ok({ ...objector, fileIds: [] }) },
  registerComplaint: {
    request: { ...complaining, subject: "procedure", receivedOn: "2026-11-18" },
    responses: made({ ...complaint, subject: "procedure" }),
  },
  filePublicComplaint: { request: complaining, responses: made(issued) },
  replyComplaint: {
    request: { reply: "已要求该平台三日内公示收费标准。" },
    responses: ok({ ...complaint, state: "replied" }),
  },
  closeComplaint: { request: { reason: "平台已公示收费标准。" }, responses: ok({ ...complaint, state: "closed" }) },
  listComplaints: { responses: ok([complaint]) },
  readComplaint: { responses: ok(complaint) },
  readComplainant: { responses: ok({ name: null, contact: null, content: complaining.content }) },
  readReceipt: { responses: ok(receipt) },
  listHolidayYears: {
    responses: ok({
      years: [{ year: 2026, source: holidays.source, off: 33, working: 6, recordedAt: publishedAt }],
      missing: [2027],
    }),
  },
  previewHolidays: {
    request: { days: holidays.days },
    responses: ok({
      publicities: [
        {
          ...{ noticeId: id, title: notice.title, startsOn: "2026-11-18", endsOn: "2026-11-24", workingDays: 5 },
          ...{ before: null, after: "2026-11-25", isTooShort: true },
        },
      ],
      objections: [{ receivedOn: "2026-11-18", count: 1, before: null, after: "2026-11-25" }],
    }),
  },
  readHolidays: { responses: ok(holidayYear) },
  recordHolidays: { request: holidays, responses: ok({ ...holidayYear, revision: 2 }) },
};
