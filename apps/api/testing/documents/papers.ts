import { reportOfAssessment } from "@shifan/dialog";
import { assess, checkFacts, compilePolicy, noFacts } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import { certificateDocument } from "../../src/documents/certificates/certificate.ts";
import type { PrintedDocument } from "../../src/documents/description/description.ts";
import { objectionReply } from "../../src/documents/letters/objection-reply.ts";
import { recommendationLetter } from "../../src/documents/letters/recommendation-letter.ts";
import { type RefusalKind, refusalLetter } from "../../src/documents/letters/refusal-letters.ts";
import { returnNotice } from "../../src/documents/letters/return-notice.ts";
import { type SelectionMinutes, selectionMinutes } from "../../src/documents/notices/minutes.ts";
import { type Notice, noticeDocument } from "../../src/documents/notices/notice.ts";
import type { PaperOptions } from "../../src/documents/papers/paper.ts";
import { selfCheckReport } from "../../src/documents/self-check/self-check-report.ts";
import { policyId } from "../app.ts";
import { stamped } from "./forms.ts";

const document = shippedPolicies.find(({ id }) => id === policyId);
if (document === undefined) throw new Error(`No shipped policy ${policyId}`);
const policy = compilePolicy(document);

const { stamp, demonstration, madeOn } = stamped;
export const paperOptions: PaperOptions = { stamp, demonstration, madeOn };
const programme = { name: "郑州市中小企业公共服务示范平台", roundYear: 2026 };
export const organization = "郑州示例企业服务有限公司";
const city = "郑州市工业和信息化局";
const district = "金水区工信部门";

/** The report of a self-check with some facts given; without any everything is still to be found out. */
export function reportWith(facts: Readonly<Record<string, unknown>>, options = paperOptions): PrintedDocument {
  const checked = checkFacts(policy, facts, {});
  const round = { year: 2026, submissionDeadline: "2026-09-25" };
  const assessment = assess(policy, checked.ok ? checked.facts : noFacts(policy), { asOf: "2026-09-14", round });
  const report = reportOfAssessment(assessment, { policy, today: "2026-09-14", round, roundYear: 2026 });
  return selfCheckReport({ programme, organization: "", report, asOf: "2026-09-14" }, options);
}

export function returnNoticeWith(
  kind: "correction" | "resubmission",
  text = "三张查询页没有打印盖章。",
): PrintedDocument {
  return returnNotice(
    {
      kind,
      programme,
      organization,
      receivedOn: "2026-09-08",
      returnedOn: "2026-09-14",
      until: "2026-09-21",
      defects: [
        { place: "M03 信用信息报告和查询结果", article: "第九条（三）", text },
        { place: "申请表 联系电话", article: "", text: "少一位数字。" },
      ],
      district,
      articles: { act: "第十条", report: "第九条（三）" },
    },
    paperOptions,
  );
}

export function recommendationWith(count: number): PrintedDocument {
  return recommendationLetter(
    {
      programme,
      documentNumber: "金工信〔2026〕12号",
      issuedOn: "2026-10-12",
      district,
      addressee: city,
      measure: "郑州市中小企业公共服务示范平台认定管理暂行办法",
      article: "第十条",
      cases: Array.from({ length: count }, (_, at) => ({
        rank: at + 1,
        organization: `郑州第${at + 1}企业服务有限公司`,
        uscc: "91410100MA9K12344B",
        platformType: at % 3 === 0 ? "综合性平台" : "专业性平台",
        survey: "完成10家\n满意10家",
        opinion: "运营规范，服务业绩突出，测评满意，同意推荐。",
        reasons: at === 1 ? "资产总额以审计报告为准，已核。" : "",
      })),
    },
    paperOptions,
  );
}

export function refusalWith(
  kind: RefusalKind,
  reasons = "2025年服务中小企业52家，不足60家。\n满意度测评完成10家，满意8家。",
): PrintedDocument {
  return refusalLetter(
    {
      kind,
      programme,
      organization,
      office: kind === "not_recommended" ? district : city,
      decidedOn: "2026-10-10",
      answerUntil: "2026-10-20",
      reasons,
      articles: { act: kind === "not_recommended" ? "第十条" : "第十一条", answer: "第四条", ban: "第十四条" },
    },
    paperOptions,
  );
}

export function objectionReplyWith(outcome: "inadmissible" | "upheld" | "dismissed"): PrintedDocument {
  return objectionReply(
    {
      outcome,
      programme,
      receiptNumber: "YY-2026-8F3K-27QM",
      receivedOn: "2026-11-12",
      organization,
      finding: "经调阅服务合同和发票，反映的2025年服务家数与名单一致。",
      reply: "感谢您的监督。",
      office: city,
      decidedOn: "2026-11-20",
      articles: { act: "第十一条", supervision: "第十六条" },
    },
    paperOptions,
  );
}

export function noticeWith(kind: Notice["kind"], count: number): Notice {
  return {
    kind,
    title: {
      publicity: "关于2026年度拟认定郑州市中小企业公共服务示范平台的公示",
      certification: "关于认定2026年度郑州市中小企业公共服务示范平台的通知",
      general: "关于报送2026年度工作总结的通知",
    }[kind],
    number: kind === "publicity" ? "" : "郑工信〔2026〕88号",
    text: kind === "general" ? "请各示范平台按时报送服务数据和服务情况（第十二条）。" : "现将名单公布如下。",
    startsOn: kind === "publicity" ? "2026-11-09" : null,
    endsOn: kind === "publicity" ? "2026-11-13" : null,
    contact: kind === "publicity" ? "中小企业服务处，0371-67180001" : "",
    issuer: city,
    issuedOn: "2026-11-06",
    article: kind === "publicity" ? "第十一条" : "第十四条",
    rows: Array.from({ length: count }, (_, at) => ({
      organization: `郑州第${at + 1}企业服务有限公司`,
      platform: `第${at + 1}中小企业综合服务平台`,
      platformType: at % 3 === 0 ? "综合性平台" : "专业性平台",
      district: "金水区",
      certificateNumber: kind === "certification" ? `ZZSF-2026-${String(at + 1).padStart(3, "0")}` : "",
      validFrom: kind === "certification" ? "2026-11-20" : "",
      validTo: kind === "certification" ? "2029-11-20" : "",
    })),
  };
}

export function printedNotice(kind: Notice["kind"], count: number, options = paperOptions): PrintedDocument {
  return noticeDocument(noticeWith(kind, count), options);
}

export function minutesWith(count: number): PrintedDocument {
  const cases: SelectionMinutes["cases"] = Array.from({ length: count }, (_, at) => ({
    organization: `郑州第${at + 1}企业服务有限公司`,
    district: "金水区",
    platformType: "专业性平台",
    reviews: [
      { expert: "赵一", employer: "郑州某大学管理学院", total: 92 - at, recused: null },
      { expert: "钱二", employer: "河南某研究院", total: 90 - at, recused: null },
      { expert: "孙三", employer: "郑州某协会", total: 61 - at, recused: null },
      { expert: "周四", employer: "第一企业服务有限公司", total: null, recused: "与申报单位有聘用关系" },
    ],
    mean: { text: "81.00", sum: 243 - 3 * at, count: 3 },
    place: at + 1,
    isTied: at < 2,
    discussion:
      at === 0 ? { text: "对服务成效的证明是否充分有不同看法，各自说明后维持评分。", on: "2026-10-30" } : null,
    outcome: at < 2 ? "拟认定" : "未入选",
    reason: at < 2 ? "" : "与排名在前的单位相比，示范性方面的证明较少。",
  }));
  return selectionMinutes(
    { programme, article: "第十一条", office: city, quota: 2, fullMarks: 100, cases },
    paperOptions,
  );
}

export function certificateWith(
  changes: { organization?: string; platformName?: string } = {},
  options = paperOptions,
): PrintedDocument {
  return certificateDocument(
    {
      certification: {
        certificateNumber: "ZZSF-2026-001",
        documentNumber: "郑工信〔2026〕88号",
        platformName: changes.platformName ?? "郑州示例中小企业综合服务平台",
        validFrom: "2026-11-20",
        validTo: "2029-11-20",
      },
      organization: changes.organization ?? organization,
      uscc: "91410100MA9K12344B",
      platformType: "综合性平台",
      title: programme.name,
      issuer: city,
      checkUrl: "https://sme.example.gov.cn/certificates/ZZSF-2026-001",
      article: "第十四条",
    },
    options,
  );
}
