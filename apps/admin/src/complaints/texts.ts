export const complaintsTexts = {
  list: "监督与投诉",
  facts: "办理情况",
  complainant: "反映的内容和反映人",
  complainantNote: "只给办理人员看；每看一次都留下记录。",
  showComplainant: "查看反映的内容和反映人",
  name: "反映人",
  contact: "联系方式",
  notGiven: "没有写",
  erased: "已按期限抹除",
  subjects: { platform: "反映示范平台", procedure: "反映认定程序", staff: "反映工作人员" } as Readonly<
    Record<string, string>
  >,
} as const;
