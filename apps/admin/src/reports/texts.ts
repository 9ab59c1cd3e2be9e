import { valueLabelsInForm } from "@shifan/contract/labels";

export const reportsTexts = {
  list: "工作总结",
  facts: "报送情况",
  title: (platform: string, period: string) => `${platform}：${period}`,
  kinds: valueLabelsInForm("reports/create", "kind") ?? {},
} as const;
