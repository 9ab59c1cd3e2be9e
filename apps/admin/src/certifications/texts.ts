export const certificationsTexts = {
  list: "示范平台",
  facts: "资格",
  unconfirmed: "待另一人确认",
} as const;
