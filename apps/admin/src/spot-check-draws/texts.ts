export const spotCheckDrawsTexts = {
  list: "抽查抽取",
  create: "封存种子",
  facts: "抽取记录",
  title: (year: number) => `${year}年抽查抽取`,
} as const;
