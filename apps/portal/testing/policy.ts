import type { PolicyView } from "../src/policy/policy.ts";
import { materialList } from "./assessments.ts";
import { criterionRows } from "./criteria.ts";

const fact = (id: string, label: string, options: Record<string, string> = {}): PolicyView["facts"][number] => ({
  id,
  type: "text",
  unit: "",
  label,
  question: `${label}是多少？`,
  hint: "",
  article: "6",
  formSource: "",
  absentMeans: null,
  options,
});

const question = (id: string, facts: string[], title: string, ask: string, where: string | null) => ({
  id,
  input: "number" as const,
  facts,
  title,
  requirement: null,
  where,
  example: null,
  article: ["第六条（二）"],
  ask,
  elsewhere: [],
});

/** A policy as the API serves it, short enough to read. */
export const policy = (): PolicyView => ({
  id: "zhengzhou-sme-platform",
  version: 1,
  title: "郑州市中小企业公共服务示范平台认定管理暂行办法",
  issuer: "郑州市工业和信息化局",
  selectableFrom: { date: "2022-01-01", mark: "设置", ground: "发布日期未知" },
  inForce: { status: "unconfirmed", checkedOn: null, source: null },
  districts: [{ id: "410105", name: "金水区" }],
  articles: [
    {
      id: "5",
      label: "第五条",
      heading: "第二章 主要功能",
      text: "示范平台具有开放性和资源共享的特征，可以是具有多种服务功能的综合性平台，也可以是某一方面具有特色服务功能的专业性平台。\n（一）信息服务功能。提供法律法规、政策、技术、质量、标准、人才、市场、物流、管理等信息服务。",
      treatment: "inoperative",
      treatmentNote: "",
    },
    {
      id: "6",
      label: "第六条",
      heading: "第三章 认定条件",
      text: "示范平台应同时具备以下基本条件：\n（一）具有独立法人资格，在郑州市注册并运营 2 年以上的中小企业服务机构、社会中介机构、技术服务机构、科研院所，以及基于互联网等面向中小企业提供创业创新服务的企业。\n（二）运营单位资产总额上年末不低于150万元，上年度服务收入不低于100万元，经营规范、财务状况良好，具有良好的发展前景和可持续发展能力。\n（三）年服务中小企业数量不少于60家，服务业绩突出，近两年服务企业数量稳步增长，用户满意度90%以上。",
      treatment: "computed",
      treatmentNote: "",
    },
    {
      id: "7",
      label: "第七条",
      heading: "第三章 认定条件",
      text: "示范平台除满足第六条基本条件外，综合性平台至少满足3项，专业性平台至少满足1项：\n（一）信息服务。充分利用信息网络技术手段，形成便于中小微企业查询的、开放的信息服务体系。",
      treatment: "computed",
      treatmentNote: "",
    },
  ],
  facts: [
    fact("total_assets_prev_year_end_yuan", "2025年末资产总额"),
    fact("sme_satisfied_count", "满意的企业家数"),
    fact("credit_record", "信用记录"),
    fact("audit_opinion", "审计意见"),
    fact("platform_type", "平台类型", { comprehensive: "综合性平台", specialized: "专业性平台" }),
  ],
  questions: [
    question(
      "assets",
      ["total_assets_prev_year_end_yuan"],
      "2025年末（12月31日），贵单位资产总额是多少？",
      "finance",
      "2025年度审计报告，资产负债表“资产总计”一行",
    ),
    question("satisfaction", ["sme_satisfied_count"], "有多少家企业评价满意？", "business", "服务评价表"),
    question("audit", ["audit_opinion"], "审计意见是哪一种？", "finance", null),
  ],
  criteria: criterionRows.map((row) => ({
    ...row,
    mark: "原文",
    line: ["art7_info", "art7_tech", "art7_startup", "art7_training"].includes(row.id),
    enquiry:
      row.id === "art7_count"
        ? {
            title: "关于培训服务“相应培训资质”的咨询",
            text: "市工信局：\n《办法》第七条（四）要求“具备相应培训资质”。我单位开展的培训依法不需要许可，请问是否视为符合？",
          }
        : null,
  })),
  expert: [],
  materials: materialList.map((material) => ({
    ...material,
    optional: material.id === "M13",
    todo: material.id === "M03" ? "在提交当月重新下载、打印并加盖公章。" : "按办法第九条准备。",
    checks: [],
    parts:
      material.id === "M05"
        ? [{ id: "M05.qualification", title: "从业资格（资质）", todo: "确认业务是否需要资质。", checks: [] }]
        : [],
  })),
  settings: [],
  texts: {
    report_not_of_submission_month: "报告不是提交当月下载的（第九条（三））。",
    staff_ratio_fails_under_intersection_reading:
      "学历、职称按“有其一”算够；如按“两者都有”算是{intersection}，{share}，不够。以市工信局解释为准（第十七条）。",
  },
});
