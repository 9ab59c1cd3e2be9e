import type { Role } from "@shifan/rules";

/** What people call whoever takes part. */
export const roleLabels: Readonly<Record<Role, string>> = {
  applicant: "申报单位",
  platform: "示范平台",
  district: "区县推荐部门",
  city: "市工信局",
  expert: "评审专家",
  auditor: "监察、审计",
  administrator: "系统管理员",
  system: "系统",
  public: "公众",
};
