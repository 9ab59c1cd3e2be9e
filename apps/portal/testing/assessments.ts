import type { Assessment, CriterionResult, MaterialResult, MaterialStatus } from "../src/api/types.ts";
import { criteria } from "./criteria.ts";

type MaterialRow = [id: string, article: string, title: string, status: MaterialStatus, reasons?: string[]];

const materialRows: MaterialRow[] = [
  ["M01", "第九条（一）", "申请报告", "missing"],
  ["M02", "第九条（二）", "法人证书或营业执照副本", "present_unchecked"],
  ["M03", "第九条（三）", "信用信息报告和公示系统查询结果", "invalid", ["report_not_of_submission_month"]],
  ["M04", "第九条（四）", "固定的经营服务场所证明", "present_unchecked"],
  ["M05", "第九条（五）", "从业资格、网站备案、许可证等证明", "unknown"],
  ["M06", "第九条（六）", "上一年度审计报告及服务收支专项审计报告", "present_unchecked"],
  ["M07", "第九条（七）", "主要服务设施、软件或仪器设备清单", "present_unchecked"],
  ["M08", "第九条（八）", "管理制度、服务“五公开”", "missing"],
  ["M09", "第九条（九）", "主要管理人员和专业技术人员名单", "present_unchecked"],
  ["M10", "第九条（十）", "签订服务协议的小微企业名单和成效评价", "present_unchecked"],
  ["M11", "第九条（十一）", "发展规划或年度运营计划", "present_unchecked"],
  ["M12", "第九条（十二）", "开展相关服务的证明材料", "missing"],
  ["M13", "第九条（十三）", "其他材料", "not_applicable"],
  ["M14", "第九条（十四）", "申报材料真实性声明", "valid"],
];

const materials = (): MaterialResult[] =>
  materialRows.map(([id, article, title, status, reasons = []]) => ({
    id,
    article,
    title,
    status,
    reasons,
    parts:
      id === "M05"
        ? [
            { id: "M05.icp", title: "网站备案", status: "valid", reasons: [] },
            { id: "M05.qualification", title: "从业资格（资质）", status: "unknown", reasons: [] },
            { id: "M05.permit", title: "许可证", status: "not_applicable", reasons: [] },
          ]
        : [],
  }));

export const materialList = materialRows.map(([id, article, title]) => ({ id, article, title }));

const common = (): Omit<Assessment, "verdict" | "criteria"> => ({
  policy: {
    id: "zhengzhou-sme-platform",
    version: 1,
    inForce: { status: "unconfirmed", checkedOn: null, source: null },
  },
  asOf: "2026-06-10",
  expert: [
    { id: "art6_2_outlook", article: "第六条（二）", title: "发展前景和可持续发展能力" },
    { id: "art6_3_reputation", article: "第六条（三）", title: "声誉和品牌影响力" },
    { id: "art6_6_leader_experience", article: "第六条（六）", title: "主要负责人的实践经验和管理水平" },
    { id: "art8_features", article: "第八条", title: "特色优势和示范性" },
  ],
  alternatives: [{ platformType: "comprehensive", verdict: "not_met" }],
  materials: materials(),
  missingFacts: [],
  warnings: [],
  reapplyBarredUntil: null,
  earliestRoundYear: null,
  earliestDate: null,
});

const unclaimed = {
  status: "not_met",
  parts: [
    { fact: "credit_record", status: "undetermined" },
    { fact: "audit_opinion", status: "not_met" },
  ],
  advice: "您没有选这项功能，不影响结论（第七条）。",
} satisfies Partial<CriterionResult>;

export const metAssessment = (): Assessment => ({
  ...common(),
  verdict: "met_pending_review",
  criteria: criteria({
    art7_startup: unclaimed,
    art7_training: unclaimed,
    art6_6_staff_ratio: {
      warnings: [
        { code: "staff_ratio_fails_under_intersection_reading", params: { intersection: "3/12", share: "25%" } },
      ],
    },
  }),
});

export const notMetAssessment = (): Assessment => ({
  ...common(),
  verdict: "not_met",
  earliestDate: "2026-11-03",
  earliestRoundYear: 2027,
  criteria: criteria({
    art7_startup: unclaimed,
    art7_training: unclaimed,
    art6_1_two_years: {
      status: "not_met",
      earliestDate: "2026-11-03",
      advice: "2026年11月3日满两年，那一天起这一条就满足，不用另做什么。",
    },
    art6_3_sme_count: {
      status: "not_met",
      actual: "52",
      gap: "8",
      advice:
        "2025年已结束；如有漏记，可以改。为2027年度准备：2026年12月31日前服务满60家（不同企业），协议和评价逐家留存。",
    },
    art6_6_staff_ratio: { status: "not_met", actual: "9/12", gap: "1", advice: "再有1人取得大专学历或中级职称就够。" },
  }),
});

export const undeterminedAssessment = (): Assessment => ({
  ...common(),
  verdict: "undetermined",
  missingFacts: ["total_assets_prev_year_end_yuan", "sme_satisfied_count", "audit_opinion"],
  criteria: criteria({
    art7_startup: unclaimed,
    art6_2_assets: {
      status: "undetermined",
      reason: "unanswered",
      actual: null,
      missingFacts: ["total_assets_prev_year_end_yuan"],
      advice: "查2025年末资产负债表“资产总计”，查到后补上。",
    },
    art6_3_satisfaction: {
      status: "undetermined",
      reason: "contradictory",
      actual: null,
      missingFacts: ["sme_satisfied_count"],
      advice: "满意、不满意和未评价加起来与服务家数不一致，请再核对。",
    },
    art6_2_sound_operation: {
      status: "undetermined",
      reason: "officer",
      parts: [
        { fact: "credit_record", status: "undetermined" },
        { fact: "audit_opinion", status: "met" },
      ],
      advice: "列入过经营异常名录的，申报时附上移出证明和说明。",
    },
    art7_training: {
      status: "undetermined",
      reason: "reading",
      advice: "您选了“不要求培训资质”，办法写的是“具备相应培训资质”。",
    },
    art7_count: { status: "undetermined", reason: "reading", actual: "0", gap: null },
  }),
});
