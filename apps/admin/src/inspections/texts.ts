export const inspectionsTexts = {
  list: "检查",
  create: "安排检查",
  facts: "检查情况",
  title: (platform: string, kind: string) => `${platform}：${kind}`,
  kinds: { periodic_inspection: "定期检查", spot_check: "抽查", appraisal: "考核" } as Readonly<Record<string, string>>,
} as const;
