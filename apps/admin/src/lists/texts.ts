export const listTexts = {
  total: (count: number) => `共${count}项`,
  printed: (from: number, to: number) => `（第${from}至${to}项，按现在的筛选）`,
  empty: "按现在的筛选没有找到。",
  search: "名称、编号",
  state: "状态",
  district: "推荐部门",
  year: "年度",
  export: "导出表格",
} as const;
