export const reportsTexts = {
  list: "工作总结",
  facts: "报送情况",
  title: (platform: string, period: string) => `${platform}：${period}`,
  kinds: { half_year_report: "半年总结", annual_report: "年度总结" } as Readonly<Record<string, string>>,
} as const;
