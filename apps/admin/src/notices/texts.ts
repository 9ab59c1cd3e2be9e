export const noticesTexts = {
  list: "公示和公告",
  create: "起草公告",
  facts: "内容",
  kinds: { publicity: "公示", certification: "认定公告", general: "其他公告" } as Readonly<Record<string, string>>,
} as const;
