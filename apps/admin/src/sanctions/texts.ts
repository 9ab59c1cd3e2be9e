export const sanctionsTexts = {
  list: "取消和撤销",
  create: "提出取消或撤销",
  facts: "办理情况",
  title: (kind: string, platform: string) => `${kind}：${platform}`,
  kinds: { cancellation: "取消（第十三条）", revocation: "撤销（第十四条）" } as Readonly<Record<string, string>>,
} as const;
