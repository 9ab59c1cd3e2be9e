export const organizationsTexts = {
  list: "单位",
  facts: "单位情况",
} as const;
