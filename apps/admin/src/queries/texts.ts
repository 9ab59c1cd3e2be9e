export const queriesTexts = {
  mine: "我的查询",
  save: "保存现在的查询",
  saveTitle: "保存现在的查询",
  saveLead: "把这个列表现在的筛选和排序记下来，起个名称，以后一点就到。只有您自己看得到。",
  name: "名称",
  doSave: "保存",
  saved: "查询已保存",
  manage: "整理",
  manageTitle: "整理我的查询",
  rename: "改名",
  remove: "删除",
  none: "还没有保存的查询。",
} as const;
