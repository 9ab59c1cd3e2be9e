export const interpretationsTexts = {
  list: "办法解释",
  create: "起草解释",
  paper: "解释文本",
  answer: "解释",
  facts: "解释",
} as const;
