import type { Resource } from "@shifan/rules";

/** Parts of records that stand in the audit trail by themselves, and the resource by whose access they are read. */
export const recordParts = {
  application_sections: "applications",
  application_lists: "applications",
  application_materials: "applications",
  application_prints: "applications",
  expert_panels: "reviews",
} as const satisfies Readonly<Record<string, Resource>>;

/** What people call each kind of record. */
export const resourceLabels: Readonly<Record<Resource | keyof typeof recordParts, string>> = {
  rounds: "批次",
  organizations: "单位",
  applications: "申报",
  application_sections: "申报栏目",
  application_lists: "申报清单",
  application_materials: "申报材料",
  application_prints: "打印的申报材料",
  surveys: "测评",
  recommendations: "推荐文件",
  experts: "专家",
  expert_panels: "专家组",
  reviews: "评分",
  notices: "公告",
  objections: "异议",
  complaints: "投诉",
  staff_complaints: "对工作人员的投诉",
  holidays: "节假日",
  certifications: "示范平台",
  obligations: "应办事项",
  served_lists: "服务名单",
  reports: "工作总结",
  packages: "报送件",
  inspections: "定期检查",
  city_checks: "抽查、考核",
  spot_check_draws: "抽查抽取",
  sanctions: "取消、撤销",
  interpretations: "办法解释",
  organization_changes: "单位变更",
  users: "账号",
  audit: "审计",
  round_funnels: "批次进度",
  supervision_statistics: "监督统计",
  overview: "一页纸",
  tasks: "待办",
};
