export const roundsTexts = {
  list: "批次",
  create: "建立批次",
  facts: "本轮安排",
  title: (year: number) => `${year}年度认定`,
  events: { online: "网上提交", paper: "纸质材料送达", earlier: "以先到的为准" } as Readonly<Record<string, string>>,
} as const;
