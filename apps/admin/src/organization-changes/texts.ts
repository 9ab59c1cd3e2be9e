export const organizationChangesTexts = {
  list: "单位变更",
  facts: "变更情况",
  kinds: {
    name: "名称",
    address: "住所",
    legal_representative: "法定代表人",
    merger: "合并",
    moved_away: "迁出",
    other: "其他",
  } as Readonly<Record<string, string>>,
} as const;
