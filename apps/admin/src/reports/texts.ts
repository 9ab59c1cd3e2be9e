import { valueLabelsInForm } from "@shifan/contract/labels";

export const reportsTexts = {
  list: "工作总结",
  paper: "工作总结",
  servedList: "服务企业名单",
  served: (count: number) => `共${count}家。`,
  nobodyServed: "这一期还没有录入服务企业。",
  servedChanged: (when: string) => `最近修改：${when}`,
  servedDownload: "下载名单（Excel）",
  facts: "报送情况",
  title: (platform: string, period: string) => `${platform}：${period}`,
  kinds: valueLabelsInForm("reports/create", "kind") ?? {},
} as const;
