export const complaintsTexts = {
  list: "监督与投诉",
  facts: "办理情况",
  subjects: { platform: "反映示范平台", procedure: "反映认定程序", staff: "反映工作人员" } as Readonly<
    Record<string, string>
  >,
} as const;
