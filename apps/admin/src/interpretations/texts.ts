export const interpretationsTexts = {
  list: "办法解释",
  create: "起草解释",
  paper: "解释文本",
  answer: "解释",
  facts: "解释",
  effect: "对办法的影响",
  chooseSetting: "先选改哪个口径",
  presently: (label: string) => `${label}（现在的）`,
} as const;
