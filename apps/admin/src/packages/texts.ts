export const packagesTexts = {
  list: "报送件",
  create: "准备报送件",
  facts: "报送情况",
  title: (period: string) => `${period}报送件`,
  kinds: { half_year_package: "半年报送", annual_package: "年度报送" } as Readonly<Record<string, string>>,
} as const;
