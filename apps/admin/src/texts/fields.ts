/** What fields of records are called, wherever they stand: in lists, on pages, and where somebody changed them. */
export const fieldLabels: Readonly<Record<string, string>> = {
  state: "状态",
  organizationName: "单位",
  district: "推荐部门",
  year: "年度",
  origin: "来源",
  receivedOn: "收到日期",
  enteredOn: "录入日期",
  changedAt: "最近变动",
  reason: "理由",
  returned: "退回",
};
