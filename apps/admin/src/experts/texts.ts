export const expertsTexts = {
  list: "专家库",
  create: "专家入库",
  facts: "专家情况",
} as const;
