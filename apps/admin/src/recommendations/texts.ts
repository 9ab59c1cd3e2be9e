import { labelInForm } from "@shifan/contract/labels";

export const recommendationTexts = {
  desk: "出具推荐文件",
  lead: "测评完成的申报排好名次，一份文件一次推荐。一件没有办成，不影响其他各件（第十条）。",
  nothing: "没有等着推荐的申报。测评完成以后在这里推荐。",
  chosen: (count: number) => `已选${count}件`,
  choose: (name: string) => `推荐${name}`,
  of: (label: string, name: string) => `${label}：${name}`,
  results: "办理结果",
  done: "已推荐",
  notDone: "没有办成",
  letter: "推荐文件",
  download: (format: string) => `下载推荐文件（${format}）`,
  formats: { pdf: "PDF", docx: "Word" } as const,
  open: "打开推荐文件",
  goOn: "再推荐其他的",
  title: (documentNumber: string) => `推荐文件 ${documentNumber}`,
  applications: "推荐的申报",
  caseCount: labelInForm("recommendations/create", "caseCount"),
} as const;
