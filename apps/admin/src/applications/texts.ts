export const applicationTexts = {
  list: "申报",
} as const;
