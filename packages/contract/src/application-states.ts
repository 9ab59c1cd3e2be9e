import type { ApplicationState } from "@shifan/rules";

/** What people call the states of an application. */
export const applicationStateLabels: Readonly<Record<ApplicationState, string>> = {
  draft: "草稿",
  submitted: "已提交",
  returned: "补正退回",
  accepted: "已受理",
  surveyed: "测评完成",
  recommended: "已推荐",
  not_recommended: "不予推荐",
  received: "市局已接收",
  reviewed: "评审完成",
  proposed: "拟认定",
  not_selected: "未入选",
  in_publicity: "公示中",
  objected: "异议办理中",
  certified: "已认定",
  rejected: "不予认定",
  withdrawn: "已撤回",
  lapsed: "期满终止",
};
