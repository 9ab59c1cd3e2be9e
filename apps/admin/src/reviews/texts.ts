export const reviewsTexts = {
  list: "评审",
  facts: "评审情况",
} as const;
