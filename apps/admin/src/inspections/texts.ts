import { valueLabelsInForm } from "@shifan/contract/labels";

export const inspectionsTexts = {
  list: "检查",
  createPeriodic: "安排定期检查",
  createOfTheCity: "安排抽查或考核",
  facts: "检查情况",
  title: (platform: string, kind: string) => `${platform}：${kind}`,
  kinds: valueLabelsInForm("inspections/create", "kind") ?? {},
  how: "怎么看",
  rated: (done: number, all: number) => `已填${done}项，共${all}项`,
  unrated: "还没有填",
  checklist: "逐项检查",
  bothSides: "结论和单位的说明",
  found: "检查结论",
  unitSays: "单位的说明",
  noAnswer: "单位没有写说明。",
  files: "照片和材料",
  paperNames: {
    checklist: "检查表",
    invitation: "考核通知书",
    letter: "结果通知书",
    finding: "认定通知书",
    report: "检查记录",
  },
} as const;
