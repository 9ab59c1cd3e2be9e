import type { CriterionResult } from "../src/api/types.ts";

const yuan = (value: string) => ({ op: ">=", value, unit: "元" });
const count = (value: string, unit: string) => ({ op: ">=", value, unit });
const share = (value: string) => ({ op: ">=", value, unit: "比例" });

type Row = [id: string, article: string, title: string, figures?: Partial<CriterionResult>];

const rows: Row[] = [
  ["art6_1_legal_person", "第六条（一）", "具有独立法人资格"],
  ["art6_1_registered_in_zhengzhou", "第六条（一）", "在郑州市注册"],
  ["art6_1_org_type", "第六条（一）", "属于办法列出的机构类型"],
  ["art6_1_two_years", "第六条（一）", "在郑州市注册并运营2年以上"],
  ["art6_2_assets", "第六条（二）", "上年末资产总额不低于150万元", { actual: "1650000", required: yuan("1500000") }],
  [
    "art6_2_service_income",
    "第六条（二）",
    "上年度服务收入不低于100万元",
    { actual: "1280000.5", required: yuan("1000000") },
  ],
  ["art6_2_sound_operation", "第六条（二）", "经营规范、财务状况良好"],
  ["art6_3_sme_count", "第六条（三）", "年服务中小企业不少于60家", { actual: "76", required: count("60", "家") }],
  [
    "art6_3_growth",
    "第六条（三）",
    "近两年服务企业数量稳步增长",
    { actual: "76", required: { op: ">", value: "64", unit: "家" } },
  ],
  ["art6_3_satisfaction", "第六条（三）", "用户满意度90%以上", { actual: "72/76", required: share("0.9") }],
  ["art6_4_premises", "第六条（四）", "有固定的经营服务场所"],
  ["art6_4_facilities", "第六条（四）", "有相应的服务设施"],
  ["art6_4_partner_orgs", "第六条（四）", "集聚服务机构5家以上", { actual: "7", required: count("5", "家") }],
  ["art6_5_systems", "第六条（五）", "管理制度、服务流程、收费标准、质量保证齐全"],
  ["art6_5_discount", "第六条（五）", "对小型微型企业有优惠规定"],
  [
    "art6_5_public_share",
    "第六条（五）",
    "公益性或低收费服务不少于总服务量的20%",
    { actual: "180/640", required: share("0.2") },
  ],
  ["art6_5_plan", "第六条（五）", "有发展规划和年度服务目标"],
  ["art6_6_leader", "第六条（六）", "主要负责人诚信、守法"],
  ["art6_6_staff_count", "第六条（六）", "服务人员不少于12人", { actual: "12", required: count("12", "人") }],
  [
    "art6_6_staff_ratio",
    "第六条（六）",
    "大专及以上学历和中级及以上职称人员占80%以上",
    { actual: "10/12", required: share("0.8") },
  ],
  ["art7_info", "第七条（一）", "信息服务"],
  ["art7_tech", "第七条（二）", "技术服务"],
  ["art7_startup", "第七条（三）", "创业服务"],
  ["art7_training", "第七条（四）", "培训服务"],
  ["art7_count", "第七条", "专业性平台至少满足1项服务功能", { actual: "2", required: count("1", "项") }],
  ["art14_reapply", "第十四条", "不在不得申报的期间内"],
];

/** All 26 criteria as met; what a case wants different is laid over. */
export function criteria(changes: Record<string, Partial<CriterionResult>> = {}): CriterionResult[] {
  return rows.map(([id, article, title, figures]) => ({
    id,
    article,
    title,
    status: "met",
    reason: null,
    actual: null,
    required: null,
    gap: null,
    earliestDate: null,
    parts: [],
    missingFacts: [],
    warnings: [],
    advice: null,
    ...figures,
    ...changes[id],
  }));
}

export const criterionRows = rows.map(([id, article, title]) => ({ id, article, title }));
