export const panelTexts = {
  tab: "专家评审",
  standing: (submitted: number, assigned: number, minimum: number) =>
    `${assigned}名专家中${submitted}名已提交；至少${minimum}名，并且为单数`,
  nobody: "还没有安排专家。",
  experts: "评到哪一步",
  expert: "专家",
  employer: "单位和职务",
  overdue: (days: number) => `过期${days}天`,
  spread: (spread: number, from: number) =>
    spread >= from
      ? `最高分和最低分相差${spread}分，达到${from}分，要合议`
      : `最高分和最低分相差${spread}分，不到${from}分`,
  discussion: (day: string) => `${day}合议`,
  appointments: "怎么产生的",
  when: (n: number, at: string) => `第${n}次，${at}`,
  drawn: (appointed: number, population: number) => `从${population}名中随机抽取${appointed}名`,
  chosen: "直接选定",
  order: "抽出的次序",
  excluded: "没有放进去抽的",
  proof: "复核：对每个编号求 SHA-256（种子、换行符、编号），按十六进制从小到大排列，应与次序相同。",
  seed: "种子",
  commitment: "种子的SHA-256（抽取前记下）",
  pool: "从专家库里选",
  noOneFound: "没有这样的专家",
} as const;
