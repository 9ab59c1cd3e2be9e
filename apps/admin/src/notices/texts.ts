import { noticeKindLabels } from "@shifan/contract/labels";

export const noticesTexts = {
  list: "公示和公告",
  create: "起草公告",
  facts: "内容",
  kinds: noticeKindLabels,
  cases: "名单",
  noCases: "没有名单。",
  types: { comprehensive: "综合性", specialized: "专业性" } as Readonly<Record<string, string>>,
  position: "序号",
  papers: { pdf: "打印（PDF）", docx: "打印（Word）" },
  objections: "对名单的异议",
  fileObjection: "录入来信、来访、来电的异议",
  noObjections: "没有收到异议。",
  objectionsLeft: (count: number) => `另有${count}件，见“异议”`,
  extends: "延长的是",
  supersededBy: "已延长，见",
  original: "原公示",
  extension: "新的公示",
} as const;
