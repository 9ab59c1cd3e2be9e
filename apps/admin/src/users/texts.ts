export const usersTexts = {
  list: "账号",
  create: "邀请工作人员",
  facts: "账号情况",
  disabled: "已停用",
  kinds: { staff: "工作人员", applicant: "申报单位" } as Readonly<Record<string, string>>,
} as const;
